import { type Permission, PERMISSIONS } from './permissions.js';
import { allows, ROLE_KEYS, ROLES } from './roles.js';

/** The roles and their rights as a Markdown table: `docs/access-matrix.md` is this text, and a check compares them. */
export function accessMatrixMarkdown(): string {
  const header = ['May …', ...ROLE_KEYS.map((role) => ROLES[role].name)];
  const rows = (Object.keys(PERMISSIONS) as Permission[]).map((permission) => [
    `${PERMISSIONS[permission]} (\`${permission}\`)`,
    ...ROLE_KEYS.map((role) => (allows(role, permission) ? scopeOf(role) : '')),
  ]);
  return [
    '# Who may do what',
    '',
    'Made from `libs/access` by `npm run cli -- write-generated`; do not edit by hand.',
    '"Own" means for the authority the role is held for; "all" means for the whole partnership.',
    '',
    row(header),
    row(header.map(() => '---')),
    ...rows.map(row),
    '',
  ].join('\n');
}

function scopeOf(role: keyof typeof ROLES): string {
  return ROLES[role].heldFor === 'authority' ? 'own' : 'all';
}

function row(cells: string[]): string {
  return `| ${cells.join(' | ')} |`;
}
