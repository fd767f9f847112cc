import { newId } from '@lib/kernel';
import type { Agent } from 'supertest';
import { ImportWorker } from '../../apps/web/src/background/import-worker.js';
import { EMAIL_OF } from './routes.table.js';
import { mainText } from './support/html.js';
import { lookInto, type Onlooker } from './support/onlooker.js';
import { boroughCsv } from './support/published-files.js';
import { post, send, tokenOf } from './support/send.js';
import { hiddenField, startTestApp, type TestApp } from './test-app.js';

const LOAD = '/partnerships/kingston/published-figures/load';

describe('a published file whose form is sent twice', () => {
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

  const fields = (requestKey: string, figure: number, name = 'boroughs.csv') => ({
    requestKey,
    file: { name, bytes: boroughCsv({ figure }) },
  });
  const filesAndParts = async () =>
    (
      await onlooker.rows<{ files: number; parts: number }>(
        `select (select count(*)::int from published_file) as files,
                (select count(*)::int from published_file_part) as parts`,
      )
    )[0]!;

  it('makes one file, also where they arrive at the same moment, and leads to it each time', async () => {
    const before = await filesAndParts();
    const form = { _csrf: await tokenOf(analyst), ...fields(newId(), 201) };
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(analyst, LOAD, form)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 303));
    expect(new Set(answers.map(({ headers }) => headers['location'])).size).toBe(1);
    expect(await filesAndParts()).toEqual({ files: before.files + 1, parts: before.parts + 1 });
  });

  it('says what came of it, also once the file is decided on', async () => {
    const key = hiddenField((await analyst.get(LOAD)).text, 'requestKey');
    const first = await send(analyst, LOAD, fields(key, 202));
    const page = first.headers['location']!;
    await test.app.get(ImportWorker).look();
    await send(analyst, `${page}/abandonment`, {});
    const again = await send(analyst, LOAD, fields(key, 202));
    expect(again.headers['location']).toBe(page);
    const shown = (await analyst.get(page)).text;
    expect(shown).toContain('This form was sent before with the same file.');
    expect(mainText(shown)).toContain('Abandoned');
  });

  it('is refused with another file or another name in it, and nothing is kept', async () => {
    const key = newId();
    await send(analyst, LOAD, fields(key, 203));
    const before = await filesAndParts();
    for (const other of [fields(key, 204), fields(key, 203, 'other.csv')]) {
      const refused = await send(analyst, LOAD, other);
      expect([refused.status, refused.text.includes('sent before with something else in it')]).toEqual([
        409,
        true,
      ]);
    }
    expect(await filesAndParts()).toEqual(before);
  });

  it('can be put right and sent again where it was refused', async () => {
    const key = newId();
    const empty = { requestKey: key, file: { name: 'empty.csv', bytes: Buffer.alloc(0) } };
    expect((await send(analyst, LOAD, empty)).status).toBe(422);
    expect((await send(analyst, LOAD, fields(key, 205))).status).toBe(303);
  });
});
