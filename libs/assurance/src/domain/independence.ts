import { isRole, may, type Permission, ROLES } from '@lib/access';
import { type Actor, DomainError, type Id } from '@lib/kernel';

/** What an auditor must not do in the partnership they judge: it would be their own work. */
const OWN_WORK: readonly Permission[] = [
  'returns.edit',
  'returns.approve',
  'returns.accept',
  'duties.record',
  'evidence.supply',
  'findings.respond',
];

/**
 * Refuses somebody who also does the work of the partnership that they would judge.
 *
 * @throws DomainError `assurance.not-independent`, with the roles that stand in the way
 */
export function requireIndependence(actor: Actor, partnershipId: Id): void {
  const inTheWay = actor.grants.filter(
    (grant) =>
      grant.partnershipId === partnershipId &&
      OWN_WORK.some((permission) => may({ ...actor, grants: [grant] }, permission, { partnershipId })),
  );
  if (inTheWay.length === 0) return;
  const names = [...new Set(inTheWay.map(({ role }) => (isRole(role) ? ROLES[role].name : role)))];
  throw new DomainError(
    'forbidden',
    'assurance.not-independent',
    `You hold the role ${names.join(' and ')} here as well, so this would be judging your own work. ` +
      'Another auditor can do it, or the partnership administrator can end that role.',
  );
}
