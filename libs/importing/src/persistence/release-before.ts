import type { CalendarDate, Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import type { AnySource } from '@lib/published-data';
import type { FitsAnother, Revised } from '../domain/revised-questions.js';
import type { Period } from '../importer.js';

/** Below that, a figure halves by chance. */
const MOST_BY_CHANCE = 20;
/** Of an area, a month or an offence, how much of its figures may be other ones before others are tried. */
const MOST_REVISED = 0.1;
/** What fits another so much better than itself was not revised, but moved. */
const FITS_BETTER = 0.7;
const MOST_TRIED = 40;
const AXES = {
  code: ['means', 'period_from'],
  period_from: ['means', 'code'],
  means: ['code', 'period_from'],
} as const;

/**
 * The figures of a file that is read, beside those of the release before for the same areas, offences and months.
 * Publishers revise, and mostly by little: what is half or double, or what is another's, is noticed only here.
 */
export class ReleaseBefore {
  private constructor(private readonly tx: Tx) {}

  /**
   * @param meanings of the series by number
   * @param codes of the areas by number
   * @returns null where no release before has anything of the same time
   */
  static async of(
    tx: Tx,
    file: {
      readonly id: Id;
      readonly source: AnySource;
      readonly before: CalendarDate;
      readonly covers: Period | null;
    },
    meanings: ReadonlyMap<number, string>,
    codes: ReadonlyMap<number, string>,
  ): Promise<ReleaseBefore | null> {
    if (!file.covers) return null;
    const [earlier] = await tx.query<{ released: CalendarDate | null }>(
      `select max(released_on)::text as released from published_file
        where source = $1 and released_on < $2 and state = 'applied' and withdrawn_at is null
          and covers_from < $4 and $3 < covers_until`,
      [file.source, file.before, file.covers.from, file.covers.until],
    );
    if (!earlier?.released) return null;
    await tx.queryAll(MINE, [
      ...[[...meanings.keys()], [...meanings.values()], [...codes.keys()], [...codes.values()]],
      file.id,
    ]);
    await tx.queryAll(THEIRS, [file.source, earlier.released]);
    // Without it, every figure would be compared with every other one.
    await tx.query('analyze staged_mine, staged_theirs');
    await tx.queryAll(COMPARED);
    await tx.query('analyze staged_compared');
    return new ReleaseBefore(tx);
  }

  async figures(): Promise<number> {
    const [all] = await this.tx.query<{ figures: number }>(
      'select count(*)::int as figures from staged_compared',
    );
    return all!.figures;
  }

  /** Figures that are less than half of what they were, or more than double, the most changed ones first. */
  revised(): Promise<readonly Revised[]> {
    return this.tx.queryAll<Revised>(
      `select means, code as "areaCode", period_from::text as "from", trim_scale(was)::text as was,
              trim_scale(now)::text as now
         from staged_compared
        where greatest(now, was) >= $1 and abs(now - was) * 2 > greatest(now, was)
        order by abs(now - was) desc, means, code, period_from`,
      [MOST_BY_CHANCE],
    );
  }

  /** Areas, months and series whose figures are much rather those of another one in the release before. */
  async fitsAnother(): Promise<readonly FitsAnother[]> {
    const found: FitsAnother[] = [];
    for (const [axis, rest] of Object.entries(AXES))
      found.push(
        ...(await this.tx.queryAll<FitsAnother>(
          `with own as (
             select ${axis} as k, sum(abs(now - was)) / nullif(sum(greatest(now, was)), 0) as apart
               from staged_compared group by 1
             having sum(abs(now - was)) > $1 * sum(greatest(now, was)) order by 2 desc limit $3),
           pairs as (
             select x.k, x.apart, y.k as other,
                    sum(abs(c.now - o.was)) / nullif(sum(greatest(c.now, o.was)), 0) as other_apart
               from own x join own y on y.k <> x.k
               join staged_compared c on c.${axis} = x.k
               join staged_compared o on o.${axis} = y.k and ${rest.map((one) => `o.${one} = c.${one}`).join(' and ')}
              group by 1, 2, 3)
           select distinct on (k) $4::text as axis, k::text as key, other::text as other
             from pairs where other_apart < apart * $2 order by k, other_apart`,
          [MOST_REVISED, FITS_BETTER, MOST_TRIED, axis],
        )),
      );
    return found;
  }
}

/** Of pseudo-areas and what is left out nothing can be said: they come and go. */
const MINE = `
  create temporary table staged_mine on commit drop as
  select s.means, a.code, f.period_from, f.period_until, sum(f.value) as now
    from published_figure f
    join unnest($1::int[], $2::text[]) as s(number, means) on s.number = f.series and s.means <> 'left-out'
    join unnest($3::int[], $4::text[]) as a(number, code) on a.number = f.area and a.code ~ '^[EWK][0-9]{8}$'
   where f.file_id = $5
   group by 1, 2, 3, 4`;

const THEIRS = `
  create temporary table staged_theirs on commit drop as
  select s.means, a.code, f.period_from, f.period_until, sum(f.value) as was
    from published_file p
    join published_figure f on f.file_id = p.id
    join (select distinct period_from, period_until from staged_period) m
      on m.period_from = f.period_from and m.period_until = f.period_until
    join published_series s on s.file_id = f.file_id and s.number = f.series
    join published_area a on a.file_id = f.file_id and a.number = f.area
   where p.source = $1 and p.released_on = $2 and p.state = 'applied' and p.withdrawn_at is null
   group by 1, 2, 3, 4`;

const COMPARED = `
  create temporary table staged_compared on commit drop as
  select means, code, period_from, now, was
    from staged_mine join staged_theirs using (means, code, period_from, period_until)
   where now is not null and was is not null`;
