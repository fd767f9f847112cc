import type { CalendarDate, Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import type { AsAt } from './as-at.js';
import { type MeasureQuarter, measureQuarters } from './measure-quarters.js';

/** A measure broken down into others, with the approved quarters of each. */
export interface ShownBreakdown {
  readonly id: Id;
  /** What it is broken down by, such as "Ethnicity". */
  readonly by: string;
  /** By name. */
  readonly categories: readonly {
    readonly slug: string;
    readonly name: string;
    /** Oldest first. */
    readonly quarters: readonly MeasureQuarter[];
  }[];
}

type Row = Omit<ShownBreakdown, 'categories'> & {
  readonly categories: readonly { readonly id: Id; readonly slug: string; readonly name: string }[];
};

/**
 * The breakdowns of a measure by their heading: one statement, and one for the figures of all categories together.
 *
 * @param day the day by whose definitions the categories are named
 */
export async function breakdownsOf(
  tx: Tx,
  partnershipId: Id,
  measureId: Id,
  { asAt, day }: { readonly asAt: AsAt; readonly day: CalendarDate },
): Promise<ShownBreakdown[]> {
  const rows = await tx.query<Row>(
    `select b.id, b.by,
            jsonb_agg(jsonb_build_object('id', m.id, 'slug', m.slug, 'name', d.name) order by d.name) as categories
       from breakdown b
       join breakdown_category c on c.partnership_id = b.partnership_id and c.breakdown_id = b.id
       join measure m on m.partnership_id = c.partnership_id and m.id = c.measure_id
       join lateral (select d.name from measure_definition d
                      where d.partnership_id = m.partnership_id and d.measure_id = m.id
                        and ${asAt.happened('d.recorded_at')}
                      order by greatest(d.in_force_from - $3::date, 0), d.in_force_from desc limit 1) d on true
      where b.partnership_id = $1 and b.measure_id = $2 and ${asAt.stands('b')}
      group by b.id, b.by
      order by lower(b.by)`,
    [partnershipId, measureId, day],
  );
  const ids = [...new Set(rows.flatMap(({ categories }) => categories.map(({ id }) => id)))];
  const quarters =
    ids.length > 0 ? await measureQuarters(tx, partnershipId, ids, asAt) : new Map<Id, never>();
  return rows.map(({ categories, ...breakdown }) => ({
    ...breakdown,
    categories: categories.map(({ id, slug, name }) => ({ slug, name, quarters: quarters.get(id) ?? [] })),
  }));
}
