import { authorise } from '@lib/access';
import type { Actor, CalendarDate, Id } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import type { ContentMeasure, Named } from './plan-content.js';

export interface PlanChoices {
  /** The responsible authorities of the day and those that the version names already, by name. */
  readonly authorities: readonly Named[];
  /** By name. */
  readonly measures: readonly ContentMeasure[];
}

@Injectable()
export class PlanChoicesQuery {
  constructor(private readonly work: UnitOfWork) {}

  /** What somebody who writes a plan can choose from on a day. */
  run(actor: Actor, partnershipId: Id, on: CalendarDate, namedIds: readonly Id[]): Promise<PlanChoices> {
    return this.work.read(actor, partnershipId, async (tx) => {
      authorise(actor, 'plans.edit', { partnershipId });
      return {
        authorities: await tx.query<Named>(
          `select id, name from authority
            where partnership_id = $1 and (id = any($3::uuid[])
               or (member_from <= $2 and (member_until is null or member_until > $2)))
            order by name`,
          [partnershipId, on, namedIds],
        ),
        measures: await tx.query<ContentMeasure>(
          `select m.id, m.slug, d.name, jsonb_build_object('id', a.id, 'name', a.name) as authority
             from measure m
             join authority a on a.partnership_id = m.partnership_id and a.id = m.authority_id
             join lateral (select d.name from measure_definition d
                            where d.partnership_id = m.partnership_id and d.measure_id = m.id
                            order by greatest(d.in_force_from - $2::date, 0), d.in_force_from desc limit 1) d on true
            where m.partnership_id = $1
            order by d.name`,
          [partnershipId, on],
        ),
      };
    });
  }
}
