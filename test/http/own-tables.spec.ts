import { sheetRows, workbookParts, zipOf } from '@lib/testing';
import type { Agent } from 'supertest';
import { ImportWorker } from '../../apps/web/src/background/import-worker.js';
import { EMAIL_OF } from './routes.table.js';
import { errorSummary, mainText } from './support/html.js';
import {
  answersOn,
  chosen,
  FIGURES,
  KINGSTON,
  monthly,
  NAME,
  ownColumns,
  ownCsv,
  type OwnRow,
} from './support/own-tables.js';
import { send } from './support/send.js';
import { startTestApp, type TestApp } from './test-app.js';

const HOME = '/partnerships/kingston/published-figures';
const LOG = 'Fly-tipping log of the council';
const CALLS = 'Calls to the warden';
const HEADINGS_OF_CALLS = ['What', 'Ward code', 'When', 'How many'];

describe('tables of one’s own', () => {
  let test: TestApp;
  let analyst: Agent;
  beforeAll(async () => {
    test = await startTestApp();
    analyst = await test.signedInAs(EMAIL_OF['partnership-analyst']);
  }, 120_000);
  afterAll(() => test.close());

  const html = async (path: string, agent = analyst) => (await agent.get(path).expect(200)).text;
  const page = async (path: string, agent = analyst) => mainText(await html(path, agent));
  /** @returns the page of a file, once it is read */
  const read = (name: string, rows: readonly OwnRow[], headings?: readonly string[]) =>
    loadAs(name, ownCsv(rows, headings));
  const loadAs = async (name: string, bytes: Buffer) => {
    const { status, headers } = await send(analyst, `${HOME}/load`, { file: { name, bytes } });
    expect(status).toBe(303);
    await test.app.get(ImportWorker).look();
    return headers['location']!;
  };
  const answer = async (path: string, fields: Record<string, string>) => {
    const sent = await send(analyst, `${path}/answers`, fields);
    await test.app.get(ImportWorker).look();
    return sent;
  };
  const apply = async (path: string, fields: Record<string, string> = {}) => {
    const sent = await answer(path, { ...answersOn(await html(path)), action: 'apply', ...fields });
    expect([path, sent.status]).toEqual([path, 303]);
    expect(await page(path)).toContain('Applied');
  };
  /** What is still asked, and not what was answered already. */
  const asked = (text: string) => text.split('What was asked, and answered')[0]!;

  it('are asked about once: what they are called, and what their columns are', async () => {
    const path = await read('2025.csv', monthly('Mattress', 2025, [4, 5, 6]));
    const text = await page(path);
    expect(text).toContain('What is the table called?');
    expect(text).toContain('What are its figures?');
    expect(text).toContain('What is in the column “Kind of waste”?');

    const said = {
      ...ownColumns(3),
      [`answer-${NAME}`]: LOG,
      [`answer-${FIGURES}`]: 'count',
      action: 'save',
    };
    const unnamed = await answer(path, { ...said, [`answer-${NAME}`]: ' ' });
    expect([unnamed.status, errorSummary(unnamed.text)]).toEqual([
      422,
      [['Enter what the table is called', `answer-${NAME}`]],
    ]);
    const personal = await answer(path, { ...said, [`answer-${NAME}`]: 'Calls to 07700 900123' });
    expect([personal.status, errorSummary(personal.text)[0]!]).toEqual([
      422,
      ['The name of the table: “07700 900123” looks like a phone number', `answer-${NAME}`],
    ]);
    // Asked once, in the form that has the name in it.
    expect(personal.text.split('name="nothingPersonal"')).toHaveLength(2);
    const doubled = await answer(path, { ...said, 'answer-6': 'from' });
    expect([doubled.status, errorSummary(doubled.text)[0]![0]]).toEqual([
      422,
      'Two columns cannot both be the month, quarter or year, or its first day: say so of one of them.',
    ]);
    expect((await answer(path, said)).status).toBe(303);
    const looked = await page(path);
    expect(looked).toContain(`The table “${LOG}”`);
    expect(looked).toContain('No release before it is loaded.');
    await apply(path);
    expect(await page(path)).toContain(`Source ${LOG}, a table of one’s own`);
    expect(await page(HOME)).toContain(LOG);
  });

  it('are known by their headings from then on, whatever order they stand in', async () => {
    const path = await read(
      '2026.csv',
      [...monthly('Mattress', 2025, [4, 5, 7, 8]), ...monthly('Fridge', 2025, [1])].map(
        ([what, area, month, figure]) => [month, what, figure, area] as const,
      ),
      ['REPORTED IN', 'Kind_of waste', 'Incidents', 'Ward code'],
    );
    const text = await page(path);
    expect(asked(text)).not.toMatch(/What is in the column|What is the table called|What are its figures/);
    expect(text).toContain(`The table “${LOG}”`);
    expect(text).toMatch(/New\s+2\s+Changed\s+1\s+The same\s+2/);
    await apply(path);
  });

  it('with other headings are new, and what they count is apart although it is called the same', async () => {
    const path = await read('calls.csv', monthly('Mattress', 2025, [90, 91, 92]), HEADINGS_OF_CALLS);
    const first = await html(path);
    expect(mainText(first)).toContain('No table with these headings is kept.');
    expect(mainText(first)).not.toContain('What is in the column');
    expect((await answer(path, { ...chosen(first, 'A new table'), action: 'save' })).status).toBe(303);
    const second = await html(path);
    const taken = { ...answersOn(second), ...ownColumns(4), 'answer-3': 'count', action: 'save' };
    const refused = await answer(path, { ...taken, 'answer-2': `${LOG.toUpperCase()} ` });
    expect([refused.status, errorSummary(refused.text)]).toEqual([
      409,
      [[expect.stringContaining('is kept already. Say another name'), 'answer-2']],
    ]);
    expect((await answer(path, { ...taken, 'answer-2': CALLS })).status).toBe(303);
    // Of the release of the log with the same day, nothing is said otherwise here.
    expect(await page(path)).toContain('No release before it is loaded.');
    await apply(path);
    expect(await page(HOME)).toMatch(new RegExp(`${LOG}.*${CALLS}|${CALLS}.*${LOG}`, 's'));
  });

  it('that are another one with the same headings can be said to be', async () => {
    const path = await read('sites.csv', monthly('Site', 2025, [1, 2]));
    const known = await html(path);
    expect(mainText(known)).toContain('Which table is it?');
    const other = { ...answersOn(known), ...chosen(known, 'Another table, with the same headings') };
    expect((await answer(path, { ...other, action: 'apply' })).status).toBe(303);
    const text = await html(path);
    // What the columns of the first one are is proposed.
    expect(answersOn(text)).toMatchObject(ownColumns(4));
    const named = { ...answersOn(text), 'answer-2': 'Fly-tipping by site', 'answer-3': 'count' };
    expect((await answer(path, { ...named, action: 'save' })).status).toBe(303);
    await apply(path);

    const next = await read('sites-2.csv', monthly('Site', 2025, [1, 2, 3]));
    const open = await html(next);
    expect(mainText(open)).toContain('Several tables with these headings are kept. Which one is it?');
    const said = { ...chosen(open, 'Fly-tipping by site'), action: 'save' };
    expect((await answer(next, said)).status).toBe(303);
    expect(await page(next)).toMatch(
      /The table “Fly-tipping by site”.*New\s+1\s+Changed\s+0\s+The same\s+2/s,
    );
    await apply(next);
  });

  it('whose headings have changed are said to be the same, and are known by the new ones', async () => {
    const headings = ['Kind of call', 'Ward code', 'Month', 'Calls in all'];
    const path = await read('calls-2.csv', monthly('Mattress', 2025, [90, 91, 92, 95]), headings);
    const first = await html(path);
    expect(
      (await answer(path, { ...chosen(first, `${CALLS}, whose headings have changed`), action: 'save' }))
        .status,
    ).toBe(303);
    const second = await html(path);
    expect(mainText(second)).toContain('What is in the column “Calls in all”?');
    const roles = { ...answersOn(second), ...ownColumns(2), action: 'save' };
    expect(answersOn(second)).toMatchObject({ 'answer-3': 'area-code', 'answer-4': 'from' });
    expect((await answer(path, roles)).status).toBe(303);
    expect(await page(path)).toMatch(/New\s+1\s+Changed\s+0\s+The same\s+3/);
    await apply(path);
    const next = await read('calls-3.csv', monthly('Mattress', 2025, [90, 91, 92, 95, 96]), headings);
    expect(asked(await page(next))).not.toMatch(/What is in the column/);
    expect(await page(next)).toContain(`The table “${CALLS}”`);
  });

  it('of a workbook are read from the first sheet that has one, and known again', async () => {
    const heading = ['Kind of crime', 'Ward code', 'Day', 'Tonnes'];
    const book = (last: number) =>
      zipOf(
        workbookParts({
          'Read me': sheetRows([['This is'], ['a log, by hand']]),
          Log: sheetRows([
            ['Rubbish, by weight'],
            heading,
            ['Rubble', KINGSTON, '2026-03', 1.5],
            ['Rubble', KINGSTON, '2026-04', last],
          ]),
        }),
      );
    const path = await loadAs('weights.xlsx', await book(2.25));
    const first = await html(path);
    expect((await answer(path, { ...chosen(first, 'A new table'), action: 'save' })).status).toBe(303);
    const named = {
      'answer-1': 'new',
      ...ownColumns(4),
      'answer-2': 'Rubbish by weight',
      'answer-3': 'amount',
      action: 'save',
    };
    expect((await answer(path, named)).status).toBe(303);
    await apply(path);
    const next = await loadAs('weights-2.xlsx', await book(3));
    expect(asked(await page(next))).not.toMatch(/What is in the column/);
    expect(await page(next)).toMatch(/The table “Rubbish by weight”.*Rubble April 2026 2.25 3/);
  });

  it('that were both read before one of them was applied, under one name, are not kept twice', async () => {
    const headings = ['Sort', 'Ward code', 'In', 'Times'];
    const paths = [];
    for (const rows of [monthly('Noise', 2025, [1]), monthly('Noise', 2025, [1, 2])]) {
      const path = await read('noise.csv', rows, headings);
      await answer(path, { ...chosen(await html(path), 'A new table'), action: 'save' });
      const named = {
        'answer-1': 'new',
        ...ownColumns(4),
        'answer-2': 'Noise',
        'answer-3': 'count',
        action: 'save',
      };
      expect((await answer(path, named)).status).toBe(303);
      paths.push(path);
    }
    await apply(paths[0]!);
    const late = await answer(paths[1]!, { ...answersOn(await html(paths[1]!)), action: 'apply' });
    expect([late.status, errorSummary(late.text)[0]![0]]).toEqual([
      409,
      expect.stringContaining('A table called “Noise” has been kept since this file was read.'),
    ]);
  });
});
