import { authorise } from '@lib/access';
import type { Actor, CalendarDate, Id } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';

/** A rule between two measures, as the page shows it: the part is never more than the whole. */
export interface ShownCrossCheck {
  readonly id: Id;
  readonly part: string;
  readonly whole: string;
  readonly severity: 'hard' | 'soft';
  readonly whenMissing: 'skip' | 'ask';
  readonly reason: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

/** A measure that a rule can be about. */
export interface MeasureToCheck {
  readonly id: Id;
  readonly name: string;
  readonly authority: string;
}

@Injectable()
export class CrossChecksQuery {
  constructor(private readonly work: UnitOfWork) {}

  /** The rules that stand, by the name of their part, and the reported measures that a new one can be about. */
  run(
    actor: Actor,
    partnershipId: Id,
    today: CalendarDate,
  ): Promise<{ checks: ShownCrossCheck[]; measures: MeasureToCheck[] }> {
    return this.work.read(actor, partnershipId, async (tx) => {
      authorise(actor, 'plans.edit', { partnershipId });
      const checks = await tx.query<ShownCrossCheck>(
        `select c.id, part.name as part, whole.name as whole, c.severity, c.when_missing as "whenMissing", c.reason,
                p.name as "recordedBy", c.recorded_at as "recordedAt"
           from cross_check c
           join lateral (select d.name from measure_definition d
                          where d.partnership_id = c.partnership_id and d.measure_id = c.part_measure_id
                          order by greatest(d.in_force_from - $2::date, 0), d.in_force_from desc limit 1) part on true
           join lateral (select d.name from measure_definition d
                          where d.partnership_id = c.partnership_id and d.measure_id = c.whole_measure_id
                          order by greatest(d.in_force_from - $2::date, 0), d.in_force_from desc limit 1) whole on true
           join person p on p.id = c.recorded_by
          where c.partnership_id = $1 and c.superseded_at is null
          order by part.name, whole.name`,
        [partnershipId, today],
      );
      const measures = await tx.query<MeasureToCheck>(
        `select m.id, d.name, a.name as authority
           from measure m
           join lateral (select d.name, d.kind from measure_definition d
                          where d.partnership_id = m.partnership_id and d.measure_id = m.id and d.in_force_from <= $2
                          order by d.in_force_from desc limit 1) d on true
           join authority a on a.partnership_id = m.partnership_id and a.id = m.authority_id
          where m.partnership_id = $1 and d.kind = 'count'
          order by d.name, m.id`,
        [partnershipId, today],
      );
      return { checks, measures };
    });
  }
}
