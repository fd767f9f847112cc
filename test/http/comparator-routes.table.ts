import type { Form, Route } from './routes.table.js';
import type { Records } from './support/records.js';
import type { Fields } from './support/send.js';

const REAL_DATE = 'must be a real date, like 31 3 2027';
const ROOT = '/partnerships/:partnership';
const at =
  (path: (records: Records) => string) =>
  (records: Records): string =>
    `/partnerships/${records.slug}${path(records)}`;
const form = (valid: Fields, invalid: readonly (readonly [fields: Fields, says: string])[]): Form => ({
  valid: () => valid,
  invalid: invalid.map(([fields, says]) => ({ fields: () => fields, says })),
});

const WHY: readonly (readonly [Fields, string])[] = [
  [{ reason: ' ' }, 'Say why, in a few words'],
  [{ reason: 'x'.repeat(501) }, 'The reason must be 500 characters or fewer'],
];
const WHO: readonly (readonly [Fields, string])[] = [
  ...WHY,
  [{ fromOn: '31 2 2014' }, `The first day ${REAL_DATE}`],
  [{ members: 'E09000021' }, 'Select two areas or more'],
  [{ members: ['E09000021', 'Merton'] }, 'Select two areas or more'],
];
const members = { members: ['E09000021', 'E09000024', 'E09000029'], reason: 'The command was split' };

const newGroupForm = form(
  { ...members, name: 'The tri-borough', purpose: 'One command', fromOn: '1 4 2010' },
  [
    ...WHO,
    [{ name: ' ' }, 'Give the group a name'],
    [{ name: 'x'.repeat(101) }, 'The name must be 100 characters or fewer'],
    [
      { name: ' south-west LONDON' },
      'There is a group of this name already. Give this one another name, or change the members of that one.',
    ],
    [{ purpose: '' }, 'Say what the group is for'],
    [{ purpose: 'x'.repeat(501) }, 'What it is for must be 500 characters or fewer'],
  ],
);
const membersForm = form({ ...members, fromOn: '1 10 2014' }, [
  ...WHO,
  [{ fromOn: '31 3 2010' }, 'The group is not in force on that day. Enter a day on which it is.'],
  [
    { members: ['E09000021', 'E09000024', 'E09000027', 'E09000029', 'E09000032'], fromOn: '1 5 2010' },
    'The group has just these members on that day. Select other members, or leave it as it is.',
  ],
]);
const endForm = form({ fromOn: '1 10 2014', reason: 'Nobody looks at it' }, [
  ...WHY,
  [{ fromOn: 'soon' }, `The first day without it ${REAL_DATE}`],
  [{ fromOn: '31 3 2010' }, 'The group is not in force on that day. Enter a day on which it is.'],
]);
const usualForm = form({ group: 'london' }, [[{ group: '' }, 'Select the group']]);

type Path = Route['path'];
const see = (pattern: string, path: Path, access: Route['access'] = 'performance.view'): Route => ({
  ...{ method: 'GET', pattern, access, path, answer: 200 },
});
const send = (pattern: string, path: Path, sent: Form): Route => ({
  ...{ method: 'POST', pattern, access: 'plans.edit', path, answer: 303, form: sent },
});

const list = at(() => '/comparator-groups');
const newGroup = at(() => '/comparator-groups/new');
const usual = at(() => '/comparator-groups/usual');
const ofGroup = (which: 'id' | 'spare', path: string) =>
  at(({ comparatorGroup }) => `/comparator-groups/${comparatorGroup[which]}${path}`);

/** Comparator groups, and measures beside them. */
// prettier-ignore
export const COMPARATOR_ROUTES: readonly Route[] = [
  see(`${ROOT}/measures/:measure/comparators`, at(({ measure }) => `/measures/${measure}/comparators`)),
  see(`${ROOT}/comparator-groups`, list),
  see(`${ROOT}/comparator-groups/new`, newGroup, 'plans.edit'),
  send(`${ROOT}/comparator-groups/new`, newGroup, newGroupForm),
  see(`${ROOT}/comparator-groups/usual`, usual, 'plans.edit'),
  send(`${ROOT}/comparator-groups/usual`, usual, usualForm),
  see(`${ROOT}/comparator-groups/:groupId`, ofGroup('id', '')),
  see(`${ROOT}/comparator-groups/:groupId/members`, ofGroup('id', '/members'), 'plans.edit'),
  send(`${ROOT}/comparator-groups/:groupId/members`, ofGroup('id', '/members'), membersForm),
  see(`${ROOT}/comparator-groups/:groupId/end`, ofGroup('spare', '/end'), 'plans.edit'),
  send(`${ROOT}/comparator-groups/:groupId/end`, ofGroup('spare', '/end'), endForm),
];
