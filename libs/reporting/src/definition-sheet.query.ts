import { authorise } from '@lib/access';
import { type Actor, type CalendarDate, Clock, type FinancialQuarter, type Id, notFound } from '@lib/kernel';
import { type Tx, UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { AsAt } from './as-at.js';
import { definitionVersions, type ShownDefinition } from './definition-versions.js';
import { lastQuarterAsked } from './last-quarter-asked.js';

export interface DefinitionSheets {
  readonly id: Id;
  readonly slug: string;
  readonly owner: string;
  /** Newest first; there is one at least. */
  readonly versions: readonly ShownDefinition[];
  /** The one in force on the day; before the first, that. */
  readonly current: ShownDefinition;
  /** The newest quarter whose returns ask for it or for a part of it; null before the first. */
  readonly lastAsked: FinancialQuarter | null;
  /** The counts that a measure can be worked out from, by name; none for a count. */
  readonly counts: readonly { readonly id: Id; readonly name: string }[];
}

@Injectable()
export class DefinitionSheetQuery {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * How a measure is counted, now and before.
   *
   * @param asAtEndOf shows what stood at the end of a day; null for what stands
   */
  run(
    actor: Actor,
    partnershipId: Id,
    slug: string,
    asAtEndOf: CalendarDate | null = null,
  ): Promise<DefinitionSheets> {
    const asAt = AsAt.endOf(asAtEndOf);
    return this.work.read(actor, partnershipId, async (tx) => {
      authorise(actor, 'performance.view', { partnershipId });
      const today = asAtEndOf ?? this.clock.today();
      const [measure] = await tx.query<{ id: Id; owner: string }>(
        `select m.id, a.name as owner
           from measure m
           join authority a on a.partnership_id = m.partnership_id and a.id = m.authority_id
          where m.partnership_id = $1 and m.slug = $2`,
        [partnershipId, slug],
      );
      const versions = measure
        ? await definitionVersions(tx, [partnershipId, today, measure.id], 'd.measure_id = $3', asAt)
        : [];
      const current = versions.find(({ inForceFrom }) => inForceFrom <= today) ?? versions.at(-1);
      if (!measure || !current) throw notFound('measure');
      const counted = [measure.id, ...versions.flatMap(({ parts }) => parts.map(({ id }) => id))];
      return {
        ...{ ...measure, slug, versions, current },
        lastAsked: await lastQuarterAsked(tx, partnershipId, counted),
        counts: current.kind === 'count' ? [] : await countsOn(tx, partnershipId, today),
      };
    });
  }
}

function countsOn(tx: Tx, partnershipId: Id, today: CalendarDate): Promise<{ id: Id; name: string }[]> {
  return tx.query(
    `select m.id, d.name
       from measure m
       join lateral (select d.name, d.kind from measure_definition d
                      where d.partnership_id = m.partnership_id and d.measure_id = m.id and d.in_force_from <= $2
                      order by d.in_force_from desc limit 1) d on true
      where m.partnership_id = $1 and d.kind = 'count'
      order by d.name, m.id`,
    [partnershipId, today],
  );
}
