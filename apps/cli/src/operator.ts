import type { Actor, Id } from '@lib/kernel';

/**
 * Whoever works at the command line of the server: in the trail as "Operator". Enters no figure and approves none;
 * no role lets anybody do that for somebody else.
 */
export function operator(partnershipId: Id, personId: Id): Actor {
  const roles = ['partnership-administrator', 'partnership-analyst'];
  return {
    personId,
    name: 'Operator',
    grants: roles.map((role) => ({ role, partnershipId, authorityId: null })),
  };
}
