import type { CalendarDate } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import type { AsAt } from './as-at.js';
import { FIGURES_OF_LABELS } from './published-labels.js';

/** How many live in areas: what a count is divided by. */
export interface Denominator {
  readonly kind: 'residents' | 'households';
  readonly source: 'ons-population' | 'ons-partnerships';
  /** The mid-year that it is of. */
  readonly on: CalendarDate;
  readonly releasedOn: CalendarDate;
  /** By code of the area. Areas that it does not have are not in it. */
  readonly byArea: ReadonlyMap<string, number>;
}

const SERIES = {
  residents: { source: 'ons-population', means: 'population' },
  households: { source: 'ons-partnerships', means: 'households-rounded' },
} as const;

/**
 * The newest estimate in the newest release, of one mid-year for all areas; null where none is loaded.
 * @param codes of the areas as the source names them
 */
export async function denominatorOf(
  tx: Tx,
  kind: Denominator['kind'],
  codes: readonly string[],
  asAt: AsAt,
): Promise<Denominator | null> {
  const { source, means } = SERIES[kind];
  const rows = await tx.query<{ code: string; value: string; on: CalendarDate; releasedOn: CalendarDate }>(
    `with held as (
       select a.code, f.value, f.period_from, p.released_on, p.decided_at, p.id
         from published_file p
         join published_area a on a.file_id = p.id and a.code = any($3)
         join published_series s on s.file_id = p.id and s.means = $2
         ${FIGURES_OF_LABELS}
        where p.source = $1 and ${asAt.publishedFileStands('p')} and f.value > 0
          and p.released_on = (select max(released_on) from published_file q
                                where q.source = $1 and ${asAt.publishedFileStands('q')}))
     select distinct on (code) code, value::text as value, period_from::text as on,
            released_on::text as "releasedOn"
       from held where period_from = (select max(period_from) from held)
      order by code, decided_at, id`,
    [source, means, [...codes]],
  );
  const [first] = rows;
  if (!first) return null;
  const byArea = new Map(rows.map(({ code, value }) => [code, Number(value)]));
  return { kind, source, on: first.on, releasedOn: first.releasedOn, byArea };
}

/**
 * The partnerships of districts, by code of the district, as the newest file that links them has it. A partnership of
 * several districts is none of them.
 */
export async function partnershipsOfDistricts(tx: Tx, asAt: AsAt): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ district: string; partnership: string }>(
    `with newest as (
       select p.id from published_file p
        where ${asAt.publishedFileStands('p')}
          and exists (select from published_area_link l where l.file_id = p.id and l.kind = 'partnership')
        order by p.released_on desc, p.decided_at limit 1)
     select min(l.area_code) as district, l.within_code as partnership
       from published_area_link l join newest n on n.id = l.file_id
      where l.kind = 'partnership'
      group by l.within_code having count(*) = 1`,
  );
  return new Map(rows.map(({ district, partnership }) => [district, partnership]));
}
