import { type Actor, DomainError, type Id, notFound } from '@lib/kernel';
import { type Permission, PERMISSIONS } from './permissions.js';
import { allows, isRole, rolesWith } from './roles.js';

/** What a right is asked for: a partnership as a whole, or one authority's affairs within it. */
export interface Scope {
  readonly partnershipId: Id;
  readonly authorityId?: Id;
}

/**
 * Whether the actor holds the right there. A role held for the partnership reaches every authority in it; a role
 * held for an authority reaches that authority only, and what has no authority only by a right that needs none.
 */
export function may(actor: Actor, permission: Permission, scope: Scope): boolean {
  return actor.grants.some(
    (grant) =>
      grant.partnershipId === scope.partnershipId &&
      isRole(grant.role) &&
      allows(grant.role, permission) &&
      (grant.authorityId === null ||
        scope.authorityId === undefined ||
        grant.authorityId === scope.authorityId),
  );
}

/** The second gate, on the loaded record. Throws `access.not-permitted`, saying what is missing and whom to ask. */
export function authorise(actor: Actor, permission: Permission, scope: Scope): void {
  if (!may(actor, permission, scope)) throw notPermitted(permission);
}

/**
 * The second gate on a record of one authority. Who may not even see it learns nothing: for them it does not exist.
 *
 * @param seenWith the right by which the record is seen
 * @param what the record in a word, for "There is no such …"
 */
export function authoriseOnRecord(
  actor: Actor,
  permission: Permission,
  { seenWith, what, scope }: { seenWith: Permission; what: string; scope: Scope },
): void {
  if (!may(actor, seenWith, scope)) throw notFound(what);
  authorise(actor, permission, scope);
}

export function notPermitted(permission: Permission): DomainError {
  return new DomainError(
    'forbidden',
    'access.not-permitted',
    `You may not ${PERMISSIONS[permission].split(',')[0]} here. This needs the role ${list(rolesWith(permission))}. ` +
      'Ask your partnership administrator if you should have it.',
  );
}

/** The authorities of a partnership for which the actor holds a right: all of them, or these. */
export function authoritiesFor(actor: Actor, permission: Permission, partnershipId: Id): 'all' | Id[] {
  const grants = actor.grants.filter(
    (grant) => grant.partnershipId === partnershipId && isRole(grant.role) && allows(grant.role, permission),
  );
  if (grants.some((grant) => grant.authorityId === null)) return 'all';
  return [...new Set(grants.flatMap((grant) => grant.authorityId ?? []))];
}

function list(names: string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
