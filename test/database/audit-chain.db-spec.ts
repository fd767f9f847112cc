import { execFileSync } from 'node:child_process';
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkpointsIn, CheckTrail, isWhole, signingKey } from '@lib/audit-trail';
import type { Actor } from '@lib/kernel';
import { connectUseCases, type ConnectedUseCases, createTestDatabase, type TestDatabase } from '@lib/testing';
import { checkpointTrail } from '../../apps/cli/src/commands/checkpoint-trail.js';
import { verifyTrail } from '../../apps/cli/src/commands/verify-trail.js';
import { connected } from './as-role.js';

type Context = Parameters<typeof verifyTrail.run>[1];

/** What a superuser who knows how a chain is made does to hide a change: every hash from it on is worked out anew. */
const REBUILD_FROM = (from: number) => `
  do $$
  declare event record; before text; fresh text;
  begin
    select coalesce((select hash from audit_event where seq = ${from} - 1), repeat('0', 64)) into before;
    for event in select * from audit_event where seq >= ${from} order by seq loop
      fresh := encode(sha256(convert_to(before || E'\\n' || event.seq || E'\\n' || event.content, 'UTF8')), 'hex');
      update audit_event set previous_hash = before, hash = fresh where seq = event.seq;
      before := fresh;
    end loop;
  end $$`;

/** An event that looks like the one with the number `like`, put in as `seq` without a link that fits. */
const inserted = (seq: string, like: number) =>
  `insert into audit_event (partnership_id, seq, recorded_at, actor_id, actor_name, type, subject_id, content, previous_hash, hash)
   select partnership_id, ${seq}, recorded_at, actor_id, actor_name, type, subject_id, content, previous_hash, hash
     from audit_event where seq = ${like}`;

describe('the chain of the audit trail', () => {
  let database: TestDatabase;
  let useCases: ConnectedUseCases;
  let kingston: { id: string; slug: string };
  let auditor: Actor;
  let folder: string;
  let events: number;

  beforeEach(async () => {
    database = await createTestDatabase('demo');
    useCases = await connectUseCases(database);
    kingston = { id: await useCases.partnershipId('kingston'), slug: 'kingston' };
    auditor = await useCases.actor('auditor@partnership.example');
    folder = mkdtempSync(join(tmpdir(), 'checkpoints-'));
    writeFileSync(keyFile(), newKey());
    const rows = await connected(database.adminUrl, (client) =>
      client.query<{ events: number }>('select count(*)::int as events from audit_event'),
    );
    events = rows.rows[0]!.events;
  });
  afterEach(async () => {
    await useCases.close();
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  const newKey = () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  const keyFile = () => join(folder, 'checkpoint-key.pem');
  const kept = () => join(folder, 'kept');
  const ofKingston = (name: string) => join(kept(), 'kingston', name);
  const checkpoints = () => checkpointsIn(kept(), keyFile(), { mayBeMissing: true });

  /** As the administrator of the server, who can switch every guard off. */
  const tamper = (...statements: string[]) =>
    connected(database.adminUrl, async (client) => {
      await client.query("set session_replication_role = 'replica'");
      for (const sql of statements) expect((await client.query(sql)).rowCount).not.toBe(0);
    });
  const check = () => useCases.get(CheckTrail).execute(auditor, kingston, checkpoints());

  const run = async (command: typeof verifyTrail, words: string[] = []): Promise<string[]> => {
    const printed: string[] = [];
    await command.run(words, {
      env: { NODE_ENV: 'production', CHECKPOINT_FOLDER: kept(), CHECKPOINT_KEY: keyFile() },
      print: (line: string) => void printed.push(line),
      application: () => Promise.resolve(useCases),
    } as unknown as Context);
    return printed;
  };
  const sign = () => run(checkpointTrail);
  const verify = () => run(verifyTrail, ['--partnership', 'kingston']);

  it('is whole after a year of returns', async () => {
    expect(await check()).toMatchObject({ chain: { whole: true, events }, newest: null, problems: [] });
    expect(events).toBeGreaterThan(40);
  });

  /** What a superuser does; the first bad event; what is wrong with it. `N` stands for the number of events. */
  const TAMPERING: readonly (readonly [string, readonly string[], number | 'N+1', string])[] = [
    [
      'the words of an event',
      ["update audit_event set content = replace(content, 'Demonstration', 'Merit') where seq = 10"],
      10,
      'its content',
    ],
    [
      'a column that pages search by',
      ['update audit_event set actor_id = gen_random_uuid() where seq = 7'],
      7,
      'its columns',
    ],
    [
      'the name of who did it',
      ["update audit_event set actor_name = 'Somebody Else' where seq = 7"],
      7,
      'its columns',
    ],
    [
      'the time of an event',
      ["update audit_event set recorded_at = recorded_at - interval '1 day' where seq = 8"],
      8,
      'its columns',
    ],
    [
      'words and the hash of them',
      [
        "update audit_event set content = replace(content, 'Demonstration', 'Merit') where seq = 10",
        `update audit_event set hash = encode(sha256(convert_to(
           previous_hash || E'\\n' || seq || E'\\n' || content, 'UTF8')), 'hex') where seq = 10`,
      ],
      11,
      'does not follow',
    ],
    [
      'a link',
      ["update audit_event set previous_hash = repeat('0', 64) where seq = 12"],
      12,
      'does not follow',
    ],
    ['an event in the middle that is gone', ['delete from audit_event where seq = 9'], 9, 'is missing'],
    ['the first event that is gone', ['delete from audit_event where seq = 1'], 1, 'is missing'],
    [
      'a gap that was closed by new numbers',
      [
        'delete from audit_event where seq = 9',
        'update audit_event set seq = -seq where seq > 9',
        'update audit_event set seq = -seq - 1 where seq < 0',
      ],
      9,
      'does not follow',
    ],
    [
      'two events in another order',
      [
        'update audit_event set seq = -seq where seq in (5, 6)',
        'update audit_event set seq = 11 + seq where seq in (-5, -6)',
      ],
      5,
      'does not follow',
    ],
    [
      'an event that was put between others',
      [
        'update audit_event set seq = -seq where seq > 20',
        'update audit_event set seq = -seq + 1 where seq < 0',
        inserted('21', 15),
      ],
      21,
      'does not follow',
    ],
    ['an event that was put before all others', [inserted('0', 15)], 1, 'the number 0 was put before it'],
    [
      'an event that was put at the end',
      [inserted('(select max(seq) + 1 from audit_event)', 15)],
      'N+1',
      'follow',
    ],
    [
      'something that is no event, with hashes that fit',
      [`update audit_event set content = 'Nothing happened' where seq = 14`, REBUILD_FROM(14)],
      14,
      'its columns',
    ],
  ];
  it.each(TAMPERING)('shows %s', async (_, statements, seq, problem) => {
    await connected(database.adminUrl, async (client) => {
      await client.query("set session_replication_role = 'replica'");
      for (const sql of statements) await client.query(sql);
    });
    const { chain } = await check();
    expect(chain).toEqual({
      whole: false,
      firstBadSeq: seq === 'N+1' ? events + 1 : seq,
      problem: expect.stringContaining(problem) as string,
    });
  });

  it.each([
    ['a tail that was cut off', 'delete from audit_event where seq > 30'],
    [
      'a chain that was written anew',
      `update audit_event set content = replace(content, 'Demonstration', 'Merit') where seq = 10; ${REBUILD_FROM(10)}`,
    ],
  ])('cannot show %s, which is why checkpoints are kept elsewhere', async (_, sql) => {
    await connected(database.adminUrl, (client) =>
      client.query(`set session_replication_role = 'replica'; ${sql}`),
    );
    expect(await check()).toMatchObject({ chain: { whole: true } });
  });

  describe('beside its checkpoints', () => {
    beforeEach(async () => {
      await expect(sign()).rejects.toThrow('is not there: make it, or mount it');
      mkdirSync(kept());
      expect(await sign()).toEqual([expect.stringContaining(ofKingston(`${events + 1}.json`))]);
    });

    it('is whole, and the command says up to which event it is signed', async () => {
      const [chain, checkpoint] = await verify();
      expect(chain).toContain(`The trail is whole: ${events + 1} events`);
      expect(checkpoint).toContain(`covers events up to ${events + 1} and was signed at`);
    });

    it('is signed anew each day, and no checkpoint is ever replaced', async () => {
      const before = readFileSync(ofKingston(`${events + 1}.json`), 'utf8');
      await sign();
      expect(readdirSync(join(kept(), 'kingston'))).toEqual([`${events + 1}.json`, `${events + 2}.json`]);
      expect(readFileSync(ofKingston(`${events + 1}.json`), 'utf8')).toBe(before);
      await expect(
        checkpoints()!.folder.add(
          'kingston',
          { partnership: kingston.id, seq: events + 1, hash: 'f'.repeat(64), at: new Date() },
          createPrivateKey(newKey()),
        ),
      ).rejects.toThrow('EEXIST');
    });

    it('shows a tail that was cut off', async () => {
      await tamper('delete from audit_event where seq > 30');
      await expect(verify()).rejects.toThrow(
        `The trail breaks at event 31: event 31 is missing, and so is everything up to event ${events + 1}`,
      );
    });

    it('shows that everything is gone', async () => {
      await tamper('delete from audit_event');
      await expect(verify()).rejects.toThrow('The trail breaks at event 1: event 1 is missing');
    });

    it('shows a cut tail that was grown over by new events', async () => {
      await tamper('delete from audit_event where seq > (select max(seq) - 2 from audit_event)');
      for (let more = 0; more < 3; more += 1) await useCases.get(CheckTrail).record(auditor, kingston, null);
      await expect(verify()).rejects.toThrow(
        `The trail breaks at event ${events + 1}: it is not what was signed`,
      );
    });

    it('shows a chain that was written anew, and from where on at the earliest', async () => {
      await sign();
      await tamper(
        `update audit_event set content = replace(content, '"whole":"yes"', '"whole":"no"') where seq = ${events + 2}`,
      );
      await connected(database.adminUrl, (client) =>
        client.query(`set session_replication_role = 'replica'; ${REBUILD_FROM(events + 2)}`),
      );
      await expect(verify()).rejects.toThrow(
        new RegExp(`breaks at event ${events + 2}: .* written anew from event ${events + 2} on`),
      );
      await connected(database.adminUrl, (client) =>
        client.query(`set session_replication_role = 'replica';
          update audit_event set content = replace(content, 'Demonstration', 'Merit') where seq = 10;
          ${REBUILD_FROM(10)}`),
      );
      await expect(verify()).rejects.toThrow(
        new RegExp(`breaks at event ${events + 1}: .* written anew from event 1 or a later one on`),
      );
    });

    it('is not signed when it is broken', async () => {
      await tamper('delete from audit_event where seq = 9');
      await expect(sign()).rejects.toThrow(/not signed\. The trail breaks at event 9/);
      expect(readdirSync(join(kept(), 'kingston'))).toEqual([`${events + 1}.json`]);
    });

    /** What somebody does to the newest checkpoint; what is said of it. */
    it.each<[string, (file: string) => void | Promise<unknown>, RegExp]>([
      ['was altered', (file) => rewrite(file, (text) => text.replace(/"hash":"./, '"hash":"g')), /signature/],
      ['is no checkpoint', (file) => rewrite(file, () => 'all is well'), /is not a checkpoint/],
      ['has another name', (file) => renameSync(file, ofKingston('3.json')), /and has another name/],
      [
        'was forged with another key',
        (file) => {
          const {
            keyId: _,
            signature: __,
            ...said
          } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
          rmSync(file);
          return signWithAnotherKey(said);
        },
        /which is not one that is trusted/,
      ],
    ])('shows a checkpoint that %s', async (_, forge, says) => {
      await forge(ofKingston(`${events + 1}.json`));
      await expect(verify()).rejects.toThrow(says);
      const found = await check();
      expect(found).toMatchObject({ chain: { whole: true }, newest: null });
      expect(isWhole(found)).toBe(false);
    });

    it('says so when the folder of checkpoints is not there', async () => {
      rmSync(kept(), { recursive: true });
      await expect(verify()).rejects.toThrow('is not there');
    });

    it('can be checked with the public key alone', async () => {
      const publicKey = readdirSync(kept()).find((name) => name.endsWith('.pem'))!;
      const words = ['--partnership', 'kingston', '--key', join(kept(), publicKey)];
      expect((await run(verifyTrail, words))[1]).toContain('covers events up to');
    });

    it('can be checked with OpenSSL and nothing of ours', () => {
      if (!hasOpenSsl()) {
        console.warn('SKIPPED: there is no openssl on this machine, so no checkpoint was checked with it.');
        return;
      }
      const publicKey = readdirSync(kept()).find((name) => name.endsWith('.pem'))!;
      const howTo = readFileSync(join(__dirname, '../../docs/how-to/check-the-audit-trail.md'), 'utf8');
      const script = /```sh\n([\s\S]*?openssl pkeyutl[\s\S]*?)```/.exec(howTo)![1]!;
      const withOpenSsl = (file: string) =>
        execFileSync('sh', ['-ec', script], {
          cwd: folder,
          env: { ...process.env, CHECKPOINT: file, KEY: join(kept(), publicKey) },
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'pipe'],
        });
      const file = ofKingston(`${events + 1}.json`);
      expect(withOpenSsl(file)).toContain('Signature Verified Successfully');
      rewrite(file, (text) => text.replace('"seq":"', '"seq":"1'));
      expect(() => withOpenSsl(file)).toThrow();
    });

    function signWithAnotherKey(said: Record<string, string>): Promise<string> {
      const { partnership, hash, seq, at } = said;
      return checkpoints()!.folder.add(
        'kingston',
        { partnership: partnership!, hash: hash!, seq: Number(seq), at: new Date(at!) },
        createPrivateKey(newKey()),
      );
    }
  });

  it('can be checked with SHA-256 and nothing of ours', async () => {
    const rows = await connected(database.adminUrl, (client) =>
      client.query<{ ok: boolean }>(
        `select hash = encode(sha256(convert_to(previous_hash || chr(10) || seq || chr(10) || content, 'UTF8')), 'hex')
                and previous_hash = coalesce(lag(hash) over (order by seq), repeat('0', 64)) as ok
           from audit_event where partnership_id = $1`,
        [kingston.id],
      ),
    );
    expect(rows.rows.every(({ ok }) => ok)).toBe(true);
  });
});

describe('the key of checkpoints', () => {
  it('is one that OpenSSL makes, as a value in one line or as a file', () => {
    const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
    expect(signingKey(pem.replaceAll('\n', String.raw`\n`)).asymmetricKeyType).toBe('ed25519');
    expect(() => signingKey('/nowhere/key.pem')).toThrow(
      'openssl genpkey -algorithm ed25519 -out /nowhere/key.pem',
    );
    const other = generateKeyPairSync('ed448').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
    expect(() => signingKey(other)).toThrow('signed with an Ed25519 key; this one is ed448');
  });

  it('is asked for in production, and made where nobody relies on it', async () => {
    const env = { NODE_ENV: 'production' };
    const context = { env, print: () => {}, application: () => Promise.reject(new Error('too far')) };
    await expect(checkpointTrail.run([], context as unknown as Context)).rejects.toThrow(
      'Set CHECKPOINT_FOLDER',
    );
    const folder = mkdtempSync(join(tmpdir(), 'checkpoint-key-'));
    const CHECKPOINT_KEY = join(folder, 'made', 'key.pem');
    const development = { NODE_ENV: 'development', CHECKPOINT_FOLDER: folder, CHECKPOINT_KEY };
    await expect(
      checkpointTrail.run([], { ...context, env: development } as unknown as Context),
    ).rejects.toThrow('too far');
    expect(signingKey(CHECKPOINT_KEY).type).toBe('private');
    rmSync(folder, { recursive: true });
  });
});

function rewrite(file: string, change: (text: string) => string): void {
  chmodSync(file, 0o644);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

function hasOpenSsl(): boolean {
  try {
    return /^OpenSSL [3-9]/.test(execFileSync('openssl', ['version'], { encoding: 'utf8' }));
  } catch {
    return false;
  }
}
