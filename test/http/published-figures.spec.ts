import { ReadWaitingFile, ReceiveFile } from '@lib/importing';
import { LoadActor } from '@lib/identity';
import type { Agent } from 'supertest';
import { ImportWorker } from '../../apps/web/src/background/import-worker.js';
import { seedKingston2010 } from '../kingston-2010/index.js';
import { EMAIL_OF } from './routes.table.js';
import { boxOf, errorSummary, mainText } from './support/html.js';
import { lookInto, type Onlooker } from './support/onlooker.js';
import { boroughCsv, MISSING_MONTHS, MISSING_ROWS, RELEASE } from './support/published-files.js';
import { post, send, tokenOf } from './support/send.js';
import { startTestApp, type TestApp } from './test-app.js';

const HOME = '/partnerships/kingston/published-figures';
const ANALYST = EMAIL_OF['partnership-analyst'];
const AGREED = { [`answer-${MISSING_ROWS}`]: 'accepted', [`answer-${MISSING_MONTHS}`]: 'accepted' };

describe('published figures', () => {
  let test: TestApp;
  let onlooker: Onlooker;
  let analyst: Agent;
  beforeAll(async () => {
    test = await startTestApp();
    onlooker = await lookInto(test.database);
    await seedKingston2010(test.app, 'elsewhere');
    analyst = await test.signedInAs(ANALYST);
  }, 120_000);
  afterAll(async () => {
    await onlooker.close();
    await test.close();
  });

  const page = async (path: string, agent = analyst) => mainText((await agent.get(path).expect(200)).text);
  const sendFile = (name: string, bytes: Buffer, agent = analyst) =>
    send(agent, `${HOME}/load`, { file: { name, bytes } });
  /** @returns the page of a file, once it is read */
  const read = async (name: string, bytes: Buffer) => {
    const { status, headers } = await sendFile(name, bytes);
    expect(status).toBe(303);
    await test.app.get(ImportWorker).look();
    return headers['location']!;
  };
  const answer = (path: string, fields: Record<string, string>) =>
    send(analyst, `${path}/answers`, { action: 'apply', ...fields });

  it('start empty, and say who loads them', async () => {
    const text = await page(HOME);
    expect(text).toContain('None was loaded yet. Download a file from one of the sources above and load it');
    expect(text).toContain('MPS Borough Level Crime');
    const board = await test.signedInAs(EMAIL_OF['board-member']);
    const seen = await page(HOME, board);
    expect(seen).toContain('None was loaded yet. The partnership analyst loads them.');
    expect(seen).not.toContain('Load a file');
    expect((await board.get(`${HOME}/load`)).status).toBe(403);
    expect(await page(`${HOME}/load`)).toContain('MOPAC Public Attitude Survey');
  });

  it('are read, asked about, looked at, applied and withdrawn', async () => {
    const path = await read('boroughs.csv', boroughCsv({ figure: 102 }));
    const text = await page(path);
    expect(text).toContain('3 months, January 2024 to March 2024, by borough');
    expect(text).toContain('Every area has some rows in these files, and here they are missing');
    expect(text).toContain('No release before it is loaded.');
    expect(boxOf((await analyst.get(path)).text, `answer-${RELEASE}`)).toBe('April 2024');

    const open = await answer(path, { [`answer-${RELEASE}`]: 'May 2024' });
    expect(open.status).toBe(422);
    expect(errorSummary(open.text)[0]![0]).toMatch(/^Agree, or abandon the file: Every area/);
    expect(boxOf(open.text, `answer-${RELEASE}`)).toBe('May 2024');

    const wrong = await answer(path, { ...AGREED, [`answer-${RELEASE}`]: 'spring' });
    expect([wrong.status, boxOf(wrong.text, `answer-${RELEASE}`)]).toEqual([422, 'spring']);
    expect(errorSummary(wrong.text)[0]![1]).toBe(`answer-${RELEASE}`);

    expect((await answer(path, { ...AGREED, [`answer-${RELEASE}`]: '4 2024' })).status).toBe(303);
    const applied = await page(path);
    expect(applied).toContain('Applied');
    expect(applied).toContain('It is: load the file without them');
    expect(applied).toMatch(/SHA-256 of the file: [0-9a-f]{64}/);
    const board = await test.signedInAs(EMAIL_OF['board-member']);
    expect(await page(HOME, board)).toMatch(
      /MPS Borough Level Crime.*April 2024.*January 2024 to March 2024/s,
    );
    expect(await page(path, board)).not.toContain('Withdraw this file');

    expect((await send(analyst, `${path}/withdrawal`, { reason: ' ' })).status).toBe(422);
    const reason = 'It is of another release';
    expect((await send(analyst, `${path}/withdrawal`, { reason })).status).toBe(303);
    expect(await page(HOME, board)).toMatch(/boroughs\.csv.*Withdrawn.*It is of another release/s);
    expect(await page(HOME, board)).toMatch(/MPS Borough Level Crime.*None loaded/s);
    const again = await send(analyst, `${path}/withdrawal`, { reason });
    expect([again.status, errorSummary(again.text)[0]![0]]).toEqual([
      409,
      'Only a file that your partnership has loaded, and that stands, can be withdrawn.',
    ]);
  });

  it('show what a later release changes, with names in words', async () => {
    const first = await read('first.csv', boroughCsv({ figure: 110 }));
    expect((await answer(first, { ...AGREED, [`answer-${RELEASE}`]: '5 2024' })).status).toBe(303);
    const second = await read('second.csv', boroughCsv({ figure: 210 }));
    expect((await answer(second, { [`answer-${RELEASE}`]: '6 2024', action: 'save' })).status).toBe(303);
    const text = await page(second);
    expect(text).toContain('Against the release of May 2024.');
    expect(text).toMatch(/Changed\s+1\s+The same\s+11/);
    expect(text).toMatch(/Kingston upon Thames\s+Criminal damage\s+January 2024\s+110\s+210/);

    const same = await answer(second, { ...AGREED, [`answer-${RELEASE}`]: '5 2024' });
    expect(same.status).toBe(409);
    expect(errorSummary(same.text)[0]![0]).toContain('The release of 2024-05-01 says otherwise already');
    expect(boxOf(same.text, `answer-${RELEASE}`)).toBe('5 2024');
  });

  it('are applied once by two clicks at once, and the second one is told', async () => {
    const path = await read('twice.csv', boroughCsv({ figure: 120 }));
    const _csrf = await tokenOf(analyst);
    const fields = { _csrf, action: 'apply', ...AGREED, [`answer-${RELEASE}`]: '8 2024' };
    const answers = await Promise.all([1, 2].map(() => post(analyst, `${path}/answers`, fields)));
    expect(answers.map(({ status }) => status)).toEqual(expect.arrayContaining([303, 409]));
    const events = await onlooker.rows(
      `select from audit_event where type = 'PublishedFileApplied' and subject_id = $1`,
      [path.split('/').at(-1)],
    );
    expect(events).toHaveLength(1);
    const late = answers.find(({ status }) => status === 409)!;
    expect(errorSummary(late.text)[0]![0]).toMatch(/somebody applied or abandoned it/);
  });

  it('ask about a name that is new, and about a heading that is', async () => {
    const named = await read('named.csv', boroughCsv({ figure: 130, offence: 'HEDGE DAMAGE' }));
    const text = await page(named);
    expect(text).toContain(
      '“ARSON AND CRIMINAL DAMAGE / HEDGE DAMAGE” has not been seen in these files before.',
    );
    const other = await answer(named, {
      [`answer-${RELEASE}`]: '9 2024',
      'answer-2': 'hedges',
      action: 'save',
    });
    expect([other.status, errorSummary(other.text)[0]![0]]).toEqual([
      422,
      expect.stringContaining('“hedges” is no answer to'),
    ]);
    expect((await send(analyst, `${named}/abandonment`, {})).status).toBe(303);
    expect(await page(named)).toContain('Nothing of it is kept but its name');

    const headed = await read('headed.csv', boroughCsv({ figure: 140, borough: 'Town hall' }));
    expect(await page(headed)).toContain('What is in the column “Town hall”?');
    expect((await send(analyst, `${headed}/answers`, { action: 'save' })).status).toBe(422);
    const said = { action: 'save', 'answer-1': 'borough' };
    expect((await send(analyst, `${headed}/answers`, said)).status).toBe(303);
    await test.app.get(ImportWorker).look();
    expect(await page(headed)).toContain('Every area has some rows in these files');
  });

  it('are seen by nobody of another partnership', async () => {
    const path = await read('ours.csv', boroughCsv({ figure: 160 }));
    const other = await test.signedInAs('analyst@elsewhere.partnership.example');
    const there = path.replace('/kingston/', '/elsewhere/');
    expect((await other.get(there)).status).toBe(404);
    expect((await send(other, `${there}/abandonment`, {})).status).toBe(404);
    expect((await other.get('/partnerships/elsewhere/published-figures')).text).not.toContain('ours.csv');
  });

  it('of somebody who may load no more, or that ended three workers, are refused and not taken up for ever', async () => {
    const [row] = await onlooker.rows<{ id: string; partnership: string }>(
      `select id, (select id from partnership where slug = 'kingston') as partnership from person where email = $1`,
      [ANALYST],
    );
    const actor = (await test.app.get(LoadActor).execute(row!.id))!;
    const loader = { actor, loadedFor: row!.partnership };
    const receive = async (name: string) => {
      const content = [boroughCsv({ figure: 170 })] as never;
      return (await test.app.get(ReceiveFile).execute(loader, { name, content })).id;
    };
    const deadly = await receive('deadly.csv');
    const orphan = await receive('orphan.csv');
    // As a worker leaves them that has died.
    const leave = (id: string, attempt: number, email: string) =>
      onlooker.rows(
        `update published_file set state = 'reading', heartbeat_at = now() - interval '1 hour', attempt = $2,
                received_by = (select id from person where email = $3) where id = $1`,
        [id, attempt, email],
      );
    await leave(deadly, 3, ANALYST);
    await leave(orphan, 1, EMAIL_OF['board-member']);
    await test.app.get(ImportWorker).look();
    expect(await page(`${HOME}/${deadly}`)).toContain('each of three attempts broke off');
    expect(await page(`${HOME}/${orphan}`)).toContain('may not load published figures any more');
    const kept = 'select from published_file_part where file_id = any ($1)';
    expect(await onlooker.rows(kept, [[deadly, orphan]])).toEqual([]);
    // Of a worker that stops half-way, no attempt is counted, and another one goes on.
    const stopped = await receive('stopped.csv');
    await test.app.get(ReadWaitingFile).execute(row!.partnership, AbortSignal.abort());
    const [left] = await onlooker.rows('select state, attempt from published_file where id = $1', [stopped]);
    expect(left).toEqual({ state: 'waiting', attempt: 0 });
    await test.app.get(ImportWorker).look();
    expect(await page(`${HOME}/${stopped}`)).toContain('What it would change');
  });
});
