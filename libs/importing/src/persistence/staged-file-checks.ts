import type { CalendarDate } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import type { AnySource } from '@lib/published-data';
import type { LostRows } from '../domain/row-questions.js';
import type { Period } from '../importer.js';
import type { StagedFile } from './staged-file.js';

/** A figure that stands in two rows. */
export interface Doubled {
  readonly series: string;
  readonly area: string;
  readonly from: CalendarDate;
  readonly firstRow: number;
  readonly lastRow: number;
  /** Whether the rows say the same. */
  readonly agree: boolean;
  /** Whether they stand in different columns or sheets, and not one below the other. */
  readonly areApart: boolean;
}

/** A group of series that an area has no row of, in some months or all. */
export interface MissingRow {
  readonly means: string;
  readonly areaCode: string;
  readonly periods: number;
}

/** What stands out in a file that was read, looked at as a whole: what is there twice, and what is not there. */
export class StagedFileChecks {
  constructor(
    private readonly tx: Tx,
    private readonly staged: StagedFile,
  ) {}

  /** Figures that stand in more than one row; events may. */
  async doubled(atMost: number): Promise<readonly Doubled[]> {
    if (this.staged.countsEvents) return [];
    const found = await this.tx.query<{ series: number; area: number } & Omit<Doubled, 'series' | 'area'>>(
      `with several as (select series, area from staged_line group by series, area having count(*) > 1)
       select l.series, l.area, p.period_from::text as "from", min(l.row_number) as "firstRow",
              max(l.row_number) as "lastRow", count(distinct l.shape) > 1 as "areApart",
              count(distinct coalesce(trim_scale(f.value)::text, f.mark)) = 1 as agree
         from several join staged_line l using (series, area)
        cross join lateral unnest(l.figures, l.marks) with ordinality as f(value, mark, place)
         join staged_period p on p.shape = l.shape and p.place = f.place
        group by l.series, l.area, p.period_from, p.period_until having count(*) > 1
        order by agree, "areApart" desc, 4, 5 limit $1`,
      [atMost],
    );
    const labels = { series: inverse(this.staged.seriesLabels), areas: inverse(this.staged.areaLabels) };
    return found.map(({ series, area, ...rest }) => ({
      ...{ series: labels.series.get(series)!.label, area: labels.areas.get(area)!.name },
      ...rest,
    }));
  }

  /** From the first day of the first period to the last of the last one; null where there is none. */
  async coverage(): Promise<Period | null> {
    const [covered] = await this.tx.query<Period>(
      `select min(period_from)::text as "from", max(period_until)::text as "until" from staged_period`,
    );
    return covered?.from ? covered : null;
  }

  /** Months between the first and the last that no row is of, in a file of months. */
  async missingMonths(): Promise<readonly CalendarDate[]> {
    const missing = await this.tx.query<{ month: CalendarDate }>(
      `select m::date::text as month
         from (select min(period_from) as first, max(period_from) as last from staged_period
                having bool_and(period_until = (period_from + interval '1 month')::date)) covered,
              generate_series(first::timestamp, last::timestamp, interval '1 month') m
        where not exists (select from staged_period where period_from = m) order by m`,
    );
    return missing.map(({ month }) => month);
  }

  /**
   * What every area has a row of, and some have not.
   * @param groups numbers of series by what they mean together
   * @param areaCodes areas that have to be there
   */
  async missingRows(
    groups: ReadonlyMap<string, readonly number[]>,
    areaCodes: readonly string[],
  ): Promise<readonly MissingRow[]> {
    const numbers = new Map([...this.staged.areaLabels].map(([{ code }, number]) => [code, number]));
    const pairs = [...groups].flatMap(([means, series]) => series.map((number) => [means, number] as const));
    return this.tx.queryAll<MissingRow>(
      `with grouped as (select * from unnest($1::text[], $2::int[]) as g(means, series)),
            wanted as (select * from unnest($3::text[], $4::int[]) as a(code, area)),
            present as (
              select g.means, l.area, array_agg(distinct l.shape) as shapes
                from staged_line l join grouped g on g.series = l.series group by g.means, l.area),
            -- Few, and often the same: lines of one shape have the same periods.
            counted as (
              select shapes, (select count(distinct (p.period_from, p.period_until)) from staged_period p
                               where p.shape = any(shapes)) as periods
                from (select distinct shapes from present) s),
            covered as (select count(distinct (period_from, period_until)) as periods from staged_period)
       select m.means, w.code as "areaCode", (c.periods - coalesce(n.periods, 0))::int as periods
         from (select distinct means from grouped union select unnest($5::text[])) m
        cross join wanted w cross join covered c
         left join present x on x.means = m.means and x.area = w.area
         left join counted n on n.shapes = x.shapes
        where coalesce(n.periods, 0) < c.periods
        order by m.means, w.code`,
      [
        pairs.map(([means]) => means),
        pairs.map(([, number]) => number),
        areaCodes,
        areaCodes.map((code) => numbers.get(code) ?? 0),
        [...groups.keys()],
      ],
    );
  }

  /**
   * What the release before has for an area in the time of this file, and this file has no row of, although it has rows
   * of it for other areas: what ends for all of them, its publisher has ended. Rows of noughts do not count: files
   * leave out what was never counted in their time.
   *
   * @param meanings of the series by number
   * @param codes of the areas by number
   */
  async lostSince(
    of: { readonly source: AnySource; readonly before: CalendarDate; readonly covers: Period | null },
    meanings: ReadonlyMap<number, string>,
    codes: ReadonlyMap<number, string>,
  ): Promise<readonly LostRows[]> {
    if (this.staged.countsEvents || !this.staged.hasFigures || !of.covers) return [];
    const [earlier] = await this.tx.query<{ released: CalendarDate | null }>(
      `select max(released_on)::text as released from published_file
        where source = $1 and released_on < $2 and state = 'applied' and withdrawn_at is null
          and covers_from < $4 and $3 < covers_until`,
      [of.source, of.before, of.covers.from, of.covers.until],
    );
    if (!earlier?.released) return [];
    return this.tx.queryAll<LostRows>(
      `with mine as (
         select distinct s.means, a.code from (select distinct series, area from staged_line) c
           join unnest($1::int[], $2::text[]) as s(number, means) on s.number = c.series
           join unnest($3::int[], $4::text[]) as a(number, code) on a.number = c.area),
       theirs as (
         select s.means, a.code, min(a.name) as area, sum(f.value) as counted
           from published_file p
           join published_figure f on f.file_id = p.id
           join (select distinct period_from, period_until from staged_period) m
             on m.period_from = f.period_from and m.period_until = f.period_until
           join published_series s on s.file_id = f.file_id and s.number = f.series and s.means <> 'left-out'
           join published_area a on a.file_id = f.file_id and a.number = f.area
            -- What stands in place of an area, such as airports, comes and goes.
            and a.code ~ '^[EWK][0-9]{8}$'
          where p.source = $5 and p.released_on = $6 and p.state = 'applied' and p.withdrawn_at is null
          group by s.means, a.code having bool_or(f.value <> 0))
       select t.means, t.area, trim_scale(t.counted)::text as counted, $6::text as "releasedOn"
         from theirs t
        where t.means in (select means from mine)
          and not exists (select from mine where mine.means = t.means and mine.code = t.code)
        order by t.counted desc, t.means, t.code`,
      [
        ...[[...meanings.keys()], [...meanings.values()], [...codes.keys()], [...codes.values()]],
        ...[of.source, earlier.released],
      ],
    );
  }
}

function inverse<Key>(numbers: ReadonlyMap<Key, number>): Map<number, Key> {
  return new Map([...numbers].map(([key, number]) => [number, key]));
}
