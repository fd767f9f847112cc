import type { CalendarDate, Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import type { BearerKey } from '@lib/statutory';
import type { AsAt } from './as-at.js';

/** One version of a piece of evidence, with where its review stands. */
export interface ShownVersion {
  readonly id: Id;
  readonly number: number;
  readonly kind: 'file' | 'link' | 'record';
  readonly name: string;
  readonly size: number | null;
  readonly sha256: string | null;
  readonly link: string | null;
  readonly recordKind: string | null;
  readonly recordId: Id | null;
  /** The days that it is about: half-open. */
  readonly coversFrom: CalendarDate;
  readonly coversUntil: CalendarDate;
  readonly expiresOn: CalendarDate | null;
  readonly words: string;
  readonly by: string;
  readonly byId: Id;
  readonly at: Date;
  /** What the last scan said; null of what is no file. */
  readonly scan: 'clean' | 'infected' | 'not-scanned' | null;
  readonly scanDetail: string | null;
  readonly state: 'received' | 'in-review' | 'accepted' | 'rejected' | 'withdrawn';
  /** Every move of its review, oldest first. */
  readonly moves: readonly ShownMove[];
}

export interface ShownMove {
  readonly state: string;
  readonly reason: string | null;
  readonly by: string;
  readonly at: Date;
}

export interface ShownEvidence {
  readonly id: Id;
  readonly title: string;
  /** Whose it is; null for the partnership's own. */
  readonly authorityId: Id | null;
  readonly authority: string | null;
  readonly marking: 'official' | 'official-sensitive';
  readonly askedFor: string | null;
  readonly dueOn: CalendarDate | null;
  /** Whether it was asked for and has not come, or was given up. */
  readonly request: 'requested' | 'withdrawn' | null;
  readonly by: string;
  readonly at: Date;
  readonly obligations: readonly { readonly reference: string; readonly bearer: BearerKey }[];
  /** Newest first. */
  readonly versions: readonly ShownVersion[];
}

type Stored<T> = Omit<T, 'at'> & { readonly at: string };
type StoredVersion = Omit<ShownVersion, 'at' | 'moves'> & {
  readonly at: string;
  readonly moves: readonly Stored<ShownMove>[];
};

/**
 * Evidence of a partnership, newest first.
 *
 * @param id of the one that is wanted; null for all
 */
export async function evidenceRecords(
  tx: Tx,
  partnershipId: Id,
  asAt: AsAt,
  id: Id | null = null,
): Promise<ShownEvidence[]> {
  const rows = await tx.query<Omit<ShownEvidence, 'versions'> & { versions: readonly StoredVersion[] }>(
    `select e.id, e.title, e.authority_id as "authorityId", a.name as authority, e.marking,
            e.asked_for as "askedFor", e.due_on::text as "dueOn", p.name as by, e.recorded_at as at,
            (select r.state from evidence_state r
              where r.partnership_id = e.partnership_id and r.evidence_id = e.id and r.version_id is null
                and ${asAt.stands('r')}) as request,
            coalesce((select jsonb_agg(jsonb_build_object('reference', o.reference, 'bearer', o.bearer)
                                       order by o.reference, o.bearer)
                        from evidence_obligation o
                       where o.partnership_id = e.partnership_id and o.evidence_id = e.id
                         and ${asAt.stands('o')}), '[]') as obligations,
            coalesce((select jsonb_agg(jsonb_build_object(
                        'id', v.id, 'number', v.number, 'kind', v.kind, 'name', v.name, 'size', v.size,
                        'sha256', v.sha256, 'link', v.link, 'recordKind', v.record_kind, 'recordId', v.record_id,
                        'coversFrom', v.covers_from, 'coversUntil', v.covers_until, 'expiresOn', v.expires_on,
                        'words', v.words, 'by', vp.name, 'byId', v.recorded_by, 'at', v.recorded_at,
                        'scan', c.verdict, 'scanDetail', c.detail, 'state', s.state,
                        'moves', (select jsonb_agg(jsonb_build_object('state', m.state, 'reason', m.reason,
                                           'by', mp.name, 'at', m.recorded_at) order by m.recorded_at, m.id)
                                    from evidence_state m join person mp on mp.id = m.recorded_by
                                   where m.partnership_id = v.partnership_id and m.version_id = v.id
                                     and ${asAt.happened('m.recorded_at')}))
                        order by v.number desc)
                        from evidence_version v
                        join person vp on vp.id = v.recorded_by
                        join evidence_state s on s.partnership_id = v.partnership_id and s.version_id = v.id
                         and ${asAt.stands('s')}
                        left join lateral (select c.verdict, c.detail from evidence_scan c
                                            where c.partnership_id = v.partnership_id and c.version_id = v.id
                                              and ${asAt.happened('c.recorded_at')}
                                            order by c.recorded_at desc, c.id desc limit 1) c on true
                       where v.partnership_id = e.partnership_id and v.evidence_id = e.id), '[]') as versions
       from evidence e
       join person p on p.id = e.recorded_by
       left join authority a on a.partnership_id = e.partnership_id and a.id = e.authority_id
      where e.partnership_id = $1 and ($2::uuid is null or e.id = $2) and ${asAt.happened('e.recorded_at')}
      order by e.recorded_at desc, e.id desc`,
    [partnershipId, id],
  );
  return rows.map((row) => ({
    ...row,
    versions: row.versions.map((version) => ({
      ...version,
      at: new Date(version.at),
      moves: version.moves.map((move) => ({ ...move, at: new Date(move.at) })),
    })),
  }));
}

/** Whether a version counts as accepted on a day: accepted, and not past the day until which it can be relied on. */
export function isAccepted({ state, expiresOn }: ShownVersion, day: CalendarDate): boolean {
  return state === 'accepted' && (expiresOn === null || expiresOn >= day);
}
