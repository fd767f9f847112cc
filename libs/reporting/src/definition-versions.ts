import type { CalendarDate, Id } from '@lib/kernel';
import type { Direction, MeasureKind, Sensitivity } from '@lib/performance';
import type { Tx } from '@lib/persistence';
import type { AsAt } from './as-at.js';

/** A version of a measure's definition, as it is shown. */
export interface ShownDefinition {
  readonly measureSlug: string;
  readonly version: number;
  readonly inForceFrom: CalendarDate;
  /** The day on which the next version starts; null for the newest. */
  readonly inForceUntil: CalendarDate | null;
  readonly name: string;
  readonly unit: string;
  readonly kind: MeasureKind;
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
  /** The counts it is worked out from, in their order; those of a sum by name. */
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

/**
 * The versions of some definitions, newest first for each measure.
 *
 * @param parameters the partnership, the day by whose definitions parts are named, and whatever `which` asks for
 * @param which a condition on the definition `d`
 */
export function definitionVersions(
  tx: Tx,
  parameters: readonly [partnershipId: Id, day: CalendarDate, ...rest: Id[]],
  which: string,
  asAt: AsAt,
): Promise<ShownDefinition[]> {
  return tx.query(
    `select m.slug as "measureSlug", d.version, d.in_force_from::text as "inForceFrom",
            (lead(d.in_force_from) over (partition by d.measure_id order by d.in_force_from))::text as "inForceUntil",
            d.name, d.unit, d.kind, d.direction, d.sensitivity, d.rolling_twelve_months as "rollingTwelveMonths",
            d.counted_by as "countedBy", d.wording, d.numerator, d.denominator, d.inclusions, d.exclusions, d.source,
            d.caveats, d.publication_lag as "publicationLag", d.owner_post as "ownerPost",
            coalesce((select jsonb_agg(jsonb_build_object('id', c.component_id, 'name', part.name)
                          order by case when d.kind = 'composite' then part.name end, c.position)
                        from measure_component c
                        join lateral (select n.name from measure_definition n
                                       where n.partnership_id = c.partnership_id and n.measure_id = c.component_id
                                         and ${asAt.happened('n.recorded_at')}
                                       order by greatest(n.in_force_from - $2::date, 0), n.in_force_from desc
                                       limit 1) part on true
                       where c.partnership_id = d.partnership_id and c.definition_id = d.id), '[]') as parts,
            case when d.comparable is not null then jsonb_build_object(
              'comparable', d.comparable, 'reason', d.reason, 'approvedBy', d.approved_by) end as change,
            p.name as "recordedBy", d.recorded_at as "recordedAt"
       from measure_definition d
       join measure m on m.partnership_id = d.partnership_id and m.id = d.measure_id
       left join person p on p.id = d.recorded_by
      where d.partnership_id = $1 and ${which} and ${asAt.happened('d.recorded_at')}
      order by m.slug, d.version desc`,
    [...parameters],
  );
}
