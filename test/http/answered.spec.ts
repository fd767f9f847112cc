import { AnswerQuestions, ApplyFile, BeginFile, ReadFile, TakeUpFile } from '@lib/importing';
import type { Agent } from 'supertest';
import { ImportWorker } from '../../apps/web/src/background/import-worker.js';
import { seedKingston2010 } from '../kingston-2010/index.js';
import { FOR_EVERYBODY, fileOf, sheetOf } from '../importing/support/import-files.js';
import { EMAIL_OF } from './routes.table.js';
import { errorSummary, mainText } from './support/html.js';
import { lookInto, type Onlooker } from './support/onlooker.js';
import { answersOn, chosen, monthly, ownColumns, ownCsv, type OwnRow } from './support/own-tables.js';
import { boroughCsv } from './support/published-files.js';
import { send } from './support/send.js';
import { startTestApp, type TestApp } from './test-app.js';

const HOME = '/partnerships/kingston/published-figures';
const ANSWERED = `${HOME}/answered`;
const LOG = 'Fly-tipping log of the council';
const HEDGES = 'ARSON AND CRIMINAL DAMAGE / HEDGE DAMAGE';

describe('what has been answered about published files', () => {
  let test: TestApp;
  let onlooker: Onlooker;
  let analyst: Agent;
  let board: Agent;
  beforeAll(async () => {
    test = await startTestApp();
    onlooker = await lookInto(test.database);
    await seedKingston2010(test.app, 'elsewhere');
    analyst = await test.signedInAs(EMAIL_OF['partnership-analyst']);
    board = await test.signedInAs(EMAIL_OF['board-member']);
  }, 120_000);
  afterAll(async () => {
    await onlooker.close();
    await test.close();
  });

  const html = async (path: string, agent = analyst) => (await agent.get(path).expect(200)).text;
  const page = async (path: string, agent = analyst) => mainText(await html(path, agent));
  const post = async (path: string, fields: Record<string, string>) => {
    const sent = await send(analyst, path, fields);
    await test.app.get(ImportWorker).look();
    return sent;
  };
  const load = async (name: string, bytes: Buffer) => {
    const { headers } = await send(analyst, `${HOME}/load`, { file: { name, bytes } });
    await test.app.get(ImportWorker).look();
    return headers['location']!;
  };
  const loadTable = (name: string, rows: readonly OwnRow[], headings?: readonly string[]) =>
    load(name, ownCsv(rows, headings));
  const apply = async (path: string, fields: Record<string, string> = {}) => {
    const said = { ...answersOn(await html(path)), ...fields, action: 'apply' };
    expect([path, (await post(`${path}/answers`, said)).status]).toEqual([path, 303]);
    expect(await page(path)).toContain('Applied');
  };
  /** Where the answer about something is changed. */
  const answerAbout = async (what: string) =>
    new RegExp(`href="([^"]*/answered/[^"]*)">${what.replaceAll(/[/|]/g, '.')}<`, 'i').exec(
      await html(ANSWERED),
    )![1]!;
  const events = async (type: string) =>
    (await onlooker.rows<{ content: string }>('select content from audit_event where type = $1', [type])).map(
      ({ content }) => (JSON.parse(content) as { data: Record<string, string> }).data,
    );

  it('is nothing to begin with, and says so', async () => {
    expect(await page(HOME)).toContain('What has been answered about files');
    const text = await page(ANSWERED, board);
    expect(text).toContain('Nothing was asked yet.');
    expect(text).not.toContain('Open one to change or forget it');
  });

  it('is listed with what it means, from which file, by whom and for whom', async () => {
    const table = await loadTable('log.csv', monthly('Mattress', 2025, [4, 5, 6]));
    await post(`${table}/answers`, {
      ...{ ...ownColumns(3), 'answer-1': LOG, 'answer-2': 'count', action: 'save' },
    });
    await apply(table);
    const named = await load('named.csv', boroughCsv({ figure: 130, offence: 'HEDGE DAMAGE' }));
    const questions = await html(named);
    const hedges = Object.fromEntries(
      [...questions.matchAll(/<select[^>]*name="(answer-\d+)"/g)].map(([, name]) => [
        name!,
        'criminal-damage',
      ]),
    );
    const agreed = Object.fromEntries(
      [...questions.matchAll(/name="(answer-\d+)"[^>]*value="accepted"/g)].map(([, name]) => [
        name!,
        'accepted',
      ]),
    );
    await apply(named, { ...hedges, ...agreed });

    const text = await page(ANSWERED, board);
    expect(text).toMatch(
      new RegExp(`${LOG} Counts Kind of waste: what is counted Ward code: the ONS code of the area`),
    );
    expect(text).toMatch(/log\.csv .* by Ana Example This partnership/);
    expect(text).toMatch(/hedge damage MPS Borough Level Crime Criminal damage named\.csv/);
    const one = await page(await answerAbout(HEDGES), board);
    expect(one).toContain('Criminal damage');
    expect(one).not.toContain('Forget it');
  });

  it('is changed for files that are applied from then on, and no figure that stands is', async () => {
    const path = await answerAbout(HEDGES);
    const meant = () =>
      onlooker.rows<{ means: string }>(
        `select s.means from published_series s join published_file f on f.id = s.file_id
          where s.label = $1 and f.state = 'applied' order by f.decided_at`,
        [HEDGES],
      );
    const wrong = await post(path, { 'answer-1': 'hedges' });
    expect([wrong.status, errorSummary(wrong.text)[0]![1]]).toEqual([422, 'answer-1']);
    expect((await post(path, { 'answer-1': 'arson' })).status).toBe(303);
    expect(await page(ANSWERED)).toMatch(/hedge damage MPS Borough Level Crime Arson named\.csv/);
    const next = await load('next.csv', boroughCsv({ figure: 131, offence: 'HEDGE DAMAGE' }));
    const agreed = Object.fromEntries(
      [...(await html(next)).matchAll(/name="(answer-\d+)"[^>]*value="accepted"/g)].map(([, name]) => [
        name!,
        'accepted',
      ]),
    );
    const release = Object.keys(answersOn(await html(next)))[0]!;
    await apply(next, { ...agreed, [release]: '5 2024' });
    expect(await meant()).toEqual([{ means: 'criminal-damage' }, { means: 'arson' }]);
    expect(await events('PublishedAnswerChanged')).toMatchObject([
      { source: 'MPS Borough Level Crime', before: 'Criminal damage', after: 'Arson' },
    ]);
    // Of what was changed meanwhile, the earlier page is none any more.
    expect((await post(path, { 'answer-1': 'criminal-damage' })).status).toBe(404);
  });

  it('is forgotten, and asked again', async () => {
    const path = await answerAbout(HEDGES);
    expect((await post(`${path}/forgetting`, {})).status).toBe(303);
    expect(await page(ANSWERED)).not.toContain('hedge damage');
    const next = await load('again.csv', boroughCsv({ figure: 132, offence: 'HEDGE DAMAGE' }));
    expect(await page(next)).toContain('has not been seen in these files before');
    expect(await events('PublishedAnswerForgotten')).toMatchObject([{ answer: 'Arson' }]);
  });

  it('of a table is changed: its name, its figures and its columns', async () => {
    const path = await answerAbout(LOG);
    const said = answersOn(await html(path));
    const twice = await post(path, { ...said, 'answer-3': 'value' });
    expect([twice.status, errorSummary(twice.text)]).toEqual([
      422,
      [['Two columns cannot both be the figure: say so of one of them.', 'answer-3']],
    ]);
    const flagged = await post(path, { ...said, 'answer-1': 'Calls by jane.doe@example.com' });
    expect([flagged.status, errorSummary(flagged.text)[0]![1]]).toEqual([422, 'answer-1']);
    expect((await post(path, { ...said, 'answer-1': 'Rubbish log' })).status).toBe(303);
    expect(await page(HOME)).toContain('Rubbish log');
    expect(await page(HOME)).not.toContain(LOG);
    const next = await loadTable('log-2.csv', monthly('Mattress', 2025, [4, 5, 6, 7]));
    expect(await page(next)).toContain('The table “Rubbish log”');
    expect(await events('OwnTableChanged')).toMatchObject([{ table: LOG }]);
  });

  it('of a table is forgotten: the next file with its headings is of a new one, and its figures stand', async () => {
    expect((await post(`${await answerAbout('Rubbish log')}/forgetting`, {})).status).toBe(303);
    expect(await page(ANSWERED)).not.toContain('Rubbish log');
    expect(await page(HOME)).toContain('Rubbish log');
    const next = await loadTable('log-3.csv', monthly('Mattress', 2025, [4, 5, 6, 7, 8]));
    expect(await page(next)).toContain('What is the table called?');
    expect(await events('OwnTableForgotten')).toHaveLength(1);
  });

  it('for everybody is read by every partnership, and changed by none', async () => {
    const useCases = { get: test.app.get.bind(test.app) };
    const file = fileOf(
      Buffer.from(ownCsv(monthly('Call', 2025, [1, 2]), ['What', 'Ward code', 'When', 'Calls'])),
      'all.csv',
    );
    const fileId = await useCases.get(BeginFile).execute(FOR_EVERYBODY, file.name);
    const read = () => useCases.get(ReadFile).execute(FOR_EVERYBODY, { fileId, file });
    await read();
    const roles = ['series', 'area-code', 'from', 'value'];
    const answers = new Map(
      (await sheetOf(useCases, fileId)).questions.map(({ number, kind }) => [
        number,
        kind === 'columns' ? roles.shift()! : { name: 'Calls of all', figures: 'count' }[kind as 'name']!,
      ]),
    );
    await useCases.get(AnswerQuestions).execute(FOR_EVERYBODY, { fileId, answers });
    await useCases.get(TakeUpFile).execute(FOR_EVERYBODY, fileId);
    await read();
    await useCases.get(ApplyFile).execute(FOR_EVERYBODY, fileId);

    const path = await answerAbout('Calls of all');
    const text = await page(path);
    expect(text).toContain('It was said for everybody. It is changed only at the command line');
    expect(text).not.toContain('Forget it');
    for (const [to, fields] of [
      [path, { 'answer-1': 'Ours', 'answer-2': 'count', ...ownColumns(3) }],
      [`${path}/forgetting`, {}],
    ] as const)
      expect((await post(to, fields)).status).toBe(409);
    const elsewhere = await test.signedInAs('analyst@elsewhere.partnership.example');
    expect(await page('/partnerships/elsewhere/published-figures/answered', elsewhere)).toContain(
      'Calls of all',
    );
    // A file of a partnership with its headings is of it.
    const ours = await loadTable('ours.csv', monthly('Call', 2025, [1, 2, 3]), [
      'What',
      'Ward code',
      'When',
      'Calls',
    ]);
    expect(await page(ours)).toContain('The table “Calls of all”');
    await apply(ours);
    expect(await page('/partnerships/elsewhere/published-figures', elsewhere)).not.toContain('ours.csv');
    expect(
      chosen(
        await html(
          await loadTable('other.csv', monthly('x', 2025, [9]), ['What', 'Ward code', 'When', 'Calls']),
        ),
        'Another table, with the same headings',
      ),
    ).toBeDefined();
  });
});
