import { authorise } from '@lib/access';
import { type Actor, type CalendarDate, Clock, type FinancialQuarter, type Id, notFound } from '@lib/kernel';
import type { Direction, Sensitivity } from '@lib/performance';
import { type Tx, UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { AsAt } from './as-at.js';
import { lastQuarterAsked } from './last-quarter-asked.js';

/** A version of a measure's definition, as it is shown. */
export interface ShownDefinition {
  readonly version: number;
  readonly inForceFrom: CalendarDate;
  /** The day on which the next version starts; null for the newest. */
  readonly inForceUntil: CalendarDate | null;
  readonly name: string;
  readonly unit: string;
  readonly kind: 'count' | 'composite';
  readonly direction: Direction;
  readonly sensitivity: Sensitivity;
  readonly rollingTwelveMonths: boolean;
  readonly countedBy: 'quarter' | 'month';
  readonly wording: string;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly inclusions: string | null;
  readonly exclusions: string | null;
  readonly source: string;
  readonly caveats: string | null;
  readonly publicationLag: string | null;
  readonly ownerPost: string | null;
  /** What a composite adds up, by name. */
  readonly parts: readonly { readonly id: Id; readonly name: string }[];
  /** Why it took the place of the one before, and who approved that; null for the first. */
  readonly change: {
    readonly comparable: boolean;
    readonly reason: string;
    readonly approvedBy: string;
  } | null;
  /** Null for what was recorded before this was kept. */
  readonly recordedBy: string | null;
  readonly recordedAt: Date;
}

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
  /** The counts that a composite can add up, by name. */
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
      const versions = measure ? await versionsOf(tx, partnershipId, measure.id, { today, asAt }) : [];
      const current = versions.find(({ inForceFrom }) => inForceFrom <= today) ?? versions.at(-1);
      if (!measure || !current) throw notFound('measure');
      const counted = [measure.id, ...versions.flatMap(({ parts }) => parts.map(({ id }) => id))];
      return {
        ...{ ...measure, slug, versions, current },
        lastAsked: await lastQuarterAsked(tx, partnershipId, counted),
        counts: current.kind === 'composite' ? await countsOn(tx, partnershipId, today) : [],
      };
    });
  }
}

function versionsOf(
  tx: Tx,
  partnershipId: Id,
  measureId: Id,
  { today, asAt }: { today: CalendarDate; asAt: AsAt },
): Promise<ShownDefinition[]> {
  return tx.query(
    `select d.version, d.in_force_from::text as "inForceFrom",
            (lead(d.in_force_from) over (order by d.in_force_from))::text as "inForceUntil", d.name, d.unit, d.kind,
            d.direction, d.sensitivity, d.rolling_twelve_months as "rollingTwelveMonths", d.counted_by as "countedBy",
            d.wording, d.numerator, d.denominator, d.inclusions, d.exclusions, d.source, d.caveats,
            d.publication_lag as "publicationLag", d.owner_post as "ownerPost",
            coalesce((select jsonb_agg(jsonb_build_object('id', c.component_id, 'name', part.name) order by part.name)
                        from measure_component c
                        join lateral (select n.name from measure_definition n
                                       where n.partnership_id = c.partnership_id and n.measure_id = c.component_id
                                         and ${asAt.happened('n.recorded_at')}
                                       order by greatest(n.in_force_from - $3::date, 0), n.in_force_from desc
                                       limit 1) part on true
                       where c.partnership_id = d.partnership_id and c.definition_id = d.id), '[]') as parts,
            case when d.comparable is not null then jsonb_build_object(
              'comparable', d.comparable, 'reason', d.reason, 'approvedBy', d.approved_by) end as change,
            p.name as "recordedBy", d.recorded_at as "recordedAt"
       from measure_definition d
       left join person p on p.id = d.recorded_by
      where d.partnership_id = $1 and d.measure_id = $2 and ${asAt.happened('d.recorded_at')}
      order by d.version desc`,
    [partnershipId, measureId, today],
  );
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
