import type { CalendarDate, Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { AsAt } from './as-at.js';
import { figureRecords, type ShownFigure } from './figure-records.js';

/** What a finding is on. */
export type FindingOn =
  | {
      readonly kind: 'evidence';
      readonly versionId: Id;
      readonly evidenceId: Id;
      readonly number: number;
      readonly title: string;
      readonly marking: 'official' | 'official-sensitive';
      /** Whose the evidence is; null for the partnership's own. */
      readonly authorityId: Id | null;
    }
  | { readonly kind: 'figure'; readonly figure: ShownFigure; readonly workpaperId: Id | null }
  | { readonly kind: 'duty'; readonly occurrence: string };

/** One thing that happened to a finding. */
export interface ShownFindingEntry {
  readonly number: number;
  readonly move: 'raise' | 'answer' | 'reportDone' | 'close' | 'sendBack' | 'reopen' | 'withdraw';
  readonly state: FindingStanding;
  readonly words: string | null;
  readonly response: 'agreed' | 'partly-agreed' | 'not-agreed' | null;
  readonly action: string | null;
  readonly actionOwner: string | null;
  /** The last day for the answer (raise, reopen) or for the action (answer). */
  readonly dueOn: CalendarDate | null;
  readonly by: string;
  readonly at: Date;
}

export type FindingStanding = 'raised' | 'answered' | 'done' | 'closed' | 'withdrawn';

export interface ShownFinding {
  readonly id: Id;
  readonly number: number;
  readonly on: FindingOn;
  readonly title: string;
  readonly found: string;
  readonly expected: string;
  readonly recommendation: string;
  readonly rating: 'low' | 'medium' | 'high';
  /** Who has to answer; null for the partnership. */
  readonly authorityId: Id | null;
  readonly authority: string | null;
  readonly by: string;
  readonly at: Date;
  /** What the last entry led to. */
  readonly state: FindingStanding;
  /** Oldest first; the first one is that it was raised. */
  readonly entries: readonly ShownFindingEntry[];
}

type Row = Omit<ShownFinding, 'on' | 'state' | 'entries'> & {
  readonly versionId: Id | null;
  readonly figureId: Id | null;
  readonly occurrence: string | null;
  readonly workpaperId: Id | null;
  readonly entries: readonly (Omit<ShownFindingEntry, 'at'> & { readonly at: string })[];
};

/**
 * Findings of a partnership by their numbers, with everything that followed from each.
 *
 * @param id of the one that is wanted; null for all
 */
export async function findingRecords(
  tx: Tx,
  partnershipId: Id,
  asAt: AsAt,
  id: Id | null = null,
): Promise<ShownFinding[]> {
  const rows = await tx.query<Row>(
    `select f.id, f.number, f.evidence_version_id as "versionId", f.figure_id as "figureId", f.occurrence,
            f.workpaper_id as "workpaperId", f.title, f.found, f.expected, f.recommendation, f.rating,
            f.authority_id as "authorityId", a.name as authority, p.name as by, f.recorded_at as at, e.entries
       from assurance_finding f
       join person p on p.id = f.recorded_by
       left join authority a on a.partnership_id = f.partnership_id and a.id = f.authority_id
       join lateral (select jsonb_agg(jsonb_build_object('number', e.number, 'move', e.move, 'state', e.state,
                              'words', e.words, 'response', e.response, 'action', e.action,
                              'actionOwner', e.action_owner, 'dueOn', e.due_on, 'by', ep.name,
                              'at', e.recorded_at) order by e.number) as entries
                       from assurance_finding_entry e join person ep on ep.id = e.recorded_by
                      where e.partnership_id = f.partnership_id and e.finding_id = f.id
                        and ${asAt.happened('e.recorded_at')}) e on e.entries is not null
      where f.partnership_id = $1 and ($2::uuid is null or f.id = $2) and ${asAt.happened('f.recorded_at')}
      order by f.number`,
    [partnershipId, id],
  );
  const versionIds = rows.flatMap(({ versionId }) => versionId ?? []);
  const figureIds = rows.flatMap(({ figureId }) => figureId ?? []);
  const versions = await evidenceVersions(tx, partnershipId, versionIds);
  const figures = await figureRecords(tx, partnershipId, figureIds, asAt);
  return rows.map(({ versionId, figureId, occurrence, workpaperId, entries, ...row }) => ({
    ...row,
    on: occurrence
      ? { kind: 'duty', occurrence }
      : (versions.find((one) => one.versionId === versionId) ?? {
          ...{ kind: 'figure', workpaperId, figure: figures.find((one) => one.id === figureId)! },
        }),
    state: entries.at(-1)!.state,
    entries: entries.map((entry) => ({ ...entry, at: new Date(entry.at) })),
  }));
}

/**
 * A version of evidence, or a figure by which its authority stands, as a finding is on it.
 *
 * @param workpaperId of the workpaper whose sample has the figure; null for none
 * @returns null where there is no such thing
 */
export async function findingOn(
  tx: Tx,
  partnershipId: Id,
  wanted:
    | { readonly kind: 'evidence'; readonly versionId: Id }
    | { readonly kind: 'figure'; readonly figureId: Id; readonly workpaperId: Id | null },
): Promise<FindingOn | null> {
  if (wanted.kind === 'evidence')
    return (await evidenceVersions(tx, partnershipId, [wanted.versionId]))[0] ?? null;
  const { figureId, workpaperId } = wanted;
  const [figure] = await figureRecords(tx, partnershipId, [figureId], AsAt.now);
  const isDrawn =
    workpaperId === null ||
    (
      await tx.query(
        'select from workpaper_figure where partnership_id = $1 and workpaper_id = $2 and figure_id = $3',
        [partnershipId, workpaperId, figureId],
      )
    ).length > 0;
  return figure?.isApproved && isDrawn ? { kind: 'figure', figure, workpaperId } : null;
}

function evidenceVersions(tx: Tx, partnershipId: Id, ids: readonly Id[]) {
  return tx.query<Extract<FindingOn, { kind: 'evidence' }>>(
    `select 'evidence' as kind, v.id as "versionId", e.id as "evidenceId", v.number, e.title, e.marking,
            e.authority_id as "authorityId"
       from evidence_version v
       join evidence e on e.partnership_id = v.partnership_id and e.id = v.evidence_id
      where v.partnership_id = $1 and v.id = any($2)`,
    [partnershipId, ids],
  );
}
