import { notPermitted } from '@lib/access';
import { type FindingAction, findingMove, reaches } from '@lib/assurance';
import { type Actor, DomainError, type Id, notFound } from '@lib/kernel';
import type { FindingsQuery, ShownFinding } from '@lib/reporting';
import type { PageError } from '@lib/ui';
import { hasAction } from '../../assurance/finding-words.js';

/**
 * A finding that somebody is about to move.
 *
 * @throws DomainError not-found; `assurance.finding-not-now`; `access.not-permitted`
 */
export async function findingInHand(
  query: FindingsQuery,
  actor: Actor,
  partnershipId: Id,
  { findingId, action }: { readonly findingId: string; readonly action: FindingAction },
): Promise<ShownFinding> {
  const [finding] = (await query.run(actor, partnershipId, findingId)).findings;
  if (!finding) throw notFound('finding');
  const { permission } = findingMove(finding.state, action, hasAction(finding));
  if (!reaches(actor, permission, partnershipId, finding)) throw notPermitted(permission);
  return finding;
}

/** That somebody else wrote meanwhile, to be said above the form; any other error goes on. */
export function saidMeanwhile(error: unknown): PageError[] {
  if (!(error instanceof DomainError) || error.code !== 'assurance.finding-changed') throw error;
  return [{ text: error.message, href: undefined }];
}
