import { authorise } from '@lib/access';
import { type Actor, Clock, type Id } from '@lib/kernel';
import type { MeasureKind } from '@lib/performance';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import type { MeasureFigures } from './measure.query.js';
import type { Named } from './plan-content.js';

@Injectable()
export class BreakdownChoicesQuery {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * The other measures in force in the unit of one, by name, from which its categories are chosen.
   *
   * @param kinds of which kinds
   */
  run(
    actor: Actor,
    partnershipId: Id,
    whole: Pick<MeasureFigures, 'id' | 'unit'>,
    kinds: readonly MeasureKind[],
  ): Promise<Named[]> {
    return this.work.read(actor, partnershipId, async (tx) => {
      authorise(actor, 'plans.edit', { partnershipId });
      return tx.query<Named>(
        `select m.id, d.name
           from measure m
           join lateral (select d.name, d.kind, d.unit from measure_definition d
                          where d.partnership_id = m.partnership_id and d.measure_id = m.id and d.in_force_from <= $2
                          order by d.in_force_from desc limit 1) d on true
          where m.partnership_id = $1 and m.id <> $3 and d.kind = any($4) and trim(d.unit) = trim($5)
          order by d.name, m.id`,
        [partnershipId, this.clock.today(), whole.id, kinds, whole.unit],
      );
    });
  }
}
