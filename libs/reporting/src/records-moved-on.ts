import type { Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import type { AsAt } from './as-at.js';
import type { ShownVersion } from './evidence-records.js';
import { provingRecords } from './proving-records.js';

/**
 * Those versions of evidence that are records of the partnership and do not stand any more as they were accepted: they
 * were put right, corrected by a later revision, or taken back. What was accepted is still what it was.
 */
export async function recordsMovedOn(
  tx: Tx,
  partnershipId: Id,
  asAt: AsAt,
  versions: readonly ShownVersion[],
): Promise<Id[]> {
  const ofRecords = versions.filter(({ kind }) => kind === 'record');
  if (ofRecords.length === 0) return [];
  const { meetings, nominees, summaries, planVersions } = await provingRecords(tx, partnershipId, asAt);
  const standing = new Map(
    [...meetings, ...nominees, ...summaries, ...planVersions].map((one) => [one.id, one.contentSha256]),
  );
  for (const { id, sha256 } of await standingReturns(tx, partnershipId, asAt)) standing.set(id, sha256);
  return ofRecords
    .filter(({ recordId, sha256 }) => recordId !== null && standing.get(recordId) !== sha256)
    .map(({ id }) => id);
}

/** Accepted returns that no later revision corrects. */
function standingReturns(tx: Tx, partnershipId: Id, asAt: AsAt): Promise<{ id: Id; sha256: string }[]> {
  return tx.query(
    `select r.id, (select d.content_sha256 from return_decision d
                    where d.partnership_id = r.partnership_id and d.return_id = r.id
                      and d.leads_to_state = 'accepted' and ${asAt.happened('d.decided_at')}
                    order by d.decided_at desc limit 1) as sha256
       from quarterly_return r
      where r.partnership_id = $1 and ${asAt.stateOf('r')} = 'accepted'
        and not exists (select from quarterly_return later
                         where later.partnership_id = r.partnership_id and later.authority_id = r.authority_id
                           and later.form_id = r.form_id and later.quarter_first_day = r.quarter_first_day
                           and later.revision > r.revision and ${asAt.stateOf('later')} = 'accepted')`,
    [partnershipId],
  );
}
