import { type Source, SOURCES } from '@lib/published-data';

/** Sources of which several files of a release hold parts of one area and time, to be added up. */
const IN_PARTS = Object.values<Source>(SOURCES)
  .filter(({ filesOfARelease }) => filesOfARelease === 'parts')
  .map(({ key }) => `'${key}'`)
  .join(', ');

/** Days of a row, and about how many months they are. */
const DAYS = '(period_until - period_from)';
const SIZE = `round(${DAYS} / 30.4)`;

/**
 * SQL that makes of what files say what their release says, so that nothing is counted twice: common table expressions
 * that begin with one called `said` and end with one called `spans`.
 *
 * - Two files of one release may both have a figure: the file that was applied first speaks for it. Where files are
 *   parts, they are added up.
 * - A release may have months, quarters and years side by side. Where they overlap, the shortest that cover the whole
 *   stretch without a gap are taken; where none do, all stay, and add up to more days than the stretch has: then nobody
 *   can say which are meant.
 *
 * @param said a query with `source`, `decided_at`, `extracted_on` and `id` of the file, `period_from`, `period_until`,
 *   `value`, `mark` and the columns of `by`
 * @param of what is added up is told apart `by` columns and by `stretch`, an expression over a row of `said`, whose
 *   length is `days`, an expression over `stretch`
 * @returns `spans` with the columns of `by`, `stretch`, `stretch_days`, `period_from`, `period_until`, `value`, `mark`,
 *   `extracted_on` and the `file_ids` that it is from
 */
export function publishedSpans(
  said: string,
  { by, stretch, days }: { readonly by: string; readonly stretch: string; readonly days: string },
): string {
  return `
    said as (${said}),
    ranked as (
      select *, ${stretch} as stretch,
             row_number() over (partition by ${by}, period_from, period_until order by decided_at, id) as nth
        from said),
    once as (
      select ${by}, stretch, period_from, period_until, sum(value) as value, min(mark) as mark,
             max(extracted_on) as extracted_on, array_agg(id) as file_ids
        from ranked where nth = 1 or source in (${IN_PARTS})
       group by ${by}, stretch, period_from, period_until),
    sized as (
      select *, ${days} as stretch_days, ${SIZE} as size,
             sum${DAYS} over (partition by ${by}, stretch) as all_days,
             sum${DAYS} over (partition by ${by}, stretch, ${SIZE}) as days_of_size
        from once),
    tiled as (
      select *, min(size) filter (where days_of_size = stretch_days) over (partition by ${by}, stretch) as tiling
        from sized),
    spans as (
      select * from tiled where all_days <= stretch_days or tiling is null or size = tiling)`;
}

/** Stretches that are quarters of a financial year. */
export const BY_QUARTER = {
  stretch: `date_trunc('quarter', period_from)::date`,
  days: `(stretch + interval '3 months')::date - stretch`,
} as const;
