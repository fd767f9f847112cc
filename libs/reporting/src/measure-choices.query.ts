import { authorise } from '@lib/access';
import { type Actor, type CalendarDate, Clock, type Id } from '@lib/kernel';
import { type Tx, UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import type { Named } from './plan-content.js';

/** A measure that was made from the catalogue. */
export interface MeasureFromCatalogue {
  readonly catalogueKey: string;
  readonly slug: string;
  readonly name: string;
}

/** What somebody who adds a measure can choose from. */
export interface MeasureChoices {
  /** The responsible authorities of the day, by name. */
  readonly authorities: readonly (Named & { readonly kind: string })[];
  /** The counts that a measure can be worked out from, by name. */
  readonly counts: readonly (Named & { readonly catalogueKey: string | null })[];
  /** The version of the plan that is being written; null where none is. */
  readonly draft: {
    readonly id: Id;
    readonly planTitle: string;
    readonly number: number;
    /** In the order of the plan. */
    readonly priorities: readonly { readonly id: Id; readonly title: string }[];
  } | null;
}

@Injectable()
export class MeasureChoicesQuery {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The ready measures that a partnership uses, by their key. */
  fromCatalogue(actor: Actor, partnershipId: Id): Promise<MeasureFromCatalogue[]> {
    return this.work.read(actor, partnershipId, async (tx) => {
      authorise(actor, 'performance.view', { partnershipId });
      return tx.query<MeasureFromCatalogue>(
        `select m.catalogue_key as "catalogueKey", m.slug, d.name
           from measure m
           join lateral (select d.name from measure_definition d
                          where d.partnership_id = m.partnership_id and d.measure_id = m.id
                          order by greatest(d.in_force_from - $2::date, 0), d.in_force_from desc limit 1) d on true
          where m.partnership_id = $1 and m.catalogue_key is not null
          order by m.catalogue_key, d.name`,
        [partnershipId, this.clock.today()],
      );
    });
  }

  run(actor: Actor, partnershipId: Id): Promise<MeasureChoices> {
    const today = this.clock.today();
    return this.work.read(actor, partnershipId, async (tx) => {
      authorise(actor, 'plans.edit', { partnershipId });
      const [draft] = await draftOf(tx, partnershipId);
      return {
        authorities: await authoritiesOn(tx, partnershipId, today),
        counts: await countsOn(tx, partnershipId, today),
        draft: draft ?? null,
      };
    });
  }
}

function authoritiesOn(
  tx: Tx,
  partnershipId: Id,
  today: CalendarDate,
): Promise<(Named & { kind: string })[]> {
  return tx.query(
    `select id, name, kind from authority
      where partnership_id = $1 and member_from <= $2 and (member_until is null or member_until > $2)
      order by name`,
    [partnershipId, today],
  );
}

function countsOn(
  tx: Tx,
  partnershipId: Id,
  today: CalendarDate,
): Promise<(Named & { catalogueKey: string | null })[]> {
  return tx.query(
    `select m.id, d.name, m.catalogue_key as "catalogueKey"
       from measure m
       join lateral (select d.name, d.kind from measure_definition d
                      where d.partnership_id = m.partnership_id and d.measure_id = m.id
                      order by greatest(d.in_force_from - $2::date, 0), d.in_force_from desc limit 1) d on true
      where m.partnership_id = $1 and d.kind = 'count'
      order by d.name, m.id`,
    [partnershipId, today],
  );
}

function draftOf(tx: Tx, partnershipId: Id): Promise<NonNullable<MeasureChoices['draft']>[]> {
  return tx.query(
    `select v.id, p.title as "planTitle", v.number,
            coalesce((select jsonb_agg(jsonb_build_object('id', w.priority_id, 'title', w.title) order by w.number)
                        from priority_wording w
                       where w.partnership_id = v.partnership_id and w.plan_version_id = v.id
                         and w.superseded_at is null), '[]') as priorities
       from plan_version v
       join plan p on p.partnership_id = v.partnership_id and p.id = v.plan_id
      where v.partnership_id = $1 and v.state in ('draft', 'consultation')
      order by v.number desc, v.id limit 1`,
    [partnershipId],
  );
}
