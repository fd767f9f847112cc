import { addMonths, type CalendarDate, FinancialQuarter } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import type { AsAt } from './as-at.js';
import type { ShownPublishedSum } from './published-measure.query.js';
import { FIGURES_OF_LABELS } from './published-labels.js';
import { publishedSpans } from './published-spans.js';
import { sumToAdd } from './published-sum-to-add.js';

/** Whole months. */
export interface Months {
  readonly from: CalendarDate;
  /** Exclusive. */
  readonly until: CalendarDate;
}

/** How long the time is that areas are compared over. */
export type ComparedSpan = 'twelve-months' | 'quarter';

/** What a release says of an area over a time. */
export interface AreaSum {
  /** Null where a part of it holds a mark in place of a number, no part has a row, or rows overlap. */
  readonly value: number | null;
  readonly marks: readonly string[];
  /** Months that the release covers and has no row of. */
  readonly withoutRow: number;
}

/** The newest release with the newest time that it covers as a whole, and the same time a year before. */
export interface ComparedTime {
  readonly releasedOn: CalendarDate;
  readonly after: Months;
  readonly before: Months;
  /** Whether the release covers the earlier time as well. */
  readonly coversBefore: boolean;
  /** Whether figures are by the year, not by the month. */
  readonly isYearly: boolean;
}

/** Sources whose tables are of twelve months each. */
const YEARLY: readonly string[] = ['ons-partnerships'];

/** @returns null where no release has such a time */
export async function comparedTime(
  tx: Tx,
  sum: ShownPublishedSum,
  span: ComparedSpan,
  asAt: AsAt,
): Promise<ComparedTime | null> {
  const [newest] = await tx.query<{ releasedOn: CalendarDate | null }>(
    `select max(p.released_on)::text as "releasedOn" from published_file p
      where p.source = $1 and ${asAt.publishedFileStands('p')}`,
    [sum.source],
  );
  if (!newest?.releasedOn) return null;
  const { releasedOn } = newest;
  const isYearly = YEARLY.includes(sum.source);
  const months = isYearly
    ? await monthsOfYears(tx, sum.source, releasedOn, asAt)
    : await monthsCovered(tx, sum.source, releasedOn, asAt);
  const after = isYearly || span === 'twelve-months' ? lastYear(months) : lastQuarter(months);
  if (!after) return null;
  const before = { from: addMonths(after.from, -12), until: addMonths(after.until, -12) };
  return { releasedOn, after, before, isYearly, coversBefore: isCovered(before, months) };
}

/** The whole months that the files of a release cover together. */
async function monthsCovered(tx: Tx, source: string, releasedOn: CalendarDate, asAt: AsAt) {
  const rows = await tx.query<{ month: CalendarDate }>(
    `select distinct m::date::text as month
       from published_file p,
            generate_series(date_trunc('month', p.covers_from), p.covers_until - interval '1 day', interval '1 month') m
      where p.source = $1 and p.released_on = $2 and ${asAt.publishedFileStands('p')}
        and m >= p.covers_from and m + interval '1 month' <= p.covers_until`,
    [source, releasedOn],
  );
  return new Set(rows.map(({ month }) => month));
}

/** The months of the periods of twelve that a release has. */
async function monthsOfYears(tx: Tx, source: string, releasedOn: CalendarDate, asAt: AsAt) {
  const rows = await tx.query<{ from: CalendarDate }>(
    `select distinct f.period_from::text as from
       from published_file p join published_figure f on f.file_id = p.id
      where p.source = $1 and p.released_on = $2 and ${asAt.publishedFileStands('p')}
        and f.period_until = (f.period_from + interval '1 year')::date`,
    [source, releasedOn],
  );
  return new Set(
    rows.flatMap(({ from }) => Array.from({ length: 12 }, (_, index) => addMonths(from, index))),
  );
}

function isCovered({ from, until }: Months, months: ReadonlySet<CalendarDate>): boolean {
  for (let month = from; month < until; month = addMonths(month, 1)) if (!months.has(month)) return false;
  return true;
}

function lastYear(months: ReadonlySet<CalendarDate>): Months | null {
  const last = [...months].toSorted().at(-1);
  if (last === undefined) return null;
  const year = { from: addMonths(last, -11), until: addMonths(last, 1) };
  return isCovered(year, months) ? year : null;
}

function lastQuarter(months: ReadonlySet<CalendarDate>): Months | null {
  const last = [...months].toSorted().at(-1);
  if (last === undefined) return null;
  const newest = FinancialQuarter.containing(last);
  const quarter = [newest, newest.previous]
    .map(({ firstDay, until }) => ({ from: firstDay, until }))
    .find((one) => isCovered(one, months));
  return quarter ?? null;
}

/**
 * What one release says of areas over a time and over the same a year before, by code of the area: in months, quarters or
 * years, whatever it has.
 */
export async function areaSums(
  tx: Tx,
  { source, means }: ShownPublishedSum,
  codes: readonly string[],
  { releasedOn, after, before }: ComparedTime,
  asAt: AsAt,
): Promise<ReadonlyMap<string, { readonly before: AreaSum; readonly after: AreaSum }>> {
  const { notInWhole, whole } = sumToAdd({ source, means, areaCode: '' });
  const rows = await tx.query<{
    code: string;
    isAfter: boolean;
    value: string | null;
    marks: string[] | null;
    months: number;
  }>(
    `with ${publishedSpans(
      `select p.source, a.code, p.decided_at, p.extracted_on, p.id, f.period_from, f.period_until,
              sum(f.value) as value, min(f.mark) as mark
         from published_file p
         join published_area a on a.file_id = p.id and a.code = any($3)
         join published_series s on s.file_id = p.id
          and case when $4::text[] is not null then s.means = any($4)
                   when exists (select from published_series w where w.file_id = p.id and w.means = $10)
                   then s.means = $10 else s.means <> all($5::text[]) end
         ${FIGURES_OF_LABELS}
        where p.source = $1 and p.released_on = $2 and ${asAt.publishedFileStands('p')}
          and f.period_from >= $6 and f.period_until <= $7
          and (f.period_until <= $8 or f.period_from >= $9)
          -- What is counted is added up; a percentage or a rate says something of its own time alone.
          and (s.unit in ('count', 'amount', 'people') or (f.period_from, f.period_until) in (($6, $8), ($9, $7)))
        group by a.code, p.id, f.period_from, f.period_until`,
      // Of the two times: whether it is the later one.
      {
        by: 'code',
        stretch: 'period_from >= $9',
        days: 'case when stretch then $7::date - $9::date else $8::date - $6::date end',
      },
    )}
     select code, stretch as "isAfter",
            case when bool_and(mark is null) and sum(period_until - period_from) <= min(stretch_days)
                 then sum(value) end::text as value,
            array_agg(distinct mark) filter (where mark is not null) as marks,
            round(sum(period_until - period_from) / 30.4)::int as months
       from spans group by code, stretch`,
    [
      ...[source, releasedOn, [...codes], means, [...notInWhole, 'left-out']],
      ...[before.from, after.until, before.until, after.from, whole],
    ],
  );
  const wanted = monthsIn(after);
  const sumOf = (code: string, isAfter: boolean): AreaSum => {
    const row = rows.find((one) => one.code === code && one.isAfter === isAfter);
    if (!row) return { value: null, marks: [], withoutRow: wanted };
    const value = row.value === null ? null : Number(row.value);
    return { value, marks: row.marks ?? [], withoutRow: Math.max(0, wanted - row.months) };
  };
  return new Map(codes.map((code) => [code, { before: sumOf(code, false), after: sumOf(code, true) }]));
}

function monthsIn({ from, until }: Months): number {
  let months = 0;
  for (let month = from; month < until; month = addMonths(month, 1)) months += 1;
  return months;
}
