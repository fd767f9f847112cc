import type { Form, Route } from './routes.table.js';
import { boroughCsv, MISSING_MONTHS, MISSING_ROWS, RELEASE } from './support/published-files.js';
import type { Records } from './support/records.js';

const ROOT = '/partnerships/:partnership/published-figures';
const FILE = `${ROOT}/:fileId`;

const ANSWER = `${ROOT}/answered/:answerId`;

const at = (path: string) => (records: Records) => `/partnerships/${records.slug}/published-figures${path}`;
const of =
  (which: keyof Records['publishedFiles'], path = '') =>
  (records: Records) =>
    `/partnerships/${records.slug}/published-figures/${records.publishedFiles[which]}${path}`;

const answered =
  (which: keyof Records['publishedAnswers'], path = '') =>
  (records: Records) =>
    `/partnerships/${records.slug}/published-figures/answered/${records.publishedAnswers[which]}${path}`;

const csv = (bytes: Buffer) => ({ file: { name: 'boroughs.csv', bytes } });

const loadForm: Form = {
  valid: () => csv(boroughCsv({ figure: 1 })),
  invalid: [
    { fields: () => ({ file: '' }), says: 'Choose a file.' },
    {
      fields: () => csv(Buffer.alloc(0)),
      says: 'The file is empty. Download it again from its publisher.',
    },
  ],
};

const answersForm: Form = {
  valid: () => ({
    [`answer-${RELEASE}`]: '4 2024',
    [`answer-${MISSING_ROWS}`]: 'accepted',
    [`answer-${MISSING_MONTHS}`]: 'accepted',
    action: 'save',
  }),
  invalid: [
    {
      fields: () => ({ [`answer-${RELEASE}`]: 'spring' }),
      says: 'Say the release as a month or a day, such as 2026-03 or 2026-03-14.',
    },
    {
      fields: () => ({ [`answer-${RELEASE}`]: '', action: 'apply' }),
      says: 'Enter the release as a month or a day',
    },
  ],
};

const withdrawalForm: Form = {
  once: true,
  valid: () => ({ reason: 'It was of another release' }),
  invalid: [{ fields: () => ({ reason: ' ' }), says: 'Say why, in a few words' }],
};

const answerForm: Form = {
  valid: () => ({
    ...{ 'answer-1': 'Calls to the wardens', 'answer-2': 'count', 'answer-3': 'series' },
    ...{ 'answer-4': 'area-code', 'answer-5': 'from', 'answer-6': 'value' },
  }),
  invalid: [
    { fields: () => ({ 'answer-1': ' ' }), says: 'Enter what the table is called' },
    {
      fields: () => ({ 'answer-4': 'ignore' }),
      says: 'No column is the code of the area, or its name: say which one it is. A table without it cannot be loaded.',
    },
  ],
};

const see = (pattern: string, path: Route['path'], access: Route['access']): Route => ({
  ...{ method: 'GET', pattern, access, path, answer: 200 },
});
const send = (pattern: string, path: Route['path'], form?: Form): Route => ({
  ...{ method: 'POST', pattern, access: 'published-figures.load', path, answer: 303 },
  ...(form && { form }),
});

/** What others publish, and the files that it comes in. */
export const PUBLISHED_ROUTES: readonly Route[] = [
  see(ROOT, at(''), 'performance.view'),
  see(`${ROOT}/load`, at('/load'), 'published-figures.load'),
  send(`${ROOT}/load`, at('/load'), loadForm),
  see(`${ROOT}/answered`, at('/answered'), 'performance.view'),
  see(ANSWER, answered('toSee'), 'performance.view'),
  send(ANSWER, answered('toChange'), answerForm),
  send(`${ANSWER}/forgetting`, answered('toForget', '/forgetting')),
  see(FILE, of('toAnswer'), 'performance.view'),
  see(
    `${ROOT}/releases/:source/:release`,
    (records) => `/partnerships/${records.slug}/published-figures/releases/${records.publishedRelease}`,
    'performance.view',
  ),
  send(`${FILE}/answers`, of('toAnswer', '/answers'), answersForm),
  send(`${FILE}/abandonment`, of('toAbandon', '/abandonment')),
  see(`${FILE}/withdrawal`, of('toWithdraw', '/withdrawal'), 'published-figures.load'),
  send(`${FILE}/withdrawal`, of('toWithdraw', '/withdrawal'), withdrawalForm),
];
