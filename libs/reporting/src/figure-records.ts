import type { CalendarDate, Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import type { AsAt } from './as-at.js';

/** One figure as it was reported: a later correction is another figure. */
export interface ShownFigure {
  readonly id: Id;
  readonly measure: string;
  readonly measureSlug: string;
  readonly unit: string;
  readonly firstDay: CalendarDate;
  readonly authorityId: Id;
  readonly authority: string;
  readonly returnId: Id;
  readonly revision: number;
  /** Exactly as stored; null of what has no number. */
  readonly value: string | null;
  readonly source: string | null;
  readonly release: string | null;
  readonly extractedOn: CalendarDate | null;
  readonly extract: { readonly id: Id; readonly name: string; readonly sha256: string } | null;
  /** Whether the authority stands by the return that it is in. */
  readonly isApproved: boolean;
  /** Whether something else is said in its place: in the return that was handed back, or in an approved correction. */
  readonly isCorrected: boolean;
}

/** Figures by their ids, in no order. */
export function figureRecords(
  tx: Tx,
  partnershipId: Id,
  ids: readonly Id[],
  asAt: AsAt,
): Promise<ShownFigure[]> {
  return tx.query<ShownFigure>(
    `select f.id, l.label as measure, m.slug as "measureSlug", l.unit, r.quarter_first_day::text as "firstDay",
            r.authority_id as "authorityId", a.name as authority, r.id as "returnId", r.revision,
            f.value::text as value, f.source, f.release, f.extracted_on::text as "extractedOn",
            case when x.id is not null
              then jsonb_build_object('id', x.id, 'name', x.name, 'sha256', x.sha256) end as extract,
            ${asAt.counts('r')} as "isApproved",
            not (${asAt.stands('f')}) or exists (select from quarterly_return n
                     where n.partnership_id = r.partnership_id and n.restates_id = r.id
                       and ${asAt.counts('n')}) as "isCorrected"
       from figure f
       join return_line l on l.partnership_id = f.partnership_id and l.id = f.line_id
       join measure m on m.partnership_id = l.partnership_id and m.id = l.measure_id
       join quarterly_return r on r.partnership_id = l.partnership_id and r.id = l.return_id
       join authority a on a.partnership_id = r.partnership_id and a.id = r.authority_id
       left join source_extract x on x.partnership_id = f.partnership_id and x.id = f.extract_id
      where f.partnership_id = $1 and f.id = any($2)`,
    [partnershipId, ids],
  );
}

/**
 * What a sample is drawn from: the ids of the figures with a number by which their authorities stand, of the quarters
 * that start in a range of days; of a return that was corrected, the newest approved revision. In the order of the ids.
 */
export async function figurePopulation(
  tx: Tx,
  partnershipId: Id,
  { from, until }: { readonly from: CalendarDate; readonly until: CalendarDate },
  asAt: AsAt,
): Promise<Id[]> {
  const rows = await tx.query<{ id: Id }>(
    `select id from (select distinct on (r.quarter_first_day, l.measure_id) f.id, f.kind
                       from quarterly_return r
                       join return_line l on l.partnership_id = r.partnership_id and l.return_id = r.id
                       join figure f on f.partnership_id = l.partnership_id and f.line_id = l.id
                                    and ${asAt.stands('f')}
                      where r.partnership_id = $1 and r.quarter_first_day >= $2 and r.quarter_first_day < $3
                        and ${asAt.counts('r')}
                      order by r.quarter_first_day, l.measure_id, r.revision desc) newest
      where kind = 'value' order by id::text`,
    [partnershipId, from, until],
  );
  return rows.map(({ id }) => id);
}
