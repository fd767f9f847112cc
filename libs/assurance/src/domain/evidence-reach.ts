import { authoritiesFor, may, notPermitted, type Permission } from '@lib/access';
import type { Actor, Id } from '@lib/kernel';
import type { EvidenceItem } from './evidence.js';

type Whose = Pick<EvidenceItem, 'authorityId'>;

/**
 * Whether somebody holds a right for evidence: of an authority by a role held for it or for the partnership, of the
 * partnership itself by a role held for the partnership only.
 */
export function reaches(
  actor: Actor,
  permission: Permission,
  partnershipId: Id,
  { authorityId }: Whose,
): boolean {
  return authorityId === null
    ? authoritiesFor(actor, permission, partnershipId) === 'all'
    : may(actor, permission, { partnershipId, authorityId });
}

/** @throws DomainError `access.not-permitted` */
export function requireReach(actor: Actor, permission: Permission, partnershipId: Id, whose: Whose): void {
  if (!reaches(actor, permission, partnershipId, whose)) throw notPermitted(permission);
}

/** Whether somebody may open evidence: what is OFFICIAL-SENSITIVE only by a role that reaches whose it is. */
export function mayOpen(
  actor: Actor,
  partnershipId: Id,
  { authorityId, marking }: Pick<EvidenceItem, 'authorityId' | 'marking'>,
): boolean {
  return marking === 'official-sensitive'
    ? reaches(actor, 'evidence.open', partnershipId, { authorityId })
    : may(actor, 'evidence.open', { partnershipId });
}
