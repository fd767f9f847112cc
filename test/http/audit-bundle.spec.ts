import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { execFile } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { MakeBundle, ReadBundles, RequestBundle } from '@lib/audit-bundle';
import { checkpointsIn, keyIdOf, SignCheckpoint } from '@lib/audit-trail';
import { calendarDate } from '@lib/kernel';
import { LoadActor } from '@lib/identity';
import { PartnershipDirectory } from '@lib/partnerships';
import type { Agent } from 'supertest';
import { BundleWorker } from '../../apps/web/src/background/bundle-worker.js';
import { seedKingston2010 } from '../kingston-2010/index.js';
import { connected } from '../database/as-role.js';
import { errorSummary, mainText } from './support/html.js';
import { send } from './support/send.js';
import { startTestApp, type TestApp } from './test-app.js';

const HOME = '/partnerships/kingston';
const BUNDLES = `${HOME}/audit-bundles`;
const AUDITOR = 'auditor@partnership.example';

/** All that the commands of a README may use: Bash, OpenSSL and what comes with coreutils. */
const TOOLS = 'bash openssl cat cut head mktemp paste rm seq sha256sum sort split tail truncate wc'.split(
  ' ',
);

const run = promisify(execFile);

const newKey = () =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;

describe('an audit bundle', () => {
  let test: TestApp;
  let auditor: Agent;
  let folder: string;
  let bundleKey: string;
  let checkpointKey: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'audit-bundle-'));
    bundleKey = newKey();
    checkpointKey = newKey();
    mkdirSync(join(folder, 'checkpoints'));
    mkdirSync(join(folder, 'tools'));
    for (const tool of TOOLS) {
      const { stdout } = await run('which', [tool]);
      symlinkSync(stdout.trim(), join(folder, 'tools', tool));
    }
    test = await startTestApp({
      ...{ BUNDLE_KEY: bundleKey, CHECKPOINT_KEY: checkpointKey },
      CHECKPOINT_FOLDER: join(folder, 'checkpoints'),
    });
    auditor = await test.signedInAs(AUDITOR);
  });
  afterAll(async () => {
    await test?.close();
    rmSync(folder, { recursive: true });
  });

  const auditorAsActor = async () => {
    const [row] = await rows<{ id: string }>(`select id from person where email = '${AUDITOR}'`);
    return (await test.app.get(LoadActor).execute(row!.id))!;
  };
  const kingston = async () => (await test.app.get(PartnershipDirectory).bySlug('kingston'))!;
  const rows = <Row extends object>(sql: string) =>
    connected(test.database.adminUrl, async (client) => (await client.query<Row>(sql)).rows);

  /** What an auditor does: asks for a bundle on the page, waits, and downloads the newest. */
  async function madeOnThePage(fields: { from: string; until: string }): Promise<Downloaded> {
    expect((await send(auditor, BUNDLES, fields)).headers['location']).toBe(BUNDLES);
    await test.app.get(BundleWorker).look();
    const page = (await auditor.get(BUNDLES)).text;
    const action = /action="([^"]+\/file)"/.exec(page)![1]!;
    const zip = await bytesOf(action);
    return { zip, sha256: /[0-9a-f]{64}/.exec(firstBundle(page))![0], text: mainText(page) };
  }

  async function bytesOf(action: string): Promise<Buffer> {
    const page = (await auditor.get(BUNDLES)).text;
    const _csrf = /name="_csrf" value="([^"]+)"/.exec(page)![1]!;
    const { body } = await auditor
      .post(action)
      .type('form')
      .send({ _csrf })
      .buffer(true)
      .parse((response, done) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () => done(null, Buffer.concat(pieces)));
      });
    return body as Buffer;
  }

  async function madeWithoutKeys(from: string, until: string): Promise<string> {
    const actor = await auditorAsActor();
    const partnership = await kingston();
    const period = { from: calendarDate(from), until: calendarDate(until) };
    const id = await test.app.get(RequestBundle).execute(actor, partnership.id, period);
    await test.app.get(MakeBundle).execute(partnership, { signingKey: null, checkpoints: null });
    const { parts } = await test.app.get(ReadBundles).file(actor, partnership.id, id);
    const pieces: Buffer[] = [];
    for await (const part of parts) pieces.push(part);
    return unpacked(Buffer.concat(pieces));
  }

  async function signCheckpoint(): Promise<void> {
    const trusted = checkpointsIn(join(folder, 'checkpoints'), checkpointKey, { mayBeMissing: false })!;
    const key = createPrivateKey(checkpointKey);
    await test.app.get(SignCheckpoint).execute(await auditorAsActor(), await kingston(), trusted, key);
  }

  async function unpacked(zip: Buffer): Promise<string> {
    const target = mkdtempSync(join(folder, 'unpacked-'));
    writeFileSync(`${target}.zip`, zip);
    await run('unzip', ['-q', `${target}.zip`, '-d', target]);
    return target;
  }

  /** Runs what stands in the README, with nothing else within reach. */
  async function checked(target: string, commands: string): Promise<{ ok: boolean; said: string }> {
    const options = { cwd: target, env: { PATH: join(folder, 'tools') } };
    return run(join(folder, 'tools', 'bash'), ['-c', commands], options).then(
      ({ stdout, stderr }) => ({ ok: true, said: stdout + stderr }),
      (error: { stdout: string; stderr: string }) => ({ ok: false, said: error.stdout + error.stderr }),
    );
  }

  describe('that is made on the page', () => {
    let bundle: Downloaded;
    let target: string;
    let commands: string;

    beforeAll(async () => {
      await signCheckpoint();
      bundle = await madeOnThePage({ from: '1 4 2010', until: '31 3 2011' });
      target = await unpacked(bundle.zip);
      commands = commandsIn(readFileSync(join(target, 'README.md'), 'utf8'));
    });

    it('is the file whose SHA-256 the page shows', () => {
      expect(createHash('sha256').update(bundle.zip).digest('hex')).toBe(bundle.sha256);
    });

    it('is found as it was by the commands in its README, which say the key that the page shows', async () => {
      const keyId = keyIdOf(createPublicKey(bundleKey));
      const { ok, said } = await checked(target, commands);
      expect(said).toContain('Everything is as it was when the bundle was made.');
      expect(ok).toBe(true);
      expect(said.match(/Signature Verified Successfully/g)).toHaveLength(2);
      expect(said).toContain(`\n${keyId}\n`);
      expect(bundle.text).toContain(keyId);
      expect(said).toContain(keyIdOf(createPublicKey(checkpointKey)));
    });

    it('has the record of the period, and nobody’s address or password', () => {
      const files = filesIn(target);
      expect(files).toEqual(
        expect.arrayContaining([
          ...['README.md', 'MANIFEST.sha256', 'MANIFEST.sha256.sig', 'bundle-key.pem'],
          ...[
            'checkpoint/checkpoint.json',
            'returns/returns.csv',
            'returns/decisions.csv',
            'plans/versions.csv',
          ],
          ...['duties/catalogue.csv', 'duties/occurrences.csv', 'trail/events.jsonl', 'trail/hashes.txt'],
        ]),
      );
      expect(files.filter((path) => /^plans\/version-.*\.json$/.test(path))).not.toEqual([]);
      const lines = (path: string) => readFileSync(join(target, path), 'utf8').trimEnd().split(/\r?\n/);
      // Of four returns, sent and approved, under a heading.
      expect(lines('returns/decisions.csv').length).toBe(9);
      expect(lines('returns/figures.csv').length).toBeGreaterThan(30);
      expect(lines('plans/steps.csv').length).toBeGreaterThan(1);
      expect(lines('trail/events.csv').length).toBe(lines('trail/events.jsonl').length + 1);
      const everything = files.map((path) => readFileSync(join(target, path), 'utf8')).join('\n');
      expect(everything).not.toMatch(/@[a-z.]*example|argon2/);
    });

    it('is found changed when one byte of any file is, at its start, its end or anywhere between', async () => {
      const files = filesIn(target);
      const random = seededRandom(20261129);
      for (const path of files) {
        const file = join(target, path);
        const sound = readFileSync(file);
        const places = new Set([0, sound.length - 1, Math.floor(random() * sound.length)]);
        for (const place of places) {
          const changed = Buffer.from(sound);
          changed[place]! ^= 1 << Math.floor(random() * 8);
          writeFileSync(file, changed);
          const { ok } = await checked(target, commands);
          expect([path, place, ok]).toEqual([path, place, false]);
        }
        writeFileSync(file, sound);
      }
      expect((await checked(target, commands)).ok).toBe(true);
    }, 180_000);

    it('is found changed when a file is put in, taken out or swapped with its line in the list', async () => {
      writeFileSync(join(target, 'returns', 'more.csv'), 'x');
      expect((await checked(target, commands)).ok).toBe(false);
      rmSync(join(target, 'returns', 'more.csv'));
      const decisions = readFileSync(join(target, 'returns/decisions.csv'));
      rmSync(join(target, 'returns/decisions.csv'));
      expect((await checked(target, commands)).ok).toBe(false);
      writeFileSync(join(target, 'returns/decisions.csv'), 'return\r\n');
      const manifest = readFileSync(join(target, 'MANIFEST.sha256'), 'utf8');
      const forged = createHash('sha256').update('return\r\n').digest('hex');
      writeFileSync(
        join(target, 'MANIFEST.sha256'),
        manifest.replace(/^.{64}(?= {2}returns\/decisions\.csv$)/m, forged),
      );
      const { ok, said } = await checked(target, commands);
      expect([ok, said]).toEqual([false, expect.stringContaining('Signature Verification Failure')]);
      writeFileSync(join(target, 'returns/decisions.csv'), decisions);
      writeFileSync(join(target, 'MANIFEST.sha256'), manifest);
    });

    it('has another SHA-256 as a whole when one byte of it is another, its own structure too', () => {
      const random = seededRandom(4);
      const places = new Set([0, bundle.zip.length - 1]);
      while (places.size < 400) places.add(Math.floor(random() * bundle.zip.length));
      for (const place of places) {
        const changed = Buffer.from(bundle.zip);
        changed[place]! ^= 1 << Math.floor(random() * 8);
        expect(createHash('sha256').update(changed).digest('hex')).not.toBe(bundle.sha256);
      }
    });

    it('is an event of the trail, and so is its download', async () => {
      const said = (await auditor.get(`${HOME}/audit-trail?kind=trail`)).text;
      const text = mainText(said);
      expect(text).toContain('asked for the audit bundle of 2010-04-01 to 2011-03-31');
      expect(text).toContain(`made the audit bundle of 2010-04-01 to 2011-03-31`);
      expect(text).toContain(bundle.sha256);
      expect(text).toContain('downloaded audit-bundle-kingston-2010-04-01-to-2011-03-31.zip');
    });
  });

  it('that is not signed says so, and is checked as far as that goes', async () => {
    const target = await madeWithoutKeys('2010-04-01', '2010-06-30');
    const readme = readFileSync(join(target, 'README.md'), 'utf8');
    expect(readme).toContain('This bundle is **not signed**');
    expect(readme).toContain('there was **none** when this bundle was made');
    expect(await checked(target, commandsIn(readme))).toMatchObject({ ok: true });
    writeFileSync(join(target, 'trail/events.csv'), 'number\r\n');
    expect(await checked(target, commandsIn(readme))).toMatchObject({ ok: false });
  });

  it('has the returns of the quarters in the period, and those that were decided on in it', async () => {
    const quartersIn = (target: string, file: string) => [
      ...new Set(readFileSync(join(target, file), 'utf8').match(/(?<=,)\d{4}-\d\d-01(?=,\d+,)/g)),
    ];
    const aDay = await madeWithoutKeys('2010-06-30', '2010-06-30');
    for (const file of ['returns', 'figures', 'decisions'])
      expect([file, quartersIn(aDay, `returns/${file}.csv`)]).toEqual([file, ['2010-04-01']]);
    const between = await madeWithoutKeys('2009-04-01', '2010-03-31');
    expect(quartersIn(between, 'returns/returns.csv')).toEqual([]);
    expect(readFileSync(join(between, 'plans/versions.csv'), 'utf8').trimEnd().split('\r\n')).toHaveLength(1);
    const today = await madeWithoutKeys(test.clock.today(), test.clock.today());
    expect(quartersIn(today, 'returns/decisions.csv')).toEqual([
      '2010-04-01',
      '2010-07-01',
      '2010-10-01',
      '2011-01-01',
    ]);
  });

  it('is made of each of two requests at once, and of one that is sent twice only once', async () => {
    const count = async () => (await rows<{ count: string }>('select count(*) from audit_bundle'))[0]!.count;
    const before = Number(await count());
    const twice = { from: '1 4 2010', until: '30 6 2010' };
    await Promise.all([send(auditor, BUNDLES, twice), send(auditor, BUNDLES, twice)]);
    expect(Number(await count())).toBe(before + 2);
    const requestKey = '0199b0a4-0000-7000-8000-000000000001';
    await Promise.all([
      send(auditor, BUNDLES, { ...twice, requestKey }),
      send(auditor, BUNDLES, { ...twice, requestKey }),
    ]);
    expect(Number(await count())).toBe(before + 3);
    await test.app.get(BundleWorker).look();
    expect(await rows("select id from audit_bundle where state <> 'ready'")).toEqual([]);
  });

  it('fills in the days that an address names, and the year so far', async () => {
    test.clock.setTo(new Date('2027-05-20T12:00:00Z'));
    const later = await test.signedInAs(AUDITOR);
    const plain = (await later.get(BUNDLES)).text;
    expect(plain).toMatch(/value="1 4 2027"/);
    expect(plain).toMatch(/value="20 5 2027"/);
    const quarter = /href="([^"]+)">The last complete quarter, January to March 2027/.exec(plain)![1]!;
    const filled = (await later.get(quarter.replaceAll('&amp;', '&'))).text;
    expect(filled).toMatch(/value="1 1 2027"/);
    expect(filled).toMatch(/value="31 3 2027"/);
    test.clock.setTo(new Date());
  });

  it('keeps what was typed and says what is wrong', async () => {
    const { status, text } = await send(auditor, BUNDLES, { from: '1 4 2010', until: '31 3 2010' });
    expect(status).toBe(422);
    expect(errorSummary(text)).toEqual([['The last day must be the first day or a later one.', 'until']]);
    expect(text).toMatch(/value="31 3 2010"/);
  });

  it('is nobody’s but the auditor’s', async () => {
    await seedKingston2010(test.app, 'elsewhere');
    const [ready] = await rows<{ id: string }>("select id from audit_bundle where state = 'ready' limit 1");
    const file = `${BUNDLES}/${ready!.id}/file`;
    const analyst = await test.signedInAs('analyst@partnership.example');
    expect((await analyst.get(BUNDLES)).status).toBe(403);
    expect((await send(analyst, BUNDLES, { from: '1 4 2010', until: '31 3 2011' })).status).toBe(403);
    expect((await send(analyst, file, {})).status).toBe(403);
    const other = await test.signedInAs('auditor@elsewhere.partnership.example');
    expect((await other.get(BUNDLES)).status).toBe(404);
    expect((await send(other, file, {})).status).toBe(404);
    expect((await send(other, file.replace('kingston', 'elsewhere'), {})).status).toBe(404);
  });

  it('shows beside its checkpoint that the end of the trail was cut off', async () => {
    await signCheckpoint();
    await connected(test.database.adminUrl, async (client) => {
      await client.query("set session_replication_role = 'replica'");
      await client.query(
        `delete from audit_event e where partnership_id = (select id from partnership where slug = 'kingston')
            and seq > (select max(seq) - 2 from audit_event where partnership_id = e.partnership_id)`,
      );
    });
    const { zip } = await madeOnThePage({ from: '1 4 2010', until: '31 3 2011' });
    const target = await unpacked(zip);
    const { ok, said } = await checked(target, commandsIn(readFileSync(join(target, 'README.md'), 'utf8')));
    expect(ok).toBe(false);
    expect(said).toMatch(/5\. The trail has the event that the checkpoint covers[^]*SOMETHING IS WRONG/);
  });

  it('shows in its chain what a superuser has changed in the trail', async () => {
    await connected(test.database.adminUrl, async (client) => {
      await client.query("set session_replication_role = 'replica'");
      await client.query(
        `update audit_event set content = replace(content, 'Demonstration', 'Merit')
          where seq = 10 and partnership_id = (select id from partnership where slug = 'kingston')`,
      );
    });
    const { zip } = await madeOnThePage({ from: '1 4 2010', until: '31 3 2011' });
    const target = await unpacked(zip);
    const { ok, said } = await checked(target, commandsIn(readFileSync(join(target, 'README.md'), 'utf8')));
    expect(ok).toBe(false);
    expect(said).toContain('Event 10 is not as it was recorded.');
  });
});

interface Downloaded {
  readonly zip: Buffer;
  /** What the page shows. */
  readonly sha256: string;
  readonly text: string;
}

/** The part of the page about the newest bundle. */
function firstBundle(page: string): string {
  return page.split('<h3')[1] ?? '';
}

/** The one block of commands in a README. */
function commandsIn(readme: string): string {
  const blocks = [...readme.matchAll(/^```bash\n([\s\S]*?)^```$/gm)];
  expect(blocks).toHaveLength(1);
  return blocks[0]![1]!;
}

function filesIn(folder: string): string[] {
  return (readdirSync(folder, { recursive: true }) as string[])
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort();
}

/** The same numbers in every run: mulberry32. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
