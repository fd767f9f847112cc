import { authorise } from '@lib/access';
import type { Actor, CalendarDate, Id } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { AsAt } from './as-at.js';

/** A chance of meeting a target that was given while the year was under way, and whether the year then met it. */
export interface SettledChance {
  readonly slug: string;
  readonly name: string;
  readonly financialYear: number;
  /** After how many quarters it was given. */
  readonly quartersHeld: number;
  readonly probability: number;
  readonly met: boolean;
}

/** Every forecast there was: results are kept when newer ones take their place. */
@Injectable()
export class ForecastRecordQuery {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * The forecasts whose year is over, newest year first; of several after the same quarter the last.
   *
   * @param asAtEndOf shows what was known at the end of a day; null for now
   */
  run(actor: Actor, partnershipId: Id, asAtEndOf: CalendarDate | null = null): Promise<SettledChance[]> {
    const asAt = AsAt.endOf(asAtEndOf);
    return this.work.read(actor, partnershipId, async (tx) => {
      authorise(actor, 'performance.view', { partnershipId });
      return tx.query<SettledChance>(
        `select m.slug, d.name, given.financial_year as "financialYear", given.held as "quartersHeld",
                given.probability, outcome.target_status = 'met' as met
           from (select distinct on (s.measure_id, s.financial_year, s.facts ->> 'quartersHeld')
                        s.measure_id, s.financial_year, (s.facts ->> 'quartersHeld')::int as held,
                        (s.facts #>> '{forecast,probabilityOfTarget}')::float8 as probability
                   from measure_result s
                  where s.partnership_id = $1 and s.facts #>> '{forecast,probabilityOfTarget}' is not null
                    and ${asAt.happened('s.computed_at')}
                  order by s.measure_id, s.financial_year, s.facts ->> 'quartersHeld', s.computed_at desc) given
           join measure_result outcome on outcome.partnership_id = $1 and outcome.measure_id = given.measure_id
                                      and outcome.financial_year = given.financial_year
                                      and ${asAt.stands('outcome', 'computed_at')}
                                      and outcome.target_status in ('met', 'not-met')
                                      and outcome.facts ->> 'quartersHeld' = '4'
           join measure m on m.partnership_id = $1 and m.id = given.measure_id
           join measure_definition d on d.partnership_id = $1 and d.id = outcome.definition_id
          order by given.financial_year desc, d.name, given.held`,
        [partnershipId],
      );
    });
  }
}
