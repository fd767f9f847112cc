import { type CalendarDate, Decimal, type FinancialQuarter, type Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import type { AnySource } from '@lib/published-data';
import { isPartOfQuarter, ownTableName } from './own-table-names.js';
import { type PublishedCell, publishedCells } from './published-quarters.js';
import { figuresOfLabels } from './published-labels.js';
import { BY_QUARTER, publishedSpans } from './published-spans.js';
import { NOT_IN_WHOLE, WHOLES } from './published-wholes.js';
import { sumToAdd } from './published-sum-to-add.js';

/** What the newest release that covers all of a quarter says of a measure. */
export interface PublishedForQuarter {
  readonly measureId: Id;
  readonly source: AnySource;
  /** What the table of one's own is called that it is from; null for any other source. */
  readonly tableName: string | null;
  readonly means: readonly string[] | null;
  readonly areaCode: string;
  readonly releasedOn: CalendarDate;
  readonly extractedOn: CalendarDate | null;
  readonly value: Decimal;
  /** By month, oldest first; null where the quarter is published as a whole. */
  readonly months: readonly [Decimal, Decimal, Decimal] | null;
}

/**
 * The published figure of a quarter for each measure that has one: of the newest release that covers the whole quarter,
 * and only where all of it has numbers. A month without a row, or with a mark, makes none.
 */
export async function publishedForQuarter(
  tx: Tx,
  partnershipId: Id,
  measureIds: readonly Id[],
  quarter: FinancialQuarter,
): Promise<ReadonlyMap<Id, PublishedForQuarter>> {
  const rows = await tx.query<
    Omit<PublishedForQuarter, 'value' | 'months'> & { readonly values: readonly string[] }
  >(
    `with ${publishedSpans(
      `select s.measure_id, s.source, s.means, s.area_code, p.released_on, p.decided_at, p.id, p.extracted_on,
              f.period_from, f.period_until, sum(f.value) as value, min(f.mark) as mark
         from measure_published_sum s
         join published_file p on p.source = s.source and p.state = 'applied' and p.withdrawn_at is null
          and p.covers_from < $4 and p.covers_until > $3
         join published_area a on a.file_id = p.id and a.code = s.area_code
         join published_series q on q.file_id = p.id
          and case when s.means is not null then q.means = any(s.means)
                   when exists (select from published_series w
                                 where w.file_id = p.id and s.source || '/' || w.means = any($6::text[]))
                   then s.source || '/' || q.means = any($6)
                   else q.means <> 'left-out' and s.source || '/' || q.means <> all($5::text[]) end
         ${figuresOfLabels('q')}
        where s.partnership_id = $1 and s.measure_id = any($2) and s.superseded_at is null
          and f.period_from >= $3 and f.period_until <= $4 and ${isPartOfQuarter('q', 'f')}
        group by s.measure_id, s.source, s.means, s.area_code, p.id, f.period_from, f.period_until`,
      { by: 'measure_id, source, means, area_code, released_on', ...BY_QUARTER },
    )}
     select distinct on (measure_id)
            measure_id as "measureId", source, ${ownTableName('source')} as "tableName", means, area_code as "areaCode", released_on::text as "releasedOn",
            max(extracted_on)::text as "extractedOn", array_agg(value::text order by period_from) as values
       from spans
      group by measure_id, source, means, area_code, released_on
     having sum(period_until - period_from) = $4::date - $3::date and bool_and(mark is null)
      order by measure_id, released_on desc`,
    [partnershipId, measureIds, quarter.firstDay, quarter.until, NOT_IN_WHOLE, WHOLES],
  );
  return new Map(
    rows.map(({ values, ...row }) => {
      const numbers = values.map((value) => new Decimal(value));
      const [first, second, third] = numbers;
      return [
        row.measureId,
        {
          ...row,
          value: numbers.reduce((sum, value) => sum.plus(value)),
          months: first && second && third ? ([first, second, third] as const) : null,
        },
      ] as const;
    }),
  );
}

/** The cells of a published file that a figure was added up from. */
export function cellsBehind(
  tx: Tx,
  { source, means, areaCode, releasedOn }: PublishedForQuarter,
  quarter: FinancialQuarter,
): Promise<readonly PublishedCell[]> {
  return publishedCells(tx, sumToAdd({ source, means, areaCode }), { releasedOn, quarter });
}
