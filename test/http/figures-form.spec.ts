import type { Agent } from 'supertest';
import {
  type Box,
  type FiguresPage,
  openFigures,
  pageOf,
  shownIn,
  type Typed,
} from './support/figures-page.js';
import { brokenErrorLinks, errorSummary } from './support/html.js';
import { lookInto, type Onlooker } from './support/onlooker.js';
import { startTestApp, type TestApp } from './test-app.js';

const BURGLARY = 'Residential burglary';
const MUST_BE_WHOLE = `${BURGLARY} must be a whole number, like 126 or 1,754`;
const IN_PARTS = `${BURGLARY} must be a whole number: an offence is not counted in parts`;
const BELOW_0 = `${BURGLARY} cannot be below 0`;
const TOO_MANY = `${BURGLARY} is more than 9,999,999: check the number`;
const twoWays = (typed: string) =>
  `${BURGLARY} is not clear: “${typed}” could be read in two ways: enter a whole number, like 126 or 1,754`;

/** [what it is, what is typed in the first line, the box it is about, what is said]. */
const MISTAKES: readonly [string, Partial<Record<Box, string>>, Box, string][] = [
  ['letters', { value: 'a dozen' }, 'value', MUST_BE_WHOLE],
  ['a letter for a digit', { value: '1O5' }, 'value', MUST_BE_WHOLE],
  ['below zero', { value: '-5' }, 'value', BELOW_0],
  ['below zero, with a real minus', { value: '−5' }, 'value', BELOW_0],
  ['a plus', { value: '+5' }, 'value', MUST_BE_WHOLE],
  ['an exponent', { value: '1e9' }, 'value', MUST_BE_WHOLE],
  ['hexadecimal', { value: '0x1F' }, 'value', MUST_BE_WHOLE],
  ['infinity', { value: 'Infinity' }, 'value', MUST_BE_WHOLE],
  ['no number', { value: 'NaN' }, 'value', MUST_BE_WHOLE],
  ['a decimal comma', { value: '12,5' }, 'value', twoWays('12,5')],
  ['thousands grouped by two', { value: '1,75,4' }, 'value', twoWays('1,75,4')],
  ['a fraction', { value: '12.5' }, 'value', IN_PARTS],
  ['a fraction in words', { value: '1/2' }, 'value', MUST_BE_WHOLE],
  ['a fraction sign', { value: '½' }, 'value', MUST_BE_WHOLE],
  ['too many', { value: '10000000' }, 'value', TOO_MANY],
  ['far too many', { value: '9'.repeat(400) }, 'value', TOO_MANY],
  ['Arabic digits', { value: '١٢٦' }, 'value', MUST_BE_WHOLE],
  ['full-width digits', { value: '１２６' }, 'value', MUST_BE_WHOLE],
  ['a digit with a mark on it', { value: '1\u0301' }, 'value', MUST_BE_WHOLE],
  ['a formula', { value: '=SUM(A1:A9)' }, 'value', MUST_BE_WHOLE],
  [
    'a figure and a reason',
    { value: '12', reason: 'The extract is late' },
    'reason',
    `${BURGLARY}: enter a figure or a reason why there is none, not both`,
  ],
  [
    'a date without a reason',
    { expectedOn: '31 10 2026' },
    'reason',
    `${BURGLARY}: say why there is no figure`,
  ],
  [
    'a reason that is too long',
    { reason: 'x'.repeat(501) },
    'reason',
    `${BURGLARY}: the reason must be 500 characters or fewer`,
  ],
  ...[
    'soon',
    '31 2 2012',
    '29 2 2011',
    '32 1 2012',
    '1 13 2012',
    '2012',
    '10/2012',
    '31 10 12',
    '31 10 0000',
  ].map((expectedOn): [string, Partial<Record<Box, string>>, Box, string] => [
    `a date that is none: ${expectedOn}`,
    { reason: 'The extract is late', expectedOn },
    'expectedOn',
    `${BURGLARY}: the date you expect it must be a real date, like 31 10 2026`,
  ]),
];

/** Filled in rightly beside the mistake, and so to be kept. */
const RIGHT: Typed = {
  1: { value: ' 1 234 ' },
  2: { value: '0' },
  3: { reason: 'Not counted <yet> & "so"', expectedOn: '31 October 2026' },
};

describe('figures typed wrong', () => {
  let test: TestApp;
  let onlooker: Onlooker;
  let officer: Agent;
  let page: FiguresPage;
  beforeAll(async () => {
    test = await startTestApp();
    onlooker = await lookInto(test.database);
    officer = await test.signedInAs('officer@police.example');
    page = await openFigures(officer);
  });
  afterAll(async () => {
    await onlooker.close();
    await test.close();
  });

  it.each(MISTAKES)('%s: the same page says so, and nothing is saved', async (_what, first, box, says) => {
    const before = await onlooker.contents();
    const { status, text } = await page.save({ ...RIGHT, 0: first }, 'check');
    expect(status).toBe(422);
    expect(errorSummary(text)).toEqual([[says, page.idOf(0, box)]]);
    expect(brokenErrorLinks(text)).toEqual([]);
    expect(text).toContain('<title>Error: Figures for ');
    expect(await onlooker.contents()).toEqual(before);
  });

  it.each(MISTAKES)('%s: everything typed is still there', async (_what, first) => {
    const typed: Typed = { ...RIGHT, 0: first };
    const { text } = await page.save(typed);
    for (const [line, boxes] of Object.entries(typed))
      for (const [box, value] of Object.entries(boxes))
        expect([line, box, shownIn(text, page, Number(line), box as Box)]).toEqual([line, box, value]);
  });

  it('says everything that is wrong at once, in the order of the page', async () => {
    const { status, text } = await page.save({
      5: { value: 'x' },
      0: { value: '12,5' },
      2: { reason: 'Late', expectedOn: 'soon' },
    });
    expect(status).toBe(422);
    expect(errorSummary(text).map(([, id]) => id)).toEqual([
      page.idOf(0, 'value'),
      page.idOf(2, 'expectedOn'),
      page.idOf(5, 'value'),
    ]);
  });

  it('can be put right on the page that says so', async () => {
    const wrong = await page.save({ ...RIGHT, 0: { value: 'x' } });
    const again = pageOf(officer, page.path, wrong.text);
    expect((await again.save({ 0: { value: '12' } })).status).toBe(303);
    page = await openFigures(officer);
    const saved = (await officer.get(page.path)).text;
    expect(shownIn(saved, page, 0, 'value')).toBe('12');
    expect(shownIn(saved, page, 1, 'value')).toBe('1234');
    expect(shownIn(saved, page, 3, 'reason')).toBe(RIGHT[3]!.reason);
  });

  it('keep a page stale that was stale: the other’s figures are not overwritten', async () => {
    const stale = await openFigures(officer);
    const colleague = await openFigures(await test.signedInAs('officer2@police.example'));
    expect((await colleague.save({ 4: { value: '77' } })).status).toBe(303);
    const wrong = await stale.save({ 4: { value: 'x' } });
    expect(wrong.status).toBe(422);
    const putRight = await pageOf(officer, stale.path, wrong.text).save({ 4: { value: '78' } });
    expect(putRight.status).toBe(409);
  });
});
