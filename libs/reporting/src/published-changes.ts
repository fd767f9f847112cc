import type { CalendarDate, Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';

/** What a file says beside the release before it. */
export interface PublishedChanges {
  /** The release that it is compared with; null where there is none. */
  readonly before: CalendarDate | null;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  /** Figures that the release before had for the same time, and that this file has not. */
  readonly missing: number;
  /** Figures of labels or areas that count nowhere. */
  readonly leftOut: number;
  readonly biggest: readonly PublishedChange[];
}

export interface PublishedChange {
  readonly means: string;
  readonly areaCode: string;
  readonly area: string;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly before: string;
  readonly after: string;
}

const MOST_SHOWN = 10;

/**
 * The figures of two sides beside each other, by what they mean, with different names for one thing added up; a sum with
 * a mark in it has no value. One pass over both: the planner knows nothing yet of a file that has only just come in.
 */
const COMPARED = `
  with sides as (
    select f.id as file_id, true as mine from published_file f where f.id = $1
    union all
    select f.id, false from published_file f
     where f.source = $2 and f.released_on = $3 and f.state = 'applied' and f.withdrawn_at is null and f.id <> $1),
  figures as (
    select d.mine, s.means, a.code, min(a.name) as area, f.period_from, f.period_until,
           case when bool_and(f.value is not null) then sum(f.value) end as value, min(f.mark) as mark
      from sides d
      join published_figure f on f.file_id = d.file_id
      join published_series s on s.file_id = f.file_id and s.number = f.series
      join published_area a on a.file_id = f.file_id and a.number = f.area
      join published_file own on own.id = $1
     where s.means <> 'left-out' and a.code <> 'left-out'
       and f.period_from >= own.covers_from and f.period_until <= own.covers_until
     group by d.mine, s.means, a.code, f.period_from, f.period_until),
  beside as (
    select means, code, min(area) as area, period_from, period_until,
           bool_or(mine) as is_mine, bool_or(not mine) as is_theirs,
           min(value) filter (where mine) as after, min(value) filter (where not mine) as before,
           min(mark) filter (where mine) as mark_after, min(mark) filter (where not mine) as mark_before
      from figures group by means, code, period_from, period_until),
  compared as materialized (
    select *, case when not is_theirs then 'added' when not is_mine then 'missing'
                   when (after, mark_after) is distinct from (before, mark_before) then 'changed'
                   else 'same' end as outcome
      from beside)`;

/** What a file that was read changes, against the newest release before its own. */
export async function publishedChanges(
  tx: Tx,
  file: { readonly id: Id; readonly source: string; readonly releasedOn: CalendarDate | null },
): Promise<PublishedChanges> {
  const [earlier] = await tx.query<{ released: CalendarDate | null }>(
    `select max(released_on)::text as released from published_file
      where source = $1 and state = 'applied' and withdrawn_at is null and id <> $2
        and ($3::date is null or released_on < $3)`,
    [file.source, file.id, file.releasedOn],
  );
  const before = earlier?.released ?? null;
  // In one pass for all of it: it goes through hundreds of thousands of figures.
  const [counted] = await tx.queryAll<Omit<PublishedChanges, 'before' | 'leftOut'>>(
    `${COMPARED},
     biggest as (
       select means, code as "areaCode", area, period_from::text as "from", period_until::text as "until",
              before::text as before, after::text as after
         from compared where outcome = 'changed' and before is not null and after is not null
        order by abs(after - before) desc, means, code, period_from limit ${MOST_SHOWN})
     select count(*) filter (where outcome = 'added')::int as added,
            count(*) filter (where outcome = 'changed')::int as changed,
            count(*) filter (where outcome = 'same')::int as same,
            count(*) filter (where outcome = 'missing')::int as missing,
            (select coalesce(json_agg(b), '[]') from biggest b) as biggest
       from compared`,
    [file.id, file.source, before],
  );
  return { before, ...counted!, leftOut: await leftOut(tx, file.id) };
}

async function leftOut(tx: Tx, fileId: Id): Promise<number> {
  const [labels] = await tx.query<{ any: boolean }>(
    `select exists (select from published_series where file_id = $1 and coalesce(means, 'left-out') = 'left-out')
         or exists (select from published_area where file_id = $1 and coalesce(code, 'left-out') = 'left-out') as any`,
    [fileId],
  );
  if (!labels!.any) return 0;
  const [left] = await tx.queryAll<{ figures: number }>(
    `select count(*)::int as figures from published_figure f
       join published_series s on s.file_id = f.file_id and s.number = f.series
       join published_area a on a.file_id = f.file_id and a.number = f.area
      where f.file_id = $1 and ('left-out' in (s.means, a.code) or s.means is null or a.code is null)`,
    [fileId],
  );
  return left!.figures;
}
