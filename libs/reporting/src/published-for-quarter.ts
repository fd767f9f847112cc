import { type CalendarDate, Decimal, type FinancialQuarter, type Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import type { AnySource } from '@lib/published-data';
import { ownTableName } from './own-table-names.js';
import { type PublishedCell, publishedCells } from './published-quarters.js';
import { publishedOfMeasures } from './published-of-measures.js';
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
    `with ${publishedOfMeasures({
      measures: 'm.partnership_id = $1 and m.measure_id = any($2)',
      files: `select id, source, released_on, decided_at, extracted_on from published_file
               where state = 'applied' and withdrawn_at is null and covers_from < $4 and covers_until > $3`,
      figures: 'f.period_from >= $3 and f.period_until <= $4',
      notInWhole: '$5',
      wholes: '$6',
    })}
     select distinct on (measure_id)
            measure_id as "measureId", source, ${ownTableName('source')} as "tableName", means,
            area_code as "areaCode", released_on::text as "releasedOn", max(extracted_on)::text as "extractedOn", array_agg(value::text order by period_from) as values
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
