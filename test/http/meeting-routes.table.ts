import type { Form, Route } from './routes.table.js';
import type { Records } from './support/records.js';
import type { Fields } from './support/send.js';

const REAL_DATE = 'must be a real date, like 31 3 2027';
const ROOT = '/partnerships/:partnership';

const at =
  (path: (records: Records) => string) =>
  (records: Records): string =>
    `/partnerships/${records.slug}${path(records)}`;

const form = (
  valid: (records: Records) => Fields,
  invalid: readonly (readonly [fields: Fields, says: string])[],
): Form => ({ valid, invalid: invalid.map(([fields, says]) => ({ fields: () => fields, says })) });

const meeting = ({ meeting: { attended } }: Records): Fields => ({
  ...{ kind: 'public-meeting', heldOn: '9 6 2025', place: 'The Guildhall', discussed: 'Burglary' },
  publicAt: 'https://www.kingston.example/meetings',
  'attendees[r0][authority]': attended,
  'attendees[r0][name]': 'Vera Example',
  'attendees[r0][post]': 'Director',
  'attendees[r0][senior]': 'yes',
});

const WRONG_MEETINGS: readonly (readonly [Fields, string])[] = [
  [{ kind: 'party' }, 'Select what kind of meeting it was'],
  [{ heldOn: '31 2 2026' }, `The day it was held ${REAL_DATE}`],
  [{ heldOn: '1 1 2199' }, 'That day has not come yet. Record the meeting once it was held.'],
  [
    { heldOn: '1 4 2009' },
    'Somebody attended for a body that was no responsible authority on that day. Enter them under the one that was.',
  ],
  [{ place: ' ' }, 'Say where it was held'],
  [{ place: 'x'.repeat(201) }, 'The place must be 200 characters or fewer'],
  [{ discussed: '' }, 'Say what was discussed'],
  [{ discussed: 'x'.repeat(2001) }, 'What was discussed must be 2000 characters or fewer'],
  [
    { publicAt: 'javascript:alert(1)' },
    'The address where it was made public must be a web address, like https://www.kingston.example/meetings',
  ],
  [{ 'attendees[r0][name]': ' ' }, 'Enter the name of the person who is Director'],
  [{ 'attendees[r0][post]': '' }, 'Enter the post that Vera Example holds'],
  [{ 'attendees[r0][post]': 'x'.repeat(201) }, 'Names and posts must be 200 characters or fewer'],
];

const meetingForm = form(meeting, WRONG_MEETINGS);
const correctionForm = form(
  (records) => ({ ...meeting(records), reason: 'The director was there as well' }),
  [...WRONG_MEETINGS, [{ reason: ' ' }, 'Say what was wrong, in a few words']],
);

const withdrawalForm = form(
  () => ({ reason: 'It was another borough' }),
  [
    [{ reason: ' ' }, 'Say why, in a few words'],
    [{ reason: 'x'.repeat(501) }, 'The reason must be 500 characters or fewer'],
  ],
);

const nominationForm = form(
  ({ nominating }) => ({
    ...{ name: 'Vera Example', post: 'Analyst', nobody: '', fromOn: '1 4 2026' },
    seen: nominating.nominee,
  }),
  [
    [{ name: ' ' }, 'Enter the name of the person'],
    [{ post: '' }, 'Enter the post that the person holds'],
    [{ name: 'x'.repeat(201) }, 'The name must be 200 characters or fewer'],
    [{ nobody: 'yes' }, 'Enter a person, or tick that nobody is nominated, not both'],
    [{ nobody: 'perhaps' }, 'Tick that nobody is nominated, or leave it'],
    [{ fromOn: 'soon' }, `The first day ${REAL_DATE}`],
    [
      { fromOn: '31 3 2010' },
      'It is no responsible authority of the partnership on that day. Enter a day on which it is one.',
    ],
    [{ seen: 'x' }, 'Load the page again and send it once more'],
  ],
);

const summaryForm = form(
  ({ summary }) => ({
    ...{ version: summary.version, publishedOn: '1 5 2010', forms: 'Easy read' },
    publicAt: 'https://www.kingston.example/easy-read',
  }),
  [
    [{ version: '' }, 'Select the version of the plan'],
    [{ publishedOn: '31 2 2010' }, `The day it was published ${REAL_DATE}`],
    [{ publishedOn: '1 1 2199' }, 'That day has not come yet. Record it once the summary is published.'],
    [
      { publishedOn: '1 3 2010' },
      'That day lies before the adoption of the version. Enter the day of adoption or a later one.',
    ],
    [{ publicAt: '' }, 'Enter the address of the summary'],
    [
      { publicAt: 'http://www.kingston.example' },
      'The address of the summary must be a web address, like https://www.kingston.example/plan',
    ],
    [{ forms: ' ' }, 'Say in which forms it was published'],
    [{ forms: 'x'.repeat(201) }, 'The forms must be 200 characters or fewer'],
  ],
);

type Path = Route['path'];
const see = (pattern: string, path: Path, access: Route['access'] = 'performance.view'): Route => ({
  ...{ method: 'GET', pattern, access, path, answer: 200 },
});
const send = (pattern: string, path: Path, sent: Form): Route => ({
  ...{ method: 'POST', pattern, access: 'duties.record', path, answer: 303, form: sent },
});
/** A page with a form on it, and the form. */
const ask = (pattern: string, path: Path, asked: Form): Route[] => [
  see(pattern, path, 'duties.record'),
  send(pattern, path, asked),
];

/** Meetings, nominees and published summaries. */
// prettier-ignore
export const MEETING_ROUTES: readonly Route[] = [
  see(`${ROOT}/meetings`, at(() => '/meetings')),
  ...ask(`${ROOT}/meetings/new`, at(() => '/meetings/new'), meetingForm),
  see(`${ROOT}/meetings/:meetingId`, at((records) => `/meetings/${records.meeting.id}`)),
  ...ask(`${ROOT}/meetings/:meetingId/correction`, at((records) => `/meetings/${records.meeting.id}/correction`), correctionForm),
  ...ask(`${ROOT}/meetings/:meetingId/withdrawal`, at((records) => `/meetings/${records.meeting.spare}/withdrawal`), withdrawalForm),
  see(`${ROOT}/nominees`, at(() => '/nominees')),
  ...ask(`${ROOT}/nominees/:authorityId/new`, at((records) => `/nominees/${records.nominating.authority}/new`), nominationForm),
  ...ask(`${ROOT}/nominees/:nomineeId/withdrawal`, at((records) => `/nominees/${records.nominating.nominee}/withdrawal`), withdrawalForm),
  see(`${ROOT}/published-summaries`, at(() => '/published-summaries')),
  send(`${ROOT}/published-summaries`, at(() => '/published-summaries'), summaryForm),
  ...ask(`${ROOT}/published-summaries/:summaryId/withdrawal`, at((records) => `/published-summaries/${records.summary.id}/withdrawal`), withdrawalForm),
];
