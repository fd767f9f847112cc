import { setTimeout as sleep } from 'node:timers/promises';
import type { Agent } from 'supertest';
import { EMAIL_OF } from './routes.table.js';
import { boroughCsv } from './support/published-files.js';
import { lookInto, type Onlooker } from './support/onlooker.js';
import { type RawUpload, rawUpload } from './support/raw-upload.js';
import { startTestApp, type TestApp } from './test-app.js';

const LOAD = '/partnerships/kingston/published-figures/load';
const MEGABYTE = 1024 * 1024;
/** More than there are connections to the database. */
const SENDERS = 15;
const ARRIVED = 6 * MEGABYTE;
/** Padded, so that the file is taken in several steps; what stands after the last row is read over. */
const FILE = Buffer.concat([boroughCsv({ figure: 150 }), Buffer.from('\r\n'.repeat(ARRIVED / 2))]);

describe('published files that arrive slowly', () => {
  let test: TestApp;
  let onlooker: Onlooker;
  let analyst: Agent;
  beforeAll(async () => {
    test = await startTestApp();
    onlooker = await lookInto(test.database);
    analyst = await test.signedInAs(EMAIL_OF['partnership-analyst']);
  });
  afterAll(async () => {
    await onlooker.close();
    await test.close();
  });

  const kept = () =>
    onlooker.rows<{ files: number; parts: number }>(
      `select (select count(*)::int from published_file) as files,
              (select count(*)::int from published_file_part) as parts`,
    );
  const inTransactions = async () =>
    (
      await onlooker.rows<{ n: number }>(
        `select count(*)::int as n from pg_stat_activity
          where datname = current_database() and state like 'idle in transaction%'`,
      )
    )[0]!.n;

  it('hold no connection while they are awaited, and keep no page from answering', async () => {
    const [before] = await kept();
    const senders: RawUpload[] = [];
    while (senders.length < SENDERS) senders.push(await rawUpload(test, analyst, LOAD, FILE.length));
    try {
      for (const { socket, head } of senders) {
        socket.write(head);
        socket.write(FILE.subarray(0, ARRIVED));
      }
      // All but what is not a whole part yet.
      await until(async () => (await kept())[0]!.parts >= before!.parts + SENDERS * (ARRIVED / MEGABYTE - 1));
      await sleep(500);
      expect(await inTransactions()).toBe(0);
      const page = analyst.get('/partnerships/kingston/published-figures').timeout(5000);
      const { text } = await page.expect(200);
      // Nobody sees what is not whole.
      expect(text).not.toContain('long.csv');
      for (const { socket, tail } of senders)
        socket.write(Buffer.concat([FILE.subarray(ARRIVED), Buffer.from(tail)]));
      const answers = await Promise.all(senders.map(({ answer }) => answer()));
      expect(answers.map((answer) => answer.split('\r\n')[0])).toEqual(
        senders.map(() => 'HTTP/1.1 303 See Other'),
      );
    } finally {
      for (const { socket } of senders) socket.destroy();
    }
  }, 60_000);

  it('leave nothing where they break off, however many parts had arrived', async () => {
    const [before] = await kept();
    const { socket, head } = await rawUpload(test, analyst, LOAD, 40 * MEGABYTE);
    socket.write(head);
    socket.write(Buffer.alloc(12 * MEGABYTE, 'x'));
    await until(async () => (await kept())[0]!.parts > before!.parts);
    socket.destroy();
    await until(async () => (await kept())[0]!.files === before!.files);
    expect(await kept()).toEqual([before]);
  });
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let looks = 0; !(await isSo()); looks += 1) {
    if (looks > 100) throw new Error('It did not come to be so.');
    await sleep(100);
  }
}
