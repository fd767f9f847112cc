import type { CalendarDate, Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import type { AnySource } from '@lib/published-data';
import { Injectable } from '@nestjs/common';

interface OfARelease {
  readonly id: Id;
  readonly source: AnySource;
  readonly releasedOn: CalendarDate;
}

/** The labels of a file, with what they are taken to mean when it is applied; and what its release says already. */
@Injectable()
export class AppliedLabels {
  series(tx: Tx, fileId: Id): Promise<{ number: number; label: string }[]> {
    return tx.query('select number, label from published_series where file_id = $1 order by number', [
      fileId,
    ]);
  }

  areas(tx: Tx, fileId: Id): Promise<{ number: number; label: string; code: string | null }[]> {
    return tx.query('select number, label, code from published_area where file_id = $1 order by number', [
      fileId,
    ]);
  }

  async nameSeries(tx: Tx, fileId: Id, means: ReadonlyMap<number, string>): Promise<void> {
    await tx.query(
      `update published_series s set means = m.means
         from unnest($2::int[], $3::text[]) as m(number, means) where s.file_id = $1 and s.number = m.number`,
      [fileId, [...means.keys()], [...means.values()]],
    );
  }

  async nameAreas(tx: Tx, fileId: Id, codes: ReadonlyMap<number, string>): Promise<void> {
    await tx.query(
      `update published_area a set code = c.code
         from unnest($2::int[], $3::text[]) as c(number, code) where a.file_id = $1 and a.number = c.number`,
      [fileId, [...codes.keys()], [...codes.values()]],
    );
  }

  /** @returns a figure that another file of the release gives otherwise, in words; null where there is none */
  async otherFigure(tx: Tx, { id, source, releasedOn }: OfARelease): Promise<string | null> {
    const others = await tx.query<{ id: Id }>(
      `select o.id from published_file o join published_file f on f.id = $1
        where o.source = $2 and o.released_on = $3 and o.state = 'applied' and o.withdrawn_at is null
          and o.id <> f.id and f.covers_from < o.covers_until and o.covers_from < f.covers_until`,
      [id, source, releasedOn],
    );
    if (others.length === 0) return null;
    // Several areas of one file may count under one code, such as those that are no borough.
    const [other] = await tx.queryAll<{ words: string }>(
      `with said as (
         select f.file_id, lower(s.label) as series, s.unit, a.code, f.period_from, f.period_until,
                min(s.label) as label, min(a.name) as area,
                string_agg(coalesce(trim_scale(f.value)::text, f.mark), ' + '
                           order by f.value, f.mark) as figure
           from published_figure f
           join published_series s on s.file_id = f.file_id and s.number = f.series
           join published_area a on a.file_id = f.file_id and a.number = f.area
          where f.file_id = any($1)
          group by f.file_id, lower(s.label), s.unit, a.code, f.period_from, f.period_until)
       select format('%s, %s, from %s: %s', min(label), min(area), period_from,
                     string_agg(distinct figure, ' and ')) as words
         from said
        group by series, unit, code, period_from, period_until
       having count(distinct figure) > 1
        limit 1`,
      [[id, ...others.map((one) => one.id)]],
    );
    return other?.words ?? null;
  }

  /** @returns a file of the release that is of the same part of it; null where there is none */
  async samePart(tx: Tx, part: OfARelease & { readonly dialect: string }): Promise<string | null> {
    const [other] = await tx.query<{ name: string }>(
      `select name from published_file where source = $1 and released_on = $2 and lower(dialect) = lower($3)
          and state = 'applied' and withdrawn_at is null and id <> $4 limit 1`,
      [part.source, part.releasedOn, part.dialect, part.id],
    );
    return other?.name ?? null;
  }
}
