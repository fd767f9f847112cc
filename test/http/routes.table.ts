import { type Permission, type Role, ROLE_KEYS, ROLES } from '@lib/access';
import { demoPerson } from '../../seeds/demo/index.js';
import type { Records } from './support/records.js';
import { COMPARATOR_ROUTES } from './comparator-routes.table.js';
import { MEETING_ROUTES } from './meeting-routes.table.js';
import { PLAN_ROUTES } from './plan-routes.table.js';
import { PUBLISHED_ROUTES } from './published-routes.table.js';
import type { Fields } from './support/send.js';

/**
 * Every route of the service and who may come: the one table behind the tests of rights, forms and forged requests.
 * `access.spec.ts` compares it with the routes that the running service has.
 */
export interface Route {
  readonly method: 'GET' | 'POST';
  /** As the router knows it. */
  readonly pattern: string;
  readonly access: 'public' | 'signed-in' | Permission;
  /** The address for records of somebody's own, or of nobody's. */
  readonly path: (records: Records) => string;
  /** What comes back to who may come; 303 leads on to another page. */
  readonly answer: 200 | 303;
  /** A page whose reading is an event. Files need not say so: each is one. */
  readonly isSensitive?: true;
  readonly form?: Form;
}

export interface Form {
  /** What it does can be done once, and more than one role may: whoever comes second is told (409). */
  readonly once?: boolean;
  readonly valid: (records: Records) => Fields;
  /** Fields that take the place of valid ones, the sentence that says what is wrong, and what must still be shown. */
  readonly invalid: readonly { readonly fields: (records: Records) => Fields; readonly says: string }[];
}

/** Who holds which right, written down a second time: one that is given by mistake shows here. */
export const WHO_MAY: Record<Permission, readonly Role[]> = {
  'performance.view': ROLE_KEYS,
  'performance.declare': ['partnership-analyst'],
  'plans.edit': ['partnership-analyst'],
  'returns.view': ['partnership-analyst', 'authority-officer', 'authority-approver', 'auditor'],
  'returns.edit': ['authority-officer'],
  'returns.submit': ['authority-officer'],
  'returns.approve': ['authority-approver'],
  'returns.delegate': ['authority-approver'],
  'returns.accept': ['partnership-analyst'],
  'returns.open-quarter': ['partnership-analyst'],
  'published-figures.load': ['partnership-analyst'],
  'duties.view': ROLE_KEYS,
  'duties.record': ['partnership-analyst'],
  'duties.assess': ['auditor'],
  'evidence.open': ['partnership-analyst', 'authority-officer', 'authority-approver', 'auditor'],
  'evidence.request': ['partnership-analyst'],
  'evidence.supply': ['partnership-analyst', 'authority-officer'],
  'evidence.review': ['auditor'],
  'workpapers.keep': ['auditor'],
  'findings.raise': ['auditor'],
  'findings.respond': ['partnership-analyst', 'authority-approver'],
  'audit-trail.view': ['partnership-administrator', 'partnership-analyst', 'auditor'],
  'audit-bundles.make': ['auditor'],
  'people.view': ['partnership-administrator', 'auditor'],
  'people.manage': ['partnership-administrator'],
};

/** Who stands for each role: the police officer and approver where the role is held for an authority. */
export const EMAIL_OF = Object.fromEntries(
  ROLE_KEYS.map((role) => [
    role,
    demoPerson(role, role.startsWith('authority-') ? 'police' : undefined).email,
  ]),
) as Record<Role, string>;

export function mayCome(role: Role, { access }: Route): boolean {
  return access === 'public' || access === 'signed-in' || WHO_MAY[access].includes(role);
}

/** Somebody who may come, with the narrowest role that will do. */
export function visitorOf({ access }: Route): string {
  if (access === 'public' || access === 'signed-in') return EMAIL_OF['board-member'];
  const roles = WHO_MAY[access];
  return EMAIL_OF[roles.find((role) => ROLES[role].heldFor === 'authority') ?? roles[0]!];
}

/** Whether an address of this route names a record of the partnership, beside the partnership itself. */
export function namesRecord({ pattern }: Route): boolean {
  // Any quarter can be planned and opened, whether somebody has done so before or not.
  if (/quarters\/:quarter\/(dates|opening)$/.test(pattern)) return false;
  // Whoever holds such an address is its owner.
  if (pattern.startsWith('/calendars/')) return false;
  // The law is the same for everybody, and so are the days that it names.
  if (pattern.includes('/duties/:reference')) return false;
  return pattern.replace(':partnership', '').includes(':');
}

const PARTNERSHIP = '/partnerships/:partnership';
const ofPartnership = (path: string) => (records: Records) => `/partnerships/${records.slug}${path}`;
const ofMeasure = (path: string) => (records: Records) =>
  `/partnerships/${records.slug}/measures/${records.measure}${path}`;
const ofReturn =
  (state: 'draft' | 'complete' | 'submitted' | 'approved' | 'accepted', path: string) => (records: Records) =>
    `/partnerships/${records.slug}/returns/${records[state].id}${path}`;
const ofPerson = (records: Records) => `/partnerships/${records.slug}/people/${records.person}/suspension`;
const ofQuarter = (path: string) => (records: Records) =>
  `/partnerships/${records.slug}/quarters/${records.quarter}${path}`;
const ofOccurrence = (path: string) => (records: Records) =>
  `/partnerships/${records.slug}/duties/FIS-5/strategy-group/${records.dutyYear}${path}`;
const ofAssessed = (records: Records) =>
  `/partnerships/${records.slug}/duties/FIS-12-4a/strategy-group/${records.dutyYear}/assessment`;
const ofProven = (records: Records) =>
  `/partnerships/${records.slug}/duties/FIS-12-4a/strategy-group/${records.proven.year}/record`;
const ofEvidence = (path: string) => (records: Records) =>
  `/partnerships/${records.slug}/evidence/${records.evidence.item}${path}`;
const ofRequest = (records: Records) =>
  `/partnerships/${records.slug}/evidence/${records.evidence.request}/request-withdrawal`;
const ofVersion =
  (which: Exclude<keyof Records['evidence'], 'item' | 'request'>, path: string) => (records: Records) =>
    `/partnerships/${records.slug}/evidence-versions/${records.evidence[which]}${path}`;
const ofFinding = (which: keyof Records['findings'], path: string) => (records: Records) =>
  `/partnerships/${records.slug}/findings/${records.findings[which]}${path}`;
const ofNewFinding = (records: Records) =>
  `/partnerships/${records.slug}/findings/new?on=${newFindingOn(records)}`;
const newFindingOn = ({ dutyYear }: Records) => `duty:FIS-5/strategy-group/${dutyYear}`;
const ofWorkpaper = (which: 'id' | 'tested', path: string) => (records: Records) =>
  `/partnerships/${records.slug}/workpapers/${records.workpaper[which]}${path}`;
const ofSampledFigure = (records: Records) =>
  `/partnerships/${records.slug}/workpapers/${records.workpaper.id}/figures/${records.workpaper.figure}`;
const ofHappening = (records: Records) =>
  `/partnerships/${records.slug}/happenings/${records.happening}/withdrawal`;
const ofMark = (records: Records) =>
  `/partnerships/${records.slug}/measures/${records.measure}/marks/${records.mark}/withdrawal`;
const ofBreakdown = (records: Records) =>
  `/partnerships/${records.slug}/measures/${records.measure}/breakdowns/${records.breakdown.id}/withdrawal`;
const ofCheck = (records: Records) => `/partnerships/${records.slug}/checks/${records.crossCheck}/end`;
const ofDelegation = (records: Records) =>
  `/partnerships/${records.slug}/delegations/${records.delegation.id}/end`;
const ofRole = (records: Records) => `/partnerships/${records.slug}/roles/${records.role}/end`;

const ofReturnForm = (records: Records) =>
  `/partnerships/${records.slug}/return-forms/${records.returnForm.id}/change`;

const SOMETHING_ASKED = [
  { fields: () => ({ quarter: '' }), says: 'Select the quarter from which this is asked' },
  {
    fields: () => ({ quarter: '2011-12-q1' }),
    says: 'April to June 2012 is open, and its returns ask what they asked when it opened. Select a quarter after it.',
  },
  {
    fields: () => ({ asked: 'burglary police' }),
    says: 'Select of whom each measure is asked from the lists',
  },
  { fields: () => ({ reason: ' ' }), says: 'Say why, in a few words' },
];
const returnFormForm: Form = {
  valid: ({ returnForm }) => ({
    ...{ version: returnForm.version, quarter: '2014-15-q1', asked: returnForm.choices[0] },
    reason: 'The yearly revision',
  }),
  invalid: SOMETHING_ASKED,
};
/** Asks what the form before it has left off. */
const newReturnFormForm: Form = {
  valid: ({ returnForm }) => ({
    ...{ name: 'A second form', version: '0', quarter: '2014-15-q1', asked: returnForm.choices[1] },
    reason: 'Another team answers it',
  }),
  invalid: [
    ...SOMETHING_ASKED,
    { fields: () => ({ name: '' }), says: 'Give the form a name.' },
    { fields: () => ({ name: 'x'.repeat(81) }), says: 'The name must be 80 characters or fewer' },
    {
      fields: () => ({ name: ' quarterly RETURN ' }),
      says: 'There is a form of this name already. Give this one another name, or change that one.',
    },
    {
      fields: () => ({ asked: '' }),
      says: 'The form asks nothing. Select an authority for at least one measure.',
    },
    {
      fields: ({ returnForm }) => ({ asked: returnForm.choices[0] }),
      says: 'Residential burglary is asked on the form “Quarterly return” already. Take it off that form first.',
    },
  ],
};

const figuresForm: Form = {
  valid: ({ draft }) => ({
    version: draft.version,
    action: 'later',
    [`figures[${draft.line}][value]`]: '126',
  }),
  invalid: [
    {
      fields: ({ draft }) => ({ [`figures[${draft.line}][value]`]: 'a dozen' }),
      says: 'Residential burglary must be a whole number, like 126 or 1,754',
    },
    {
      fields: ({ draft }) => ({ [`figures[${draft.line}][reason]`]: 'No extract yet' }),
      says: 'Residential burglary: enter a figure or a reason why there is none, not both',
    },
    {
      fields: ({ draft }) => ({
        [`figures[${draft.line}][value]`]: '',
        [`figures[${draft.line}][reason]`]: 'No extract yet',
        [`figures[${draft.line}][expectedOn]`]: '31 2 2012',
      }),
      says: 'Residential burglary: the date you expect it must be a real date, like 31 10 2026',
    },
  ],
};

const sourcesForm: Form = {
  valid: ({ complete }) => ({
    ...{ version: complete.version, lines: complete.line, source: 'Crime records' },
    ...{ release: '', extractedOn: '3 7 2011', finality: 'final', standing: 'official' },
    file: { name: 'extract.csv', bytes: Buffer.from('id\r\n1\r\n') },
  }),
  invalid: [
    { fields: () => ({ source: ' ' }), says: 'Enter where the figures come from' },
    { fields: () => ({ source: 'x'.repeat(201) }), says: 'The source must be 200 characters or fewer' },
    {
      fields: () => ({ extractedOn: '31 6 2011' }),
      says: 'The day must be a real date, today or earlier, like 3 7 2026',
    },
    {
      fields: () => ({ extractedOn: '3 7 2100' }),
      says: 'The day must be a real date, today or earlier, like 3 7 2026',
    },
    { fields: () => ({ finality: 'maybe' }), says: 'Select whether the figures can still change' },
  ],
};

const nilForm: Form = {
  // The form of its figures was saved before it.
  valid: ({ draft }) => ({ version: String(Number(draft.version) + 1) }),
  invalid: [{ fields: () => ({ version: 'newest' }), says: 'Load the page again and send it once more' }],
};

const commentaryForm: Form = {
  valid: ({ complete }) => ({ version: complete.version }),
  invalid: [
    {
      fields: () => ({ 'commentary[whole]': 'x'.repeat(4001) }),
      says: 'The commentary on the return as a whole must be 4000 characters or fewer',
    },
  ],
};

const crossCheckForm: Form = {
  valid: ({ measureIds: [part, whole] }) => ({
    ...{ part, whole, severity: 'soft', whenMissing: 'skip', reason: 'One is a part of the other' },
  }),
  invalid: [
    { fields: () => ({ part: '' }), says: 'Select the measure that is a part' },
    { fields: () => ({ whole: '' }), says: 'Select the measure it is a part of' },
    { fields: ({ measureIds: [part] }) => ({ whole: part }), says: 'Select two different measures' },
    { fields: () => ({ severity: 'odd' }), says: 'Select what happens when it does not hold' },
    { fields: () => ({ whenMissing: 'odd' }), says: 'Select what happens when one has no figure' },
    { fields: () => ({ reason: ' ' }), says: 'Say why it is right' },
  ],
};

const delegationForm: Form = {
  valid: ({ delegation: { role, colleague } }) => ({
    ...{ lent: role, colleague, from: '1 3 2199', until: '14 3 2199', reason: 'On leave' },
  }),
  invalid: [
    { fields: () => ({ colleague: '' }), says: 'Select the colleague who takes it on' },
    { fields: () => ({ from: '31 2 2199' }), says: 'The first day must be a real date, like 31 3 2027' },
    { fields: () => ({ from: '1 3 2001' }), says: 'The first day is today or later.' },
    { fields: () => ({ until: '28 2 2199' }), says: 'The last day is the first day or later.' },
    {
      fields: () => ({ until: '14 9 2199' }),
      says: 'A role is lent for at most 92 days. For a longer absence an administrator gives it to somebody.',
    },
    { fields: () => ({ reason: ' ' }), says: 'Say why, in a few words' },
  ],
};

const pasteForm: Form = {
  valid: () => ({ pasted: 'Residential burglary\t126' }),
  invalid: [
    { fields: () => ({ pasted: ' ' }), says: 'Paste the figures from your spreadsheet' },
    { fields: () => ({ pasted: 'Arson\t3' }), says: 'Row 1: there is no line “Arson” in this return' },
    {
      fields: () => ({ pasted: 'Robbery\tmany' }),
      says: 'Row 1: Robbery must be a whole number, like 126 or 1,754',
    },
  ],
};

/** The template of the police's draft with one row, filled in. */
const filledIn = (figure: string, quarter = 'April to June 2011') => ({
  name: 'figures.csv',
  bytes: Buffer.from(
    `Measure,Unit,Figure,Quarter,Authority,Partnership\r\n` +
      `Residential burglary,offences,${figure},${quarter},Metropolitan Police Service,Safer Kingston Partnership\r\n`,
  ),
});

const uploadForm: Form = {
  valid: () => ({ file: filledIn('126') }),
  invalid: [
    { fields: () => ({ file: '' }), says: 'Select a file' },
    {
      fields: () => ({ file: filledIn('many') }),
      says: 'Cell C2: Residential burglary must be a whole number, like 126 or 1,754',
    },
    {
      fields: () => ({ file: filledIn('126', 'January to March 2011') }),
      says: 'This is the template for January to March 2011; this return is for April to June 2011',
    },
    {
      fields: () => ({ file: { name: 'figures.png', bytes: Buffer.from('89504e470d0a', 'hex') } }),
      says: 'The selected file must be a CSV or XLSX',
    },
  ],
};

const checkForm: Form = {
  // The form of its sources was saved before it.
  valid: ({ complete }) => ({ version: String(Number(complete.version) + 1) }),
  invalid: [
    { fields: () => ({ version: 'newest' }), says: 'Load the page again and check your return once more' },
  ],
};

const decisionForm: Form = {
  valid: ({ submitted }) => ({ contentSha256: submitted.contentSha256, decision: 'approve' }),
  invalid: [
    { fields: () => ({ decision: 'maybe' }), says: 'Select whether you approve the return or send it back' },
    { fields: () => ({ decision: 'send-back', comment: '  ' }), says: 'Say what has to be put right' },
    {
      fields: () => ({ decision: 'send-back', comment: 'x'.repeat(2001) }),
      says: 'What has to be put right must be 2,000 characters or fewer',
    },
    { fields: () => ({ contentSha256: 'whatever' }), says: 'Load the page again before you decide' },
  ],
};

const acceptanceForm: Form = {
  valid: ({ approved }) => ({ decision: 'accept', comment: '', contentSha256: approved.contentSha256 }),
  invalid: [
    { fields: () => ({ contentSha256: '' }), says: 'Load the page again before you accept' },
    { fields: () => ({ decision: 'maybe' }), says: 'Select whether you accept the return or hand it back' },
    { fields: () => ({ decision: 'hand-back', comment: ' ' }), says: 'Say what has to be put right' },
  ],
};

const suspensionForm: Form = {
  valid: () => ({ reason: 'On leave until June', action: 'suspend' }),
  invalid: [
    { fields: () => ({ reason: '' }), says: 'Say why, in a few words' },
    { fields: () => ({ reason: 'x'.repeat(501) }), says: 'The reason must be 500 characters or fewer' },
    { fields: () => ({ action: 'promote' }), says: 'Load the page again and choose once more' },
  ],
};

const roleEndForm: Form = {
  valid: () => ({ reason: 'Has changed jobs' }),
  invalid: [
    { fields: () => ({ reason: ' ' }), says: 'Say why, in a few words' },
    { fields: () => ({ reason: 'x'.repeat(501) }), says: 'The reason must be 500 characters or fewer' },
  ],
};

const signInForm: Form = {
  valid: () => ({ email: EMAIL_OF.auditor, password: 'four quarters a year', next: '/help' }),
  invalid: [
    {
      fields: () => ({ email: 'somebody' }),
      says: 'Enter an email address in the correct format, like name@example.com',
    },
    { fields: () => ({ password: '' }), says: 'Enter your password' },
  ],
};

const restatementForm: Form = {
  valid: () => ({ kind: 'error', reason: 'Two were counted twice' }),
  invalid: [
    { fields: () => ({ kind: 'mood' }), says: 'Select why the figures are corrected' },
    { fields: () => ({ reason: ' ' }), says: 'Say why, in a few words' },
  ],
};

const periodDatesForm: Form = {
  valid: () => ({ opensOn: '1 7 2012', dueOn: '30 7 2012', lastNewOn: '', lastEditOn: '' }),
  invalid: [
    {
      fields: () => ({ dueOn: '31 6 2012' }),
      says: 'The day returns fall due must be a date, like 31 10 2026',
    },
    { fields: () => ({ opensOn: 'soon' }), says: 'The day it opens must be a date, like 31 10 2026' },
    {
      fields: () => ({ dueOn: '1 12 2012' }),
      says: 'Returns for April to June 2012 fall due after it ends and by 2012-09-30, the statutory date.',
    },
  ],
};

const closingForm: Form = {
  valid: () => ({ reason: 'Everything is in' }),
  invalid: [{ fields: () => ({ reason: '' }), says: 'Say why, in a few words' }],
};

const reopeningForm: Form = {
  valid: ({ authority }) => ({ authority, reason: 'The extract came late', expiresOn: '31 3 2100' }),
  invalid: [
    { fields: () => ({ authority: '' }), says: 'Select the authority' },
    { fields: () => ({ reason: ' ' }), says: 'Say why, in a few words' },
    {
      fields: () => ({ expiresOn: '31 3 2000' }),
      says: 'The last day must be a real date, today or later, like 31 10 2026',
    },
  ],
};

const auditBundleForm: Form = {
  valid: () => ({ from: '1 4 2010', until: '31 3 2011' }),
  invalid: [
    { fields: () => ({ from: ' ' }), says: 'Enter the first day' },
    { fields: () => ({ from: '31 6 2010' }), says: 'The first day must be a real date, like 31 3 2027' },
    { fields: () => ({ until: '31 3 2010' }), says: 'The last day must be the first day or a later one.' },
    {
      fields: () => ({ until: '31 3 2100' }),
      says: 'The last day has not come yet. Enter today or an earlier day.',
    },
  ],
};

const TARGET = {
  ...{ kind: 'percentage-reduction', year: '2011-12', wording: '5% fewer', changePercent: '5' },
  ...{ atLeast: '', atMost: '', baselineYear: '2010-11', baselineValue: '637', baselineExactness: 'exact' },
  ...{ baselineLowest: '', baselineHighest: '', baselineSource: 'Returns', baselineRelease: 'as approved' },
  ...{
    course: 'flat',
    level1: '',
    level2: '',
    level3: '',
    level4: '',
    reason: 'Agreed',
    action: 'look',
    seen: '',
  },
};

const targetForm: Form = {
  valid: () => TARGET,
  invalid: [
    { fields: () => ({ kind: 'wish' }), says: 'Select what kind of target it is' },
    { fields: () => ({ year: '' }), says: 'Select the year it is for' },
    { fields: () => ({ wording: ' ' }), says: 'Say the target in words, as the plan does' },
    { fields: () => ({ changePercent: 'five' }), says: 'The percentage must be a number, like 4.5 or 1,754' },
    {
      fields: () => ({ changePercent: '101' }),
      says: 'The percentage must be above 0 and no more than is possible',
    },
    { fields: () => ({ baselineValue: '12.5' }), says: 'The baseline must be a whole number, like 1,754' },
    { fields: () => ({ baselineSource: '' }), says: 'Say where the baseline comes from' },
    { fields: () => ({ kind: 'ceiling' }), says: 'Enter the most that meets it' },
    {
      fields: () => ({ kind: 'range', atLeast: '60', atMost: '40' }),
      says: 'The most must be as much as the least, or more',
    },
  ],
};

const definitionForm: Form = {
  valid: () => ({
    ...{ name: 'Residential burglary', unit: 'offences', wording: 'Burglaries of a home, with attempts.' },
    ...{
      direction: 'lower',
      countedBy: 'quarter',
      sensitivity: 'ordinary',
      source: 'The police',
      version: '1',
    },
    ...{ quarter: '2030-31-q1', effect: 'not-comparable', action: 'look' },
    ...{ reason: 'Attempts are counted too', approvedBy: 'The board, 3 May 2030' },
  }),
  invalid: [
    { fields: () => ({ name: ' ' }), says: 'Enter a name' },
    { fields: () => ({ wording: '' }), says: 'Say what is counted' },
    { fields: () => ({ direction: 'up' }), says: 'Select which way is good' },
    { fields: () => ({ numerator: 'Burglaries' }), says: 'A rate needs its denominator too' },
    { fields: () => ({ quarter: 'soon' }), says: 'Select the quarter from which it is in force' },
    {
      fields: () => ({ quarter: '2012-13-q1' }),
      says: 'The returns for April to June 2012 are open and ask by the definition of before. The analyst can start a new one with July to September 2012 or later.',
    },
    {
      fields: () => ({ quarter: '2008-09-q1' }),
      says: 'The version before starts then or later. Choose a quarter after it; what is in force is not changed backwards.',
    },
    { fields: () => ({ effect: '' }), says: 'Select whether figures before and after can be compared' },
    {
      fields: () => ({ effect: 'comparable', unit: 'homes' }),
      says: 'With another unit, other parts or another period, figures before and after cannot be compared. Choose that they cannot.',
    },
    { fields: () => ({ reason: ' ' }), says: 'Say why the definition changes' },
    { fields: () => ({ approvedBy: ' ' }), says: 'Say who approved it, and when' },
    { fields: () => ({ version: 'newest' }), says: 'Load the page again and send it once more' },
  ],
};

const newMeasureForm: Form = {
  valid: ({ authority }) => ({
    ...{ kind: 'count', from: 'P9', name: 'Theft from the person', unit: 'offences' },
    ...{ wording: 'Offences of theft from the person.', direction: 'lower', countedBy: 'quarter' },
    ...{ sensitivity: 'ordinary', source: 'The police', authority, quarter: '2030-31-q1' },
  }),
  invalid: [
    { fields: () => ({ name: ' ' }), says: 'Enter a name' },
    { fields: () => ({ unit: '' }), says: 'Enter what is counted, in the plural' },
    { fields: () => ({ direction: '' }), says: 'Select which way is good' },
    { fields: () => ({ denominator: 'Residents' }), says: 'A rate needs its numerator too' },
    { fields: () => ({ kind: 'composite' }), says: 'Select what it adds up' },
    { fields: () => ({ authority: '' }), says: 'Select who returns it' },
    { fields: ({ measureIds: [one] }) => ({ authority: one }), says: 'Select who returns it' },
    { fields: () => ({ quarter: 'soon' }), says: 'Select the quarter from which it is in force' },
    { fields: ({ authority }) => ({ priorities: authority }), says: 'Select priorities from the list' },
    {
      fields: () => ({ from: 'P99' }),
      says: 'The catalogue has no such measure any more. Start again from the ready measures',
    },
    {
      fields: () => ({ name: 'Residential burglary' }),
      says: 'There is a measure of this name already. Give this one another name, or change the definition of that one.',
    },
  ],
};

const publishedSumForm: Form = {
  valid: () => ({ source: 'mps-borough', series: 'robbery-personal', area: 'E09000021' }),
  invalid: [
    { fields: () => ({ area: ' ' }), says: 'Select the area whose figures they are' },
    {
      fields: () => ({ series: 'no-such-series' }),
      says: 'Select which of the figures are added up to the measure',
    },
  ],
};
const breakdownForm: Form = {
  valid: ({ breakdown }) => ({ by: 'Offence', categories: breakdown.categories }),
  invalid: [
    { fields: () => ({ by: ' ' }), says: 'Say what it is broken down by' },
    {
      fields: () => ({ by: 'x'.repeat(61) }),
      says: 'What it is broken down by must be 60 characters or fewer',
    },
    { fields: () => ({ categories: 'all' }), says: 'Select its categories' },
    {
      fields: ({ breakdown }) => ({ categories: breakdown.categories[0]! }),
      says: 'Select two categories or more that are in force',
    },
  ],
};

const progressForm: Form = {
  valid: () => ({ progress: 'in-progress', doneOn: '', words: 'The draft is with the strategy group' }),
  invalid: [
    { fields: () => ({ progress: 'perhaps' }), says: 'Select how far it has come' },
    { fields: () => ({ words: ' ' }), says: 'Say what was done and where it can be seen' },
    { fields: () => ({ words: 'x'.repeat(301) }), says: 'The words must be 300 characters or fewer' },
    {
      fields: () => ({ doneOn: '31 2 2026' }),
      says: 'The day it was done must be a real date, like 31 3 2027',
    },
    {
      fields: () => ({ progress: 'done' }),
      says: 'Say on which day it was done, and no day for what is not done yet.',
    },
    {
      fields: () => ({ progress: 'done', doneOn: '1 1 2099' }),
      says: 'That day has not come yet. Say that it is done once it is.',
    },
  ],
};

const assessmentForm: Form = {
  valid: () => ({ seen: '', applies: 'yes', result: 'not-met', words: 'No meeting was announced' }),
  invalid: [
    { fields: () => ({ result: 'perhaps' }), says: 'Select a result' },
    { fields: () => ({ applies: 'perhaps' }), says: 'Select whether it applies' },
    { fields: () => ({ words: ' ' }), says: 'Say why' },
    { fields: () => ({ words: 'x'.repeat(1001) }), says: 'The reason must be 1000 characters or fewer' },
    { fields: () => ({ seen: 'x'.repeat(40) }), says: 'Load the page again and send it once more' },
    {
      fields: () => ({ applies: 'no' }),
      says: 'What does not apply has no result. Select "Not assessed", or say that it applies.',
    },
    {
      fields: () => ({ result: 'met' }),
      says: 'It cannot be recorded as met: no accepted evidence covers all the days that it is about. Accept evidence for those days first, or select another result.',
    },
  ],
};

const provenForm: Form = {
  valid: ({ proven }) => ({ record: proven.id, sha256: proven.contentSha256 }),
  invalid: [],
};

const VERSION = {
  ...{ link: 'https://www.example.org/minutes', coversFrom: '1 4 2026', coversTo: '31 3 2027' },
  ...{ expiresOn: '', words: 'Who attended, on page 2' },
};

const wrongVersions: Form['invalid'] = [
  { fields: () => ({ link: '' }), says: 'Select a file or enter a link' },
  {
    fields: () => ({ link: 'javascript:alert(1)' }),
    says: 'The link must be a web address that begins with https://, in 500 characters or fewer.',
  },
  { fields: () => ({ link: 'x'.repeat(501) }), says: 'The link must be 500 characters or fewer' },
  { fields: () => ({ coversFrom: '31 2 2026' }), says: 'The first day must be a real date, like 31 3 2027' },
  { fields: () => ({ coversFrom: '' }), says: 'Enter the first day that it is about' },
  { fields: () => ({ coversTo: 'soon' }), says: 'The last day must be a real date, like 31 3 2027' },
  {
    fields: () => ({ coversTo: '31 3 2026' }),
    says: 'The last day that it is about lies before the first one. Enter the first and the last day.',
  },
  {
    fields: () => ({ expiresOn: '1 1 2001' }),
    says: 'It could not be relied on any more: that day is past. Supply what is current, or no such day.',
  },
  { fields: () => ({ words: ' ' }), says: 'Say what it shows, and where in it' },
  { fields: () => ({ words: 'x'.repeat(1001) }), says: 'What it shows must be 1000 characters or fewer' },
];

const wrongItems: Form['invalid'] = [
  { fields: () => ({ title: ' ' }), says: 'Say what it is' },
  { fields: () => ({ title: 'x'.repeat(151) }), says: 'The title must be 150 characters or fewer' },
  { fields: () => ({ marking: 'secret' }), says: 'Select how it is marked' },
  { fields: () => ({ duties: '' }), says: 'Select the duties that it is about' },
];

const versionForm: Form = { valid: () => VERSION, invalid: wrongVersions };

const supplyForm: Form = {
  valid: ({ authority }) => ({
    ...{ ...VERSION, title: 'Minutes', authority, marking: 'official' },
    duties: ['FIS-12-4a/strategy-group', 'FIS-12-4b/police'],
  }),
  invalid: [...wrongVersions, ...wrongItems],
};

const evidenceRequestForm: Form = {
  valid: ({ authority }) => ({
    ...{ title: 'Minutes', authority, marking: 'official', duties: 'FIS-12-4b/police' },
    ...{ askedFor: 'Who attended', dueOn: '31 3 2099' },
  }),
  invalid: [
    ...wrongItems,
    { fields: () => ({ askedFor: ' ' }), says: 'Say what is asked for' },
    {
      fields: () => ({ askedFor: 'x'.repeat(1001) }),
      says: 'What is asked for must be 1000 characters or fewer',
    },
    { fields: () => ({ dueOn: '31 2 2099' }), says: 'The last day must be a real date, like 31 3 2027' },
    { fields: () => ({ dueOn: '1 1 2001' }), says: 'That day is past. Ask for it by today or a later day.' },
  ],
};

const evidenceDutiesForm: Form = {
  valid: () => ({ duties: 'FIS-12-4a/strategy-group' }),
  invalid: [{ fields: () => ({ duties: '' }), says: 'Select the duties that it is about' }],
};

const reviewForm: Form = { valid: () => ({ action: 'takeUp' }), invalid: [] };

const newFindingForm: Form = {
  valid: (records) => ({
    ...{ on: newFindingOn(records), title: 'No dates', found: 'None is named', expected: 'Dates are named' },
    ...{ recommendation: 'Name them', rating: 'medium', authority: records.authority, answerBy: '31 3 2099' },
  }),
  invalid: [
    { fields: () => ({ title: ' ' }), says: 'Give the finding a title' },
    { fields: () => ({ title: 'x'.repeat(151) }), says: 'The title must be 150 characters or fewer' },
    { fields: () => ({ found: ' ' }), says: 'Say what you found' },
    { fields: () => ({ found: 'x'.repeat(2001) }), says: 'What you found must be 2000 characters or fewer' },
    { fields: () => ({ expected: ' ' }), says: 'Say what should have been' },
    {
      fields: () => ({ expected: 'x'.repeat(2001) }),
      says: 'What should have been must be 2000 characters or fewer',
    },
    { fields: () => ({ recommendation: ' ' }), says: 'Say what you recommend' },
    {
      fields: () => ({ recommendation: 'x'.repeat(2001) }),
      says: 'The recommendation must be 2000 characters or fewer',
    },
    { fields: () => ({ rating: 'dire' }), says: 'Select how serious it is' },
    { fields: () => ({ authority: 'somebody' }), says: 'Select who answers' },
    { fields: () => ({ answerBy: '' }), says: 'Enter the day by which you want the answer' },
    { fields: () => ({ answerBy: '31 2 2099' }), says: 'The day must be a real date, like 31 3 2027' },
    {
      fields: () => ({ answerBy: '1 1 2001' }),
      says: 'That day is past. Ask for the answer by today or a later day.',
    },
  ],
};

const LOAD_AGAIN = 'Load the page again and send it once more';

const responseForm: Form = {
  once: true,
  valid: () => ({
    ...{ seen: '1', response: 'agreed', words: 'It is so', action: 'A list is kept', owner: 'The commander' },
    dueOn: '31 3 2099',
  }),
  invalid: [
    { fields: () => ({ seen: 'x' }), says: LOAD_AGAIN },
    { fields: () => ({ response: 'perhaps' }), says: 'Select whether you agree' },
    { fields: () => ({ words: ' ' }), says: 'Say why, in a few words' },
    { fields: () => ({ words: 'x'.repeat(2001) }), says: 'The answer must be 2000 characters or fewer' },
    { fields: () => ({ action: 'x'.repeat(1001) }), says: 'The action must be 1000 characters or fewer' },
    { fields: () => ({ owner: 'x'.repeat(151) }), says: 'Who does it must be 150 characters or fewer' },
    { fields: () => ({ dueOn: '31 2 2099' }), says: 'The last day must be a real date, like 31 3 2027' },
    ...[{ action: ' ' }, { owner: '' }, { dueOn: '' }].map((missing) => ({
      fields: () => missing,
      says: 'Say what will be done, who does it and by which day; or select that it is not agreed.',
    })),
    {
      fields: () => ({ response: 'not-agreed' }),
      says: 'What is not agreed has no action. Leave the action, who does it and the day empty, or select another answer.',
    },
    {
      fields: () => ({ dueOn: '1 1 2001' }),
      says: 'That day is past. Enter the last day by which it will be done.',
    },
  ],
};

const findingMoveForm = (seen: string): Form => ({
  valid: () => ({ seen, reason: 'The list is on page 4' }),
  invalid: [
    { fields: () => ({ seen: '' }), says: LOAD_AGAIN },
    { fields: () => ({ reason: ' ' }), says: 'Say it in a few words' },
    { fields: () => ({ reason: 'x'.repeat(2001) }), says: 'The words must be 2000 characters or fewer' },
  ],
});

const reopeningOfFindingForm: Form = {
  valid: () => ({ seen: '4', reason: 'The list has ended', answerBy: '31 3 2099' }),
  invalid: [
    ...findingMoveForm('4').invalid,
    { fields: () => ({ answerBy: '' }), says: 'Enter the day by which you want the answer' },
    { fields: () => ({ answerBy: 'soon' }), says: 'The day must be a real date, like 31 3 2027' },
    {
      fields: () => ({ answerBy: '1 1 2001' }),
      says: 'That day is past. Ask for the answer by today or a later day.',
    },
  ],
};

const newWorkpaperForm: Form = {
  valid: () => ({
    ...{ objective: 'Whether they agree', firstQuarter: '2010-11-q1', lastQuarter: '2010-11-q4' },
    ...{ sampleSize: '3', seed: '' },
  }),
  invalid: [
    { fields: () => ({ objective: ' ' }), says: 'Say what the work is to show' },
    {
      fields: () => ({ objective: 'x'.repeat(1001) }),
      says: 'The objective must be 1000 characters or fewer',
    },
    { fields: () => ({ firstQuarter: '' }), says: 'Select the first quarter' },
    { fields: () => ({ firstQuarter: '2010-12-q1' }), says: 'Select the first quarter' },
    { fields: () => ({ lastQuarter: 'last' }), says: 'Select the last quarter' },
    {
      fields: () => ({ lastQuarter: '2009-10-q4' }),
      says: 'The last quarter lies before the first one. Select the first and the last quarter.',
    },
    {
      fields: () => ({ firstQuarter: '2020-21-q1', lastQuarter: '2020-21-q1' }),
      says: 'No authority stands by a figure of these quarters yet. Select quarters whose returns are approved.',
    },
    {
      fields: () => ({ sampleSize: 'some' }),
      says: 'The number of figures must be a whole number from 1 to 100',
    },
    {
      fields: () => ({ sampleSize: '0' }),
      says: 'The number of figures must be a whole number from 1 to 100.',
    },
    {
      fields: () => ({ seed: 'two words' }),
      says: 'The seed must be letters, digits and hyphens, 40 or fewer',
    },
  ],
};

const testForm: Form = {
  valid: () => ({ outcome: 're-performed', obtained: '126', words: 'Row 3' }),
  invalid: [
    { fields: () => ({ outcome: 'perhaps' }), says: 'Select whether you could re-perform it' },
    { fields: () => ({ obtained: ' ' }), says: 'Enter what you got' },
    { fields: () => ({ obtained: 'many' }), says: 'What you got must be a whole number, like 126 or 1,754' },
    {
      fields: () => ({ obtained: 'x'.repeat(41) }),
      says: 'What you got must be a whole number, like 126 or 1,754',
    },
    {
      fields: () => ({ outcome: 'not-tested' }),
      says: 'What could not be tested has no number. Leave it empty, or select that you re-performed it',
    },
    {
      fields: () => ({ words: ' ' }),
      says: 'Say which rows and cells you took it from, or why it could not be tested',
    },
    { fields: () => ({ words: 'x'.repeat(1001) }), says: 'The words must be 1000 characters or fewer' },
  ],
};

const workpaperConclusionForm: Form = {
  valid: () => ({ reason: 'They agree' }),
  invalid: [
    { fields: () => ({ reason: ' ' }), says: 'Say what the work showed' },
    { fields: () => ({ reason: 'x'.repeat(1001) }), says: 'The conclusion must be 1000 characters or fewer' },
  ],
};

const happeningForm: Form = {
  valid: () => ({
    ...{ trigger: 'plan-adopted-or-revised', on: '1 4 2026', bearer: '', dueOn: '' },
    words: 'The plan was revised',
  }),
  invalid: [
    { fields: () => ({ trigger: 'wish' }), says: 'Select what happened' },
    { fields: () => ({ on: '' }), says: 'The day it happened must be a real date, like 31 3 2027' },
    { fields: () => ({ bearer: 'ministry' }), says: 'Select whom it concerns' },
    { fields: () => ({ dueOn: 'soon' }), says: 'The day that was set must be a real date, like 31 3 2027' },
    { fields: () => ({ words: ' ' }), says: 'Say what happened' },
    { fields: () => ({ words: 'x'.repeat(301) }), says: 'The words must be 300 characters or fewer' },
    {
      fields: () => ({ on: '1 1 2099' }),
      says: 'That day has not come yet. Record it once it has happened.',
    },
    {
      fields: () => ({ dueOn: '31 3 2026' }),
      says: 'The day that was set lies before the day it happened. Enter a later one, or none for what the law says.',
    },
  ],
};

const markForm: Form = {
  valid: () => ({ kind: 'event', quarter: '2010-11-q3', words: 'New patrols', approvedBy: '' }),
  invalid: [
    { fields: () => ({ kind: 'wish' }), says: 'Select what kind of mark it is' },
    { fields: () => ({ quarter: '' }), says: 'Select the quarter from which it holds' },
    { fields: () => ({ words: ' ' }), says: 'Say what happened, in a few words' },
    { fields: () => ({ words: 'x'.repeat(81) }), says: 'The words must be 80 characters or fewer' },
    {
      fields: () => ({ kind: 'new-limits' }),
      says: 'Say who decided that the limits start anew, and when',
    },
    {
      fields: () => ({ kind: 'new-limits', approvedBy: 'The board, 3 May 2011' }),
      says: 'Limits start anew only from seven approved quarters on. Until then mark an event, and come back.',
    },
  ],
};

const withdrawalForm: Form = {
  valid: () => ({ reason: 'It was another borough' }),
  invalid: [
    { fields: () => ({ reason: ' ' }), says: 'Say why, in a few words' },
    { fields: () => ({ reason: 'x'.repeat(501) }), says: 'The reason must be 500 characters or fewer' },
  ],
};

const statusRulesForm: Form = {
  valid: () => ({ rules: 'tolerance', tolerance: '5', reason: 'As agreed' }),
  invalid: [
    { fields: () => ({ rules: 'mine' }), says: 'Select the rules to colour by' },
    { fields: () => ({ tolerance: '0' }), says: 'The tolerance must be above 0% and at most 100%' },
    { fields: () => ({ reason: '' }), says: 'Say why, in a few words' },
  ],
};

const declaredStatusForm: Form = {
  valid: () => ({ rag: 'amber', year: '2010-11', reason: 'Two releases', expiresOn: '31 3 2100' }),
  invalid: [
    { fields: () => ({ rag: 'blue' }), says: 'Select the status you declare' },
    { fields: () => ({ year: '1999-00' }), says: 'Select the year it is for' },
    { fields: () => ({ reason: '' }), says: 'Say why, in a few words' },
    {
      fields: () => ({ expiresOn: '31 3 2000' }),
      says: 'The last day on which it holds must be a real date, today or later, like 31 3 2027',
    },
  ],
};

const get = (
  pattern: string,
  access: Route['access'],
  path: Route['path'],
  answer: 200 | 303 = 200,
): Route => ({
  ...{ method: 'GET', pattern, access, path, answer },
});
const post = (
  pattern: string,
  access: Route['access'],
  path: Route['path'],
  form?: Form,
  answer: 200 | 303 = 303,
): Route => ({
  ...{ method: 'POST', pattern, access, path, answer },
  ...(form && { form }),
});

// prettier-ignore
export const ROUTES: readonly Route[] = [
  get('/', 'signed-in', () => '/', 303),
  get(PARTNERSHIP, 'performance.view', ofPartnership(''), 303),
  get(`${PARTNERSHIP}/board`, 'performance.view', ofPartnership('/board')),
  get(`${PARTNERSHIP}/forecast-record`, 'performance.view', ofPartnership('/forecast-record')),
  get(`${PARTNERSHIP}/changes`, 'performance.view', ofPartnership('/changes?since=2010-04-01')),
  get(`${PARTNERSHIP}/changes.csv`, 'performance.view', ofPartnership('/changes.csv')),
  get(`${PARTNERSHIP}/measures`, 'performance.view', ofPartnership('/measures')),
  get(`${PARTNERSHIP}/measures/catalogue`, 'performance.view', ofPartnership('/measures/catalogue?group=fire')),
  get(`${PARTNERSHIP}/measures/new`, 'plans.edit', ofPartnership('/measures/new')),
  post(`${PARTNERSHIP}/measures/new`, 'plans.edit', ofPartnership('/measures/new'), newMeasureForm),
  get(`${PARTNERSHIP}/measures/:measure`, 'performance.view', ofMeasure('')),
  get(`${PARTNERSHIP}/measures/:measure/figures.csv`, 'performance.view', ofMeasure('/figures.csv')),
  get(`${PARTNERSHIP}/measures/:measure/definition`, 'performance.view', ofMeasure('/definition')),
  get(`${PARTNERSHIP}/measures/:measure/definition/change`, 'plans.edit', ofMeasure('/definition/change')),
  post(`${PARTNERSHIP}/measures/:measure/definition/change`, 'plans.edit', ofMeasure('/definition/change'), definitionForm, 200),
  get(`${PARTNERSHIP}/measures/:measure/target`, 'plans.edit', ofMeasure('/target')),
  post(`${PARTNERSHIP}/measures/:measure/target`, 'plans.edit', ofMeasure('/target'), targetForm, 200),
  get(`${PARTNERSHIP}/measures/:measure/published`, 'performance.view', ofMeasure('/published')),
  get(`${PARTNERSHIP}/measures/:measure/published-sum`, 'plans.edit', ofMeasure('/published-sum')),
  post(
    `${PARTNERSHIP}/measures/:measure/published-sum`,
    'plans.edit',
    ofMeasure('/published-sum'),
    publishedSumForm,
  ),
  get(`${PARTNERSHIP}/measures/:measure/breakdowns`, 'plans.edit', ofMeasure('/breakdowns')),
  post(`${PARTNERSHIP}/measures/:measure/breakdowns`, 'plans.edit', ofMeasure('/breakdowns'), breakdownForm),
  get(`${PARTNERSHIP}/measures/:measure/breakdowns/:breakdownId/withdrawal`, 'plans.edit', ofBreakdown),
  post(`${PARTNERSHIP}/measures/:measure/breakdowns/:breakdownId/withdrawal`, 'plans.edit', ofBreakdown, withdrawalForm),
  get(`${PARTNERSHIP}/measures/:measure/marks`, 'plans.edit', ofMeasure('/marks')),
  post(`${PARTNERSHIP}/measures/:measure/marks`, 'plans.edit', ofMeasure('/marks'), markForm),
  get(`${PARTNERSHIP}/measures/:measure/marks/:markId/withdrawal`, 'plans.edit', ofMark),
  post(`${PARTNERSHIP}/measures/:measure/marks/:markId/withdrawal`, 'plans.edit', ofMark, withdrawalForm),
  get(`${PARTNERSHIP}/measures/:measure/status-rules`, 'plans.edit', ofMeasure('/status-rules')),
  post(`${PARTNERSHIP}/measures/:measure/status-rules`, 'plans.edit', ofMeasure('/status-rules'), statusRulesForm),
  get(`${PARTNERSHIP}/measures/:measure/declared-status`, 'performance.declare', ofMeasure('/declared-status')),
  post(`${PARTNERSHIP}/measures/:measure/declared-status`, 'performance.declare', ofMeasure('/declared-status'), declaredStatusForm),
  get(`${PARTNERSHIP}/all-returns`, 'returns.view', ofPartnership('/all-returns')),
  get(`${PARTNERSHIP}/returns`, 'returns.edit', ofPartnership('/returns')),
  get(`${PARTNERSHIP}/returns/:returnId`, 'returns.view', ofReturn('submitted', '')),
  get(`${PARTNERSHIP}/returns/:returnId/figures`, 'returns.edit', ofReturn('draft', '/figures')),
  post(`${PARTNERSHIP}/returns/:returnId/figures`, 'returns.edit', ofReturn('draft', '/figures'), figuresForm),
  get(`${PARTNERSHIP}/returns/:returnId/nil`, 'returns.edit', ofReturn('draft', '/nil')),
  post(`${PARTNERSHIP}/returns/:returnId/nil`, 'returns.edit', ofReturn('draft', '/nil'), nilForm),
  get(`${PARTNERSHIP}/returns/:returnId/commentary`, 'returns.edit', ofReturn('complete', '/commentary')),
  post(`${PARTNERSHIP}/returns/:returnId/commentary`, 'returns.edit', ofReturn('complete', '/commentary'), commentaryForm),
  get(`${PARTNERSHIP}/returns/:returnId/paste`, 'returns.edit', ofReturn('draft', '/paste')),
  post(`${PARTNERSHIP}/returns/:returnId/paste`, 'returns.edit', ofReturn('draft', '/paste'), pasteForm, 200),
  get(`${PARTNERSHIP}/extracts/:extractId`, 'returns.view', (records) => `/partnerships/${records.slug}/extracts/${records.extract}`),
  get(`${PARTNERSHIP}/returns/:returnId/upload`, 'returns.edit', ofReturn('draft', '/upload')),
  post(`${PARTNERSHIP}/returns/:returnId/upload`, 'returns.edit', ofReturn('draft', '/upload'), uploadForm, 200),
  get(`${PARTNERSHIP}/returns/:returnId/template.csv`, 'returns.edit', ofReturn('draft', '/template.csv')),
  get(`${PARTNERSHIP}/returns/:returnId/template.xlsx`, 'returns.edit', ofReturn('draft', '/template.xlsx')),
  get(`${PARTNERSHIP}/returns/:returnId/figures.csv`, 'returns.view', ofReturn('submitted', '/figures.csv')),
  get(`${PARTNERSHIP}/returns/:returnId/sources`, 'returns.edit', ofReturn('complete', '/sources')),
  post(`${PARTNERSHIP}/returns/:returnId/sources`, 'returns.edit', ofReturn('complete', '/sources'), sourcesForm),
  get(`${PARTNERSHIP}/returns/:returnId/check`, 'returns.submit', ofReturn('complete', '/check')),
  post(`${PARTNERSHIP}/returns/:returnId/check`, 'returns.submit', ofReturn('complete', '/check'), checkForm),
  get(`${PARTNERSHIP}/approvals`, 'returns.approve', ofPartnership('/approvals')),
  get(`${PARTNERSHIP}/returns/:returnId/decision`, 'returns.approve', ofReturn('submitted', '/decision')),
  post(`${PARTNERSHIP}/returns/:returnId/decision`, 'returns.approve', ofReturn('submitted', '/decision'), decisionForm),
  get(`${PARTNERSHIP}/returns/:returnId/acceptance`, 'returns.accept', ofReturn('approved', '/acceptance')),
  post(`${PARTNERSHIP}/returns/:returnId/acceptance`, 'returns.accept', ofReturn('approved', '/acceptance'), acceptanceForm),
  get(`${PARTNERSHIP}/returns/:returnId/restatement`, 'returns.edit', ofReturn('accepted', '/restatement')),
  post(`${PARTNERSHIP}/returns/:returnId/restatement`, 'returns.edit', ofReturn('accepted', '/restatement'), restatementForm),
  get(`${PARTNERSHIP}/checks`, 'plans.edit', ofPartnership('/checks')),
  post(`${PARTNERSHIP}/checks`, 'plans.edit', ofPartnership('/checks'), crossCheckForm),
  get(`${PARTNERSHIP}/checks/:checkId/end`, 'plans.edit', ofCheck),
  post(`${PARTNERSHIP}/checks/:checkId/end`, 'plans.edit', ofCheck, withdrawalForm),
  get(`${PARTNERSHIP}/return-forms`, 'performance.view', ofPartnership('/return-forms')),
  get(`${PARTNERSHIP}/return-forms/:formId/change`, 'plans.edit', ofReturnForm),
  post(`${PARTNERSHIP}/return-forms/:formId/change`, 'plans.edit', ofReturnForm, returnFormForm),
  get(`${PARTNERSHIP}/return-forms/new`, 'plans.edit', ofPartnership('/return-forms/new')),
  post(`${PARTNERSHIP}/return-forms/new`, 'plans.edit', ofPartnership('/return-forms/new'), newReturnFormForm),
  get(`${PARTNERSHIP}/returns-over-time`, 'performance.view', ofPartnership('/returns-over-time')),
  get(`${PARTNERSHIP}/returns-over-time.csv`, 'performance.view', ofPartnership('/returns-over-time.csv')),
  get(`${PARTNERSHIP}/duties`, 'duties.view', ofPartnership('/duties')),
  get(`${PARTNERSHIP}/duties-met`, 'duties.view', ofPartnership('/duties-met')),
  get(`${PARTNERSHIP}/duties/calendar.ics`, 'duties.view', ofPartnership('/duties/calendar.ics')),
  get(`${PARTNERSHIP}/duties/:reference`, 'duties.view', ofPartnership('/duties/CDA-17A')),
  get(`${PARTNERSHIP}/duties/:reference/:bearer/:slug`, 'duties.view', ofOccurrence('')),
  get(`${PARTNERSHIP}/duties/:reference/:bearer/:slug/progress`, 'duties.record', ofOccurrence('/progress')),
  post(`${PARTNERSHIP}/duties/:reference/:bearer/:slug/progress`, 'duties.record', ofOccurrence('/progress'), progressForm),
  get(`${PARTNERSHIP}/duties/:reference/:bearer/:slug/assessment`, 'duties.assess', ofAssessed),
  post(`${PARTNERSHIP}/duties/:reference/:bearer/:slug/assessment`, 'duties.assess', ofAssessed, assessmentForm),
  post(`${PARTNERSHIP}/duties/:reference/:bearer/:slug/record`, 'evidence.review', ofProven, provenForm),
  get(`${PARTNERSHIP}/evidence`, 'duties.view', ofPartnership('/evidence')),
  get(`${PARTNERSHIP}/evidence/new`, 'evidence.supply', ofPartnership('/evidence/new')),
  post(`${PARTNERSHIP}/evidence/new`, 'evidence.supply', ofPartnership('/evidence/new'), supplyForm),
  get(`${PARTNERSHIP}/evidence/request`, 'evidence.request', ofPartnership('/evidence/request')),
  post(`${PARTNERSHIP}/evidence/request`, 'evidence.request', ofPartnership('/evidence/request'), evidenceRequestForm),
  { ...get(`${PARTNERSHIP}/evidence/:evidenceId`, 'duties.view', ofEvidence('')), isSensitive: true },
  get(`${PARTNERSHIP}/evidence/:evidenceId/versions`, 'evidence.supply', ofEvidence('/versions')),
  post(`${PARTNERSHIP}/evidence/:evidenceId/versions`, 'evidence.supply', ofEvidence('/versions'), versionForm),
  get(`${PARTNERSHIP}/evidence/:evidenceId/duties`, 'evidence.supply', ofEvidence('/duties')),
  post(`${PARTNERSHIP}/evidence/:evidenceId/duties`, 'evidence.supply', ofEvidence('/duties'), evidenceDutiesForm),
  get(`${PARTNERSHIP}/evidence/:evidenceId/request-withdrawal`, 'evidence.request', ofRequest),
  post(`${PARTNERSHIP}/evidence/:evidenceId/request-withdrawal`, 'evidence.request', ofRequest, withdrawalForm),
  get(`${PARTNERSHIP}/evidence-versions/:versionId/rejection`, 'evidence.review', ofVersion('reviewedVersion', '/rejection')),
  post(`${PARTNERSHIP}/evidence-versions/:versionId/rejection`, 'evidence.review', ofVersion('reviewedVersion', '/rejection'), withdrawalForm),
  post(`${PARTNERSHIP}/evidence-versions/:versionId/review`, 'evidence.review', ofVersion('version', '/review'), reviewForm),
  get(`${PARTNERSHIP}/evidence-versions/:versionId/withdrawal`, 'evidence.supply', ofVersion('spareVersion', '/withdrawal')),
  post(`${PARTNERSHIP}/evidence-versions/:versionId/withdrawal`, 'evidence.supply', ofVersion('spareVersion', '/withdrawal'), { ...withdrawalForm, once: true }),
  post(`${PARTNERSHIP}/evidence-versions/:versionId/scan`, 'evidence.open', ofVersion('heldVersion', '/scan')),
  post(`${PARTNERSHIP}/evidence-versions/:versionId/file`, 'evidence.open', ofVersion('fileVersion', '/file'), undefined, 200),
  get(`${PARTNERSHIP}/calendar-address`, 'duties.view', ofPartnership('/calendar-address')),
  post(`${PARTNERSHIP}/calendar-address`, 'duties.view', ofPartnership('/calendar-address'), undefined, 200),
  post(`${PARTNERSHIP}/calendar-address/withdrawal`, 'duties.view', ofPartnership('/calendar-address/withdrawal')),
  get('/calendars/:token.ics', 'public', ({ calendar }) => `/calendars/${calendar}.ics`),
  get(`${PARTNERSHIP}/findings`, 'duties.view', ofPartnership('/findings')),
  get(`${PARTNERSHIP}/findings/new`, 'findings.raise', ofNewFinding),
  post(`${PARTNERSHIP}/findings/new`, 'findings.raise', ofPartnership('/findings/new'), newFindingForm),
  get(`${PARTNERSHIP}/findings/:findingId`, 'duties.view', ofFinding('toAnswer', '')),
  get(`${PARTNERSHIP}/findings/:findingId/response`, 'findings.respond', ofFinding('toAnswer', '/response')),
  post(`${PARTNERSHIP}/findings/:findingId/response`, 'findings.respond', ofFinding('toAnswerToo', '/response'), responseForm),
  get(`${PARTNERSHIP}/findings/:findingId/done`, 'findings.respond', ofFinding('toReport', '/done')),
  post(`${PARTNERSHIP}/findings/:findingId/done`, 'findings.respond', ofFinding('toReportToo', '/done'), { ...findingMoveForm('2'), once: true }),
  get(`${PARTNERSHIP}/findings/:findingId/closure`, 'findings.raise', ofFinding('toClose', '/closure')),
  post(`${PARTNERSHIP}/findings/:findingId/closure`, 'findings.raise', ofFinding('toClose', '/closure'), findingMoveForm('3')),
  get(`${PARTNERSHIP}/findings/:findingId/sending-back`, 'findings.raise', ofFinding('toSendBack', '/sending-back')),
  post(`${PARTNERSHIP}/findings/:findingId/sending-back`, 'findings.raise', ofFinding('toSendBack', '/sending-back'), findingMoveForm('3')),
  get(`${PARTNERSHIP}/findings/:findingId/reopening`, 'findings.raise', ofFinding('toReopen', '/reopening')),
  post(`${PARTNERSHIP}/findings/:findingId/reopening`, 'findings.raise', ofFinding('toReopen', '/reopening'), reopeningOfFindingForm),
  get(`${PARTNERSHIP}/findings/:findingId/withdrawal`, 'findings.raise', ofFinding('toWithdraw', '/withdrawal')),
  post(`${PARTNERSHIP}/findings/:findingId/withdrawal`, 'findings.raise', ofFinding('toWithdraw', '/withdrawal'), findingMoveForm('1')),
  get(`${PARTNERSHIP}/workpapers`, 'workpapers.keep', ofPartnership('/workpapers')),
  get(`${PARTNERSHIP}/workpapers/new`, 'workpapers.keep', ofPartnership('/workpapers/new')),
  post(`${PARTNERSHIP}/workpapers/new`, 'workpapers.keep', ofPartnership('/workpapers/new'), newWorkpaperForm),
  get(`${PARTNERSHIP}/workpapers/:workpaperId`, 'workpapers.keep', ofWorkpaper('id', '')),
  get(`${PARTNERSHIP}/workpapers/:workpaperId/figures/:figureId`, 'workpapers.keep', ofSampledFigure),
  post(`${PARTNERSHIP}/workpapers/:workpaperId/figures/:figureId`, 'workpapers.keep', ofSampledFigure, testForm),
  get(`${PARTNERSHIP}/workpapers/:workpaperId/conclusion`, 'workpapers.keep', ofWorkpaper('tested', '/conclusion')),
  post(`${PARTNERSHIP}/workpapers/:workpaperId/conclusion`, 'workpapers.keep', ofWorkpaper('tested', '/conclusion'), workpaperConclusionForm),
  get(`${PARTNERSHIP}/happenings`, 'duties.view', ofPartnership('/happenings')),
  post(`${PARTNERSHIP}/happenings`, 'duties.record', ofPartnership('/happenings'), happeningForm),
  get(`${PARTNERSHIP}/happenings/:happeningId/withdrawal`, 'duties.record', ofHappening),
  post(`${PARTNERSHIP}/happenings/:happeningId/withdrawal`, 'duties.record', ofHappening, withdrawalForm),
  get(`${PARTNERSHIP}/quarters`, 'performance.view', ofPartnership('/quarters')),
  get(`${PARTNERSHIP}/quarters/:quarter/dates`, 'returns.open-quarter', ofPartnership('/quarters/2012-13-q1/dates')),
  post(`${PARTNERSHIP}/quarters/:quarter/dates`, 'returns.open-quarter', ofPartnership('/quarters/2012-13-q1/dates'), periodDatesForm),
  get(`${PARTNERSHIP}/quarters/:quarter/opening`, 'returns.open-quarter', ofPartnership('/quarters/2012-13-q2/opening')),
  post(`${PARTNERSHIP}/quarters/:quarter/opening`, 'returns.open-quarter', ofPartnership('/quarters/2012-13-q2/opening')),
  get(`${PARTNERSHIP}/quarters/:quarter/closing`, 'returns.open-quarter', ofQuarter('/closing')),
  post(`${PARTNERSHIP}/quarters/:quarter/closing`, 'returns.open-quarter', ofQuarter('/closing'), closingForm),
  get(`${PARTNERSHIP}/quarters/:quarter/reopening`, 'returns.open-quarter', ofQuarter('/reopening')),
  post(`${PARTNERSHIP}/quarters/:quarter/reopening`, 'returns.open-quarter', ofQuarter('/reopening'), reopeningForm),
  ...COMPARATOR_ROUTES,
  ...MEETING_ROUTES,
  ...PUBLISHED_ROUTES,
  ...PLAN_ROUTES,
  get(`${PARTNERSHIP}/delegations`, 'returns.delegate', ofPartnership('/delegations')),
  post(`${PARTNERSHIP}/delegations`, 'returns.delegate', ofPartnership('/delegations'), delegationForm),
  get(`${PARTNERSHIP}/delegations/:delegationId/end`, 'returns.delegate', ofDelegation),
  post(`${PARTNERSHIP}/delegations/:delegationId/end`, 'returns.delegate', ofDelegation, withdrawalForm),
  get(`${PARTNERSHIP}/people`, 'people.view', ofPartnership('/people')),
  get(`${PARTNERSHIP}/people/:personId/suspension`, 'people.manage', ofPerson),
  post(`${PARTNERSHIP}/people/:personId/suspension`, 'people.manage', ofPerson, suspensionForm),
  get(`${PARTNERSHIP}/roles/:assignmentId/end`, 'people.manage', ofRole),
  post(`${PARTNERSHIP}/roles/:assignmentId/end`, 'people.manage', ofRole, roleEndForm),
  get(`${PARTNERSHIP}/audit-trail`, 'audit-trail.view', ofPartnership('/audit-trail')),
  post(`${PARTNERSHIP}/audit-trail.csv`, 'audit-trail.view', ofPartnership('/audit-trail.csv'), undefined, 200),
  post(`${PARTNERSHIP}/audit-trail.json`, 'audit-trail.view', ofPartnership('/audit-trail.json?kind=plan'), undefined, 200),
  post(`${PARTNERSHIP}/audit-trail/check`, 'audit-trail.view', ofPartnership('/audit-trail/check')),
  get(`${PARTNERSHIP}/audit-bundles`, 'audit-bundles.make', ofPartnership('/audit-bundles')),
  post(`${PARTNERSHIP}/audit-bundles`, 'audit-bundles.make', ofPartnership('/audit-bundles'), auditBundleForm),
  post(`${PARTNERSHIP}/audit-bundles/:bundleId/file`, 'audit-bundles.make', ({ slug, auditBundle }) => `/partnerships/${slug}/audit-bundles/${auditBundle}/file`, undefined, 200),
  get('/help', 'public', () => '/help'),
  get('/accessibility', 'public', () => '/accessibility'),
  get('/cookies', 'public', () => '/cookies'),
  get('/privacy', 'public', () => '/privacy'),
  get('/sign-in', 'public', () => '/sign-in'),
  post('/sign-in', 'public', () => '/sign-in', signInForm),
  get('/signed-out', 'public', () => '/signed-out'),
  post('/sign-out', 'public', () => '/sign-out'),
];

/** "POST /partnerships/:partnership/people/…", for the name of a test. */
export function nameOf({ method, pattern }: Route): string {
  return `${method} ${pattern}`;
}
