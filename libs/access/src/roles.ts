import type { Permission } from './permissions.js';

export interface RoleDefinition {
  readonly name: string;
  /** Whether the role is held for one responsible authority or for the partnership as a whole. */
  readonly heldFor: 'authority' | 'partnership';
  readonly permissions: readonly Permission[];
}

/**
 * The roles of a partnership and what each may do. Editing and approving are never in one role, an administrator
 * does neither, and an auditor changes nothing that an officer reported.
 */
export const ROLES = {
  'partnership-administrator': {
    name: 'Partnership administrator',
    heldFor: 'partnership',
    permissions: ['performance.view', 'duties.view', 'people.view', 'people.manage', 'audit-trail.view'],
  },
  'partnership-analyst': {
    name: 'Partnership analyst',
    heldFor: 'partnership',
    permissions: [
      'performance.view',
      'performance.declare',
      'plans.edit',
      'returns.view',
      'returns.accept',
      'returns.open-quarter',
      'published-figures.load',
      'duties.view',
      'duties.record',
      'evidence.open',
      'evidence.request',
      'evidence.supply',
      'findings.respond',
      'audit-trail.view',
    ],
  },
  'authority-officer': {
    name: 'Authority officer',
    heldFor: 'authority',
    permissions: [
      'performance.view',
      'duties.view',
      'evidence.open',
      'evidence.supply',
      'returns.view',
      'returns.edit',
      'returns.submit',
    ],
  },
  'authority-approver': {
    name: 'Authority approver',
    heldFor: 'authority',
    permissions: [
      'performance.view',
      'duties.view',
      'evidence.open',
      'findings.respond',
      'returns.view',
      'returns.approve',
      'returns.delegate',
    ],
  },
  'board-member': {
    name: 'Board member',
    heldFor: 'partnership',
    permissions: ['performance.view', 'duties.view'],
  },
  auditor: {
    name: 'Auditor',
    heldFor: 'partnership',
    permissions: [
      'performance.view',
      'duties.view',
      'duties.assess',
      'evidence.open',
      'evidence.review',
      'workpapers.keep',
      'findings.raise',
      'returns.view',
      'audit-trail.view',
      'audit-bundles.make',
      'people.view',
    ],
  },
} as const satisfies Record<string, RoleDefinition>;

export type Role = keyof typeof ROLES;

export const ROLE_KEYS = Object.keys(ROLES) as Role[];

export function isRole(text: string): text is Role {
  return Object.hasOwn(ROLES, text);
}

/** The names of the roles that carry a right, for a refusal that says whom to ask. */
export function rolesWith(permission: Permission): string[] {
  return ROLE_KEYS.filter((role) => allows(role, permission)).map((role) => ROLES[role].name);
}

export function allows(role: Role, permission: Permission): boolean {
  return (ROLES[role].permissions as readonly Permission[]).includes(permission);
}
