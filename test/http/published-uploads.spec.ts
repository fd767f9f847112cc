import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Agent } from 'supertest';
import { ImportWorker } from '../../apps/web/src/background/import-worker.js';
import { EMAIL_OF } from './routes.table.js';
import { errorSummary, mainText } from './support/html.js';
import { lookInto, type Onlooker } from './support/onlooker.js';
import { boroughCsv } from './support/published-files.js';
import { rawUpload } from './support/raw-upload.js';
import { post, send, tokenOf } from './support/send.js';
import { startTestApp, type TestApp } from './test-app.js';

const LOAD = '/partnerships/kingston/published-figures/load';
const MEGABYTE = 1024 * 1024;
/** What is sent between two looks at the memory. */
const LOOK_EVERY = 5 * MEGABYTE;

describe('a published file on its way', () => {
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

  const sendFile = (name: string, bytes: Buffer, agent = analyst) =>
    send(agent, LOAD, { file: { name, bytes } });
  const raw = (size: number) => rawUpload(test, analyst, LOAD, size);
  const files = () =>
    onlooker.rows<{ name: string; parts: number }>(
      `select name, (select count(*)::int from published_file_part where file_id = f.id) as parts
         from published_file f order by received_at, id`,
    );

  it('is refused with words where it is none, empty, too big, or none that can be read', async () => {
    const said = async (answered: { status: number; text: string }) => [
      answered.status,
      errorSummary(answered.text)[0]?.[0],
    ];
    expect(await said(await send(analyst, LOAD, { file: '' }))).toEqual([422, 'Choose a file.']);
    expect(await said(await sendFile('empty.csv', Buffer.alloc(0)))).toEqual([
      422,
      'The file is empty. Download it again from its publisher.',
    ]);
    const before = await files();
    expect(await said(await claimingToBe(501 * MEGABYTE))).toEqual([
      413,
      expect.stringContaining('smaller than 500MB'),
    ]);
    expect(await files()).toEqual(before);
    const odd = await sendFile('odd.csv', Buffer.from('a,b\r\n1,2\r\n'));
    await test.app.get(ImportWorker).look();
    const { text } = await analyst.get(odd.headers['location']!).expect(200);
    expect(mainText(text)).toContain('The file is none of those that can be read.');
  });

  it('is taken in for nobody without the token or the right, whatever is in the file', async () => {
    const officer = await test.signedInAs(EMAIL_OF['authority-officer']);
    await tokenOf(officer);
    const before = await onlooker.contents();
    const fields = { file: { name: 'a.csv', bytes: boroughCsv({ figure: 150 }) } };
    expect((await post(analyst, LOAD, { _csrf: 'no', ...fields })).status).toBe(403);
    expect((await sendFile('a.csv', fields.file.bytes, officer)).status).toBe(403);
    expect(await onlooker.contents()).toEqual(before);
  });

  it('takes no more memory than parts of it', async () => {
    const bytes = Buffer.from('x,y\r\n'.repeat((30 * MEGABYTE) / 5));
    const collect = garbageCollector();
    const held = () => {
      // Twice: what the first one has found is swept by the second.
      collect();
      collect();
      return process.memoryUsage().arrayBuffers;
    };
    const base = held();
    let most = 0;
    const answered = await streamed(bytes, () => (most = Math.max(most, held() - base)));
    expect(answered).toContain('303');
    const [kept] = (await files()).slice(-1);
    expect(kept).toMatchObject({ name: 'long.csv' });
    // A few parts on either side, since the sender is in this process too; not the file over again.
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThan(10 * MEGABYTE);
    await test.app.get(ImportWorker).look();
  }, 120_000);

  it('leaves nothing where it breaks off on its way', async () => {
    const before = await files();
    const { socket, head } = await raw(40 * MEGABYTE);
    socket.write(head);
    socket.write(Buffer.alloc(5 * MEGABYTE, 'x'));
    await sleep(500);
    socket.destroy();
    await sleep(500);
    expect(await files()).toEqual(before);
    expect(await onlooker.rows(`select from published_file where state = 'receiving'`)).toEqual([]);
  });

  /** A form whose file is said to be of a size, and does not come. */
  async function claimingToBe(size: number): Promise<{ status: number; text: string }> {
    const { socket, head } = await raw(size);
    // With something behind the head of the part: it ends like the file itself could.
    socket.write(`${head}MajorText`);
    const text = await new Promise<string>((resolve, reject) => {
      let received = '';
      socket.on('data', (chunk) => {
        received += chunk.toString();
        if (received.includes('</html>')) resolve(received);
      });
      socket.on('error', reject);
    });
    socket.destroy();
    return { status: Number(text.slice(9, 12)), text };
  }

  /** Sends a file as fast as it is taken. @param look is called now and then on the way */
  async function streamed(bytes: Buffer, look: () => void): Promise<string> {
    const { socket, head, tail, answer: answered } = await raw(bytes.length);
    socket.write(head);
    for (let at = 0; at < bytes.length; at += 65_536) {
      if (!socket.write(bytes.subarray(at, at + 65_536)))
        await new Promise((resolve) => socket.once('drain', resolve));
      if (at % LOOK_EVERY === 0) look();
    }
    socket.write(tail);
    const answer = await answered();
    socket.destroy();
    return answer.split('\r\n')[0]!;
  }
});

/** Takes away what nobody holds any more, so that what is measured is held. */
function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
