import { LoadActor } from '@lib/identity';
import type { Loader } from '@lib/importing';
import type { Id } from '@lib/kernel';
import { ImportWorker } from '../../apps/web/src/background/import-worker.js';
import { EMAIL_OF } from './routes.table.js';
import { mainText } from './support/html.js';
import { lookInto, type Onlooker } from './support/onlooker.js';
import { applyFile, boroughCsv, fileReadBy } from './support/published-files.js';
import { startTestApp, type TestApp } from './test-app.js';

const LIST = '/partnerships/kingston/published-figures';
/** What is kept of a file beside its row. */
const CONTENTS = ['part', 'figure', 'series', 'area', 'file_question'];

describe('published files that are of no more use', () => {
  let test: TestApp;
  let onlooker: Onlooker;
  let loader: Loader & { loadedFor: Id };
  beforeAll(async () => {
    test = await startTestApp();
    onlooker = await lookInto(test.database);
    const [row] = await onlooker.rows<{ id: Id; partnership: Id }>(
      `select id, (select id from partnership where slug = 'kingston') as partnership from person where email = $1`,
      [EMAIL_OF['partnership-analyst']],
    );
    const actor = await test.app.get(LoadActor).execute(row!.id);
    loader = { actor, loadedFor: row!.partnership };
  });
  afterAll(async () => {
    await onlooker.close();
    await test.close();
  });

  const read = (name: string, bytes: Buffer) =>
    fileReadBy(test, loader.actor!, loader.loadedFor, { name, bytes });
  const stateOf = async (id: Id) =>
    (await onlooker.rows<{ state: string }>('select state from published_file where id = $1', [id]))[0]
      ?.state;
  const contentsOf = async (id: Id) => {
    const counts = CONTENTS.map((name) => {
      const table = name === 'part' ? 'published_file_part' : `published_${name}`;
      return `select count(*)::int as n from ${table} where file_id = $1`;
    });
    const rows = await onlooker.rows<{ n: number }>(counts.join(' union all '), [id]);
    return rows.reduce((all, { n }) => all + n, 0);
  };
  const page = async (path: string) => {
    const viewer = await test.signedInAs(EMAIL_OF['partnership-analyst']);
    return mainText((await viewer.get(path).expect(200)).text);
  };

  it('are kept for 30 days, say until when, and are abandoned then with a record of it', async () => {
    test.clock.setTo(new Date('2026-12-01T15:00:00Z'));
    const open = await read('open.csv', boroughCsv({ figure: 301 }));
    const asking = await read('asking.csv', boroughCsv({ figure: 302, borough: 'Where it was' }));
    const applied = await read('applied.csv', boroughCsv({ figure: 303 }));
    await applyFile(test, loader.actor!, loader.loadedFor, { id: applied, release: '2024-04' });
    const figures = await contentsOf(applied);
    expect([await stateOf(open), await stateOf(asking)]).toEqual(['read', 'asking']);

    test.clock.setTo(new Date('2026-12-31T23:30:00Z'));
    await test.app.get(ImportWorker).look();
    expect([await stateOf(open), await stateOf(asking)]).toEqual(['read', 'asking']);
    expect(await page(LIST)).toContain('Kept until 31 December 2026');
    expect(await page(`${LIST}/${open}`)).toContain('31 December 2026, unless it is applied before');

    test.clock.setTo(new Date('2027-01-01T00:05:00Z'));
    await test.app.get(ImportWorker).look();
    for (const id of [open, asking])
      expect([await stateOf(id), await contentsOf(id)]).toEqual(['abandoned', 0]);
    expect([await stateOf(applied), await contentsOf(applied)]).toEqual(['applied', figures]);
    for (const path of [LIST, `${LIST}/${open}`])
      expect(await page(path)).toContain('Nobody decided on it for 30 days.');
    const events = await onlooker.rows(
      `select subject_id as id, content::jsonb->'data'->>'why' as why, content::jsonb->'actor'->>'name' as by
         from audit_event where type = 'PublishedFileAbandoned'`,
    );
    const why = 'nobody decided on it for 30 days';
    const by = 'Community safety tracker';
    expect(events).toHaveLength(2);
    expect(events).toEqual(expect.arrayContaining([open, asking].map((id) => ({ id, why, by }))));
  });

  it('are removed where their upload ended with its process, and not while it may still go on', async () => {
    const arriving = async (minutes: number) => {
      const [row] = await onlooker.rows<{ id: Id }>(
        `insert into published_file (id, loaded_for, name, size, state, rows_read, bytes_read, cells, notes, attempt,
                                     received_by, received_at)
         values (gen_random_uuid(), $1, 'half.csv', 0, 'receiving', 0, 0, 0, '{}', 0, $2, $3) returning id`,
        [
          ...[loader.loadedFor, loader.actor!.personId],
          new Date(test.clock.now().getTime() - minutes * 60_000),
        ],
      );
      await onlooker.rows('insert into published_file_part values ($1, 1, $2)', [row!.id, Buffer.from('x')]);
      return row!.id;
    };
    const [going, left] = [await arriving(45), await arriving(75)];
    await test.app.get(ImportWorker).look();
    expect([await stateOf(going), await contentsOf(going)]).toEqual(['receiving', 1]);
    expect([await stateOf(left), await contentsOf(left)]).toEqual([undefined, 0]);
    expect(await page(LIST)).not.toContain('half.csv');
  });
});
