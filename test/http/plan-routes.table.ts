import type { Form, Route } from './routes.table.js';
import type { PlanRecords, Records } from './support/records.js';
import type { Fields } from './support/send.js';

/** How often the rows below edit the draft before its adoption is recorded. */
const EDITS = 8;

const REAL_DATE = 'must be a real date, like 31 3 2027';
const ROOT = '/partnerships/:partnership';
const VERSION = `${ROOT}/plan/versions/:versionId`;
const PRIORITY = `${ROOT}/plan/priorities/:priorityId`;

const at = (path: string) => (records: Records) => `/partnerships/${records.slug}${path}`;
const ofPlan = (path: (plan: PlanRecords) => string) => (records: Records) =>
  `/partnerships/${records.slug}/plan${path(records.plan)}`;
const ofDraft = (path: (plan: PlanRecords) => string) =>
  ofPlan((plan) => `/versions/${plan.draft}${path(plan)}`);

const form = (
  valid: (plan: PlanRecords, records: Records) => Fields,
  invalid: readonly [fields: Fields | ((plan: PlanRecords) => Fields), says: string][],
): Form => ({
  valid: (records) => valid(records.plan, records),
  invalid: invalid.map(([fields, says]) => ({
    fields: ({ plan }) => (typeof fields === 'function' ? fields(plan) : fields),
    says,
  })),
});

const newPlanForm = form(
  () => ({ title: 'A plan for five years' }),
  [
    [{ title: ' ' }, 'Enter the title of the plan'],
    [{ title: 'x'.repeat(201) }, 'The title must be 200 characters or fewer'],
  ],
);

const decisionForm = form(
  () => ({ decidedOn: '1 3 2011', meeting: 'The board', wording: 'The plan is adopted.' }),
  [
    [{ decidedOn: '31 2 2011' }, `The day of the decision ${REAL_DATE}`],
    [{ decidedOn: '1 1 2199' }, 'The board decides first; record the decision on that day or later.'],
    [{ meeting: '' }, 'Say which meeting decided'],
    [{ wording: ' ' }, 'Enter what was decided, as the minutes have it'],
  ],
);

const consultationForm = form(
  ({ edits }) => ({ edits: String(edits) }),
  [[{ edits: 'newest' }, 'Load the page again and send it once more']],
);

const discardForm = form(
  () => ({ edits: '0', reason: 'Begun by mistake' }),
  [
    [{ edits: 'newest' }, 'Load the page again and send it once more'],
    [{ reason: ' ' }, 'Say why, in a few words'],
    [{ reason: 'x'.repeat(501) }, 'The reason must be 500 characters or fewer'],
  ],
);

const adoptionForm = form(
  ({ edits, decision }) => ({
    ...{ edits: String(edits + EDITS), decision, adoptedOn: '1 3 2011', inForceFrom: '1 4 2011' },
  }),
  [
    [{ decision: '' }, 'Select the board’s decision'],
    [{ adoptedOn: '30 2 2011' }, `The day of adoption ${REAL_DATE}`],
    [{ inForceFrom: '' }, `The day it comes into force ${REAL_DATE}`],
    [
      ({ edits }) => ({ edits: String(edits), adoptedOn: '1 3 2010' }),
      'The plan is adopted on the day of the board’s decision, 2010-03-31, or later, and by today.',
    ],
    [
      ({ edits }) => ({ edits: String(edits), inForceFrom: '1 2 2011' }),
      'A version comes into force on the day it is adopted or later.',
    ],
    [
      ({ edits }) => ({ edits: String(edits), adoptedOn: '31 3 2010', inForceFrom: '1 4 2010' }),
      'A version comes into force after the one before it, which has been in force from 2010-04-01.',
    ],
  ],
);

const priorityForm = (seen: (plan: PlanRecords) => string) =>
  form(
    (plan) => ({
      ...{ title: 'Fewer burglaries', narrative: '', lead: plan.lead, contributors: '' },
      ...{ publication: 'public', seen: seen(plan) },
    }),
    [
      [{ title: ' ' }, 'Enter the priority, as the plan says it'],
      [{ lead: '' }, 'Select the authority that leads'],
      [{ contributors: 'everybody' }, 'Select the authorities that contribute from the list'],
      [({ finding }) => ({ lead: finding }), 'Select authorities from the list'],
      [{ publication: 'secret' }, 'Select whether it may be published'],
    ],
  );

const measuresForm = form(
  ({ measures }) => ({ measures: measures.split(' ')[0]!, seen: measures }),
  [
    [{ measures: 'all' }, 'Select measures from the list'],
    [({ finding }) => ({ measures: finding }), 'Select measures from the list'],
    [{ seen: 'x' }, 'Load the page again and send it once more'],
  ],
);

const actionForm = (seen: (plan: PlanRecords) => string) =>
  form(
    (plan) => ({
      ...{ wording: 'Fit better locks', owner: plan.lead, dueOn: '31 3 2027', tier: 'primary' },
      ...{ publication: 'restricted', seen: seen(plan) },
    }),
    [
      [{ wording: ' ' }, 'Say what is to be done'],
      [{ owner: '' }, 'Select the authority that does it'],
      [{ dueOn: '31 2 2027' }, `The day by which it is done ${REAL_DATE}`],
      [{ tier: 'fourth' }, 'Select what kind of prevention it is'],
      [{ publication: '' }, 'Select whether it may be published'],
    ],
  );

const findingForm = (seen: (plan: PlanRecords) => string) =>
  form(
    (plan) => ({
      ...{ source: 'consultation', document: 'Survey', foundOn: '31 1 2027', wording: 'Locks are old' },
      ...{ priorities: plan.priority, publication: 'public', seen: seen(plan) },
    }),
    [
      [{ source: 'hearsay' }, 'Select where the finding comes from'],
      [{ document: '' }, 'Say in which document it is'],
      [{ foundOn: 'lately' }, `The day of the finding ${REAL_DATE}`],
      [{ wording: '' }, 'Enter what was found'],
      [({ finding }) => ({ priorities: finding }), 'Select priorities from the list'],
    ],
  );

const removalForm = form(() => ({ reason: 'Done' }), [[{ reason: ' ' }, 'Say why, in a few words']]);

const seniorPersonForm = form(
  () => ({ name: 'Vera Example', post: 'Superintendent', fromOn: '1 4 2027' }),
  [
    [{ name: '' }, 'Enter the name of the person'],
    [{ post: ' ' }, 'Enter the post that the person holds'],
    [{ fromOn: '1 13 2027' }, `The first day ${REAL_DATE}`],
  ],
);

const upperPlanForm = form(
  () => ({
    ...{ title: 'Drugs strategy', owner: 'The council', from: '1 4 2027', until: '', succeeds: '' },
    source: 'Its cover',
  }),
  [
    [{ title: '' }, 'Enter the title of the plan'],
    [{ owner: '' }, 'Say whose plan it is'],
    [{ from: '' }, `The first day ${REAL_DATE}`],
    [{ until: 'never' }, `The day after the last ${REAL_DATE}`],
    [{ until: '1 4 2027' }, 'A plan ends after the day on which it starts.'],
    [({ finding }) => ({ succeeds: finding }), 'Select the plan whose place it takes, or none'],
    [
      ({ upperPlan }) => ({ succeeds: upperPlan, from: '1 4 2000' }),
      'A plan starts after the one whose place it takes, which started on 2025-04-01.',
    ],
    [{ source: '' }, 'Say where the days come from'],
  ],
);

const regardForm = form(
  () => ({ regardedOn: '1 6 2025', regardedBy: 'The board', wording: 'Both come first' }),
  [
    [{ regardedOn: '' }, `The day on which regard was had ${REAL_DATE}`],
    [{ regardedOn: '1 1 2199' }, 'Regard is noted on the day it was had, or later.'],
    [{ regardedBy: '' }, 'Say who had regard'],
    [{ wording: ' ' }, 'Say how the plan was regarded'],
  ],
);

type Path = Route['path'];
const see = (pattern: string, path: Path, access: Route['access'] = 'performance.view'): Route => ({
  ...{ method: 'GET', pattern, access, path, answer: 200 },
});
/** A page with a form on it, and the form. */
const ask = (pattern: string, path: Path, asked?: Form): Route[] => [
  see(pattern, path, 'plans.edit'),
  { method: 'POST', pattern, access: 'plans.edit', path, answer: 303, ...(asked && { form: asked }) },
];

/** The routes of the plan and of the decisions that it rests on. The draft is edited in this order, then adopted. */
// prettier-ignore
export const PLAN_ROUTES: readonly Route[] = [
  see(`${ROOT}/plan`, at('/plan')),
  see(VERSION, ofDraft(() => '')),
  see(`${VERSION}/changes`, ofDraft(() => '/changes')),
  see(`${VERSION}/priorities/:priorityId`, ofDraft((plan) => `/priorities/${plan.priority}`)),
  see(`${ROOT}/plan/upper-plans`, at('/plan/upper-plans')),
  see(`${ROOT}/decisions`, at('/decisions')),
  ...ask(`${ROOT}/decisions/new`, at('/decisions/new'), decisionForm),
  ...ask(`${ROOT}/plan/new-plan`, at('/plan/new-plan'), newPlanForm),
  ...ask(`${ROOT}/plan/new-upper-plan`, at('/plan/new-upper-plan'), upperPlanForm),
  ...ask(`${PRIORITY}/senior-person`, ofPlan((plan) => `/priorities/${plan.priority}/senior-person`), seniorPersonForm),
  ...ask(`${PRIORITY}/regard/:upperPlanId`, ofPlan((plan) => `/priorities/${plan.priority}/regard/${plan.upperPlan}`), regardForm),
  ...ask(`${VERSION}/consultation`, ofDraft(() => '/consultation'), consultationForm),
  ...ask(`${VERSION}/new-priority`, ofDraft(() => '/new-priority'), priorityForm(() => '')),
  ...ask(`${VERSION}/priorities/:priorityId/wording`, ofDraft((plan) => `/priorities/${plan.priority}/wording`), priorityForm((plan) => plan.priorityRow)),
  ...ask(`${VERSION}/priorities/:priorityId/measures`, ofDraft((plan) => `/priorities/${plan.priority}/measures`), measuresForm),
  ...ask(`${VERSION}/priorities/:priorityId/new-action`, ofDraft((plan) => `/priorities/${plan.priority}/new-action`), actionForm(() => '')),
  ...ask(`${VERSION}/actions/:actionId`, ofDraft((plan) => `/actions/${plan.action}`), actionForm((plan) => plan.actionRow)),
  ...ask(`${VERSION}/new-finding`, ofDraft(() => '/new-finding'), findingForm(() => '')),
  ...ask(`${VERSION}/findings/:findingId`, ofDraft((plan) => `/findings/${plan.finding}`), findingForm((plan) => plan.findingRow)),
  ...ask(`${VERSION}/:kind/:partId/removal`, ofDraft((plan) => `/action/${plan.spareAction}/removal`), removalForm),
  ...ask(`${VERSION}/discard`, ofPlan((plan) => `/versions/${plan.spareDraft}/discard`), discardForm),
  ...ask(`${VERSION}/adoption`, ofDraft(() => '/adoption'), adoptionForm),
  ...ask(`${ROOT}/plan/revision`, at('/plan/revision')),
];
