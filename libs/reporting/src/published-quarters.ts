import { type CalendarDate, type DateRange, Decimal, FinancialQuarter } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { AsAt } from './as-at.js';
import { isPartOfQuarter } from './own-table-names.js';
import { FIGURES_OF_LABELS } from './published-labels.js';
import { BY_QUARTER, publishedSpans } from './published-spans.js';

/** Which published figures are added up to one. */
export interface PublishedSum {
  readonly source: string;
  /** Keys of series; `null` for all that adds up to the whole. */
  readonly means: readonly string[] | null;
  /** Keys of series that are no part of the whole. */
  readonly notInWhole: readonly string[];
  /** The key of the whole itself, for a file that gives it; null where there is no whole. */
  readonly whole: string | null;
  readonly areaCode: string;
  /** Days from and until, where not all time is wanted. */
  readonly within?: DateRange;
}

/** A quarter as one release gives it. */
export interface PublishedQuarter {
  readonly releasedOn: CalendarDate;
  readonly quarter: FinancialQuarter;
  /** Null where a month of it holds a mark in place of a number, no month has a row, or rows overlap. */
  readonly value: Decimal | null;
  /** Marks in place of numbers. */
  readonly marks: readonly string[];
  /** Months that the release covers and has no row of: in a file that leaves out rows of nothing, nothing was counted. */
  readonly monthsWithoutRow: number;
}

/** Where a figure stands, so that anybody can look it up. */
export interface PublishedCell {
  readonly file: string;
  readonly sha256: string;
  readonly label: string;
  /** Of the month, or of the whole quarter, that it is of; `until` is exclusive. */
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly row: number;
  /** From 0. */
  readonly column: number;
  readonly sheet: string | null;
  readonly value: string | null;
  readonly mark: string | null;
}

/** Every quarter that a release covers as a whole, in every release, oldest release first. A part is no quarter. */
export async function publishedQuarters(
  tx: Tx,
  sum: PublishedSum,
  asAt = AsAt.now,
): Promise<readonly PublishedQuarter[]> {
  const rows = await tx.query<{
    releasedOn: CalendarDate;
    firstDay: CalendarDate;
    value: string | null;
    marks: string[] | null;
    months: number;
  }>(
    `with covered as (
       select p.released_on, date_trunc('quarter', m)::date as first_day
         from published_file p,
              generate_series(p.covers_from::timestamp, (p.covers_until - 1)::timestamp, interval '1 month') m
        where m >= $5 and m < $6 and p.source = $1 and ${asAt.publishedFileStands('p')}
        group by 1, 2 having count(distinct m) = 3),
     ${spans(asAt)},
     quarters as materialized (
       select released_on, stretch as first_day,
              case when bool_and(mark is null) and sum(period_until - period_from) <= min(stretch_days)
                   then sum(value) end as value,
              array_agg(distinct mark) filter (where mark is not null) as marks,
              least(3, round(sum(period_until - period_from) / 30.4))::int as months
         from spans group by released_on, stretch)
     select c.released_on::text as "releasedOn", c.first_day::text as "firstDay", q.value::text as value, q.marks,
            coalesce(q.months, 0) as months
       from covered c left join quarters q using (released_on, first_day)
      order by c.released_on, c.first_day`,
    parametersOf(sum),
  );
  return rows.map(({ releasedOn, firstDay, value, marks, months }) => ({
    ...{ releasedOn, quarter: FinancialQuarter.containing(firstDay) },
    ...{
      value: value === null ? null : new Decimal(value),
      marks: marks ?? [],
      monthsWithoutRow: 3 - months,
    },
  }));
}

/** The cells that a quarter of a release is added up from, in the order of their months. */
export function publishedCells(
  tx: Tx,
  sum: PublishedSum,
  { releasedOn, quarter }: { readonly releasedOn: CalendarDate; readonly quarter: FinancialQuarter },
): Promise<readonly PublishedCell[]> {
  return tx.query<PublishedCell>(
    `with ${spans(AsAt.now)}
     select p.name as file, p.sha256, s.label, f.period_from::text as "from", f.period_until::text as "until", f.row_number as row,
            f.column_number as "column", f.sheet, f.value::text as value, f.mark
       from spans m
       join published_file p on p.id = any(m.file_ids)
       join published_area a on a.file_id = p.id and a.code = $2
       join published_series s on s.file_id = p.id and ${WANTED}
       ${FIGURES_OF_LABELS}
      where m.released_on = $8 and f.period_from = m.period_from and f.period_until = m.period_until
      order by f.period_from, s.label`,
    [...parametersOf({ ...sum, within: { from: quarter.firstDay, until: quarter.until } }), releasedOn],
  );
}

/** The whole is what a file gives as such; else all of it that adds up. */
const WANTED = `case when $3::text[] is not null then s.means = any($3)
                     when exists (select from published_series w where w.file_id = p.id and w.means = $7)
                     then s.means = $7 else s.means <> all($4::text[]) end`;

/** What every release says of the times within quarters. */
const spans = (asAt: AsAt) =>
  publishedSpans(
    `select p.source, p.released_on, p.decided_at, p.extracted_on, p.id, f.period_from, f.period_until, sum(f.value) as value,
            min(f.mark) as mark
       from published_file p
       join published_area a on a.file_id = p.id and a.code = $2
       join published_series s on s.file_id = p.id and ${WANTED}
       ${FIGURES_OF_LABELS}
      where p.source = $1 and ${asAt.publishedFileStands('p')}
        and f.period_until <= date_trunc('quarter', f.period_from) + interval '3 months'
        and ${isPartOfQuarter('s', 'f')}
        and f.period_from >= $5 and f.period_from < $6
      group by p.id, f.period_from, f.period_until`,
    { by: 'released_on', ...BY_QUARTER },
  );

function parametersOf({ source, areaCode, means, notInWhole, whole, within }: PublishedSum): unknown[] {
  return [
    ...[source, areaCode, means, [...notInWhole, 'left-out']],
    ...[within?.from ?? '-infinity', within?.until ?? 'infinity', whole],
  ];
}
