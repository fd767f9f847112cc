import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Actor, calendarDate, type Id } from '@lib/kernel';
import { PartnershipDirectory } from '@lib/partnerships';
import { type ConnectedUseCases, connectUseCases, createTestDatabase, type TestDatabase } from '@lib/testing';
import { Client } from 'pg';
import { MakeBundle } from './use-cases/make-bundle.js';
import { ReadBundles } from './use-cases/read-bundles.js';
import { RequestBundle } from './use-cases/request-bundle.js';
import { SECTIONS } from './sections/sections.js';

const PERIOD = { from: calendarDate('2010-04-01'), until: calendarDate('2010-06-30') };
const NO_KEYS = { signingKey: null, checkpoints: null };

describe('the making of audit bundles', () => {
  let database: TestDatabase;
  let useCases: ConnectedUseCases;
  let admin: Client;
  let auditor: Actor;
  let kingston: { id: Id; slug: string; name: string };

  beforeAll(async () => {
    database = await createTestDatabase('demo');
    useCases = await connectUseCases(database);
    admin = new Client({ connectionString: database.adminUrl });
    await admin.connect();
    auditor = await useCases.actor('auditor@partnership.example');
    kingston = (await useCases.get(PartnershipDirectory).bySlug('kingston'))!;
  });
  afterAll(async () => {
    await useCases.close();
    await admin.end();
    await database.drop();
  });
  afterEach(() => jest.restoreAllMocks());

  const ask = () => useCases.get(RequestBundle).execute(auditor, kingston.id, PERIOD);
  const make = (stop?: AbortSignal) => useCases.get(MakeBundle).execute(kingston, NO_KEYS, stop);
  const bundle = async (id: Id) => {
    const listed = await useCases.get(ReadBundles).list(auditor, kingston.id);
    return listed.find((one) => one.id === id)!;
  };
  const bytesOf = async (id: Id) => {
    const { parts } = await useCases.get(ReadBundles).file(auditor, kingston.id, id);
    const all: Buffer[] = [];
    for await (const part of parts) all.push(part);
    return all;
  };
  const rows = async <Row>(sql: string, values: unknown[]) => (await admin.query(sql, values)).rows as Row[];
  const attemptsWithParts = (id: Id) =>
    rows<{ attempt: number }>('select distinct attempt from audit_bundle_part where bundle_id = $1', [id]);
  const madeEvents = (id: Id) =>
    rows("select seq from audit_event where type = 'AuditBundleMade' and subject_id = $1", [id]);

  /** Stands in for a section that takes long. */
  function heldUp(): { release: () => void; reached: Promise<void> } {
    let release = () => {};
    let arrive = () => {};
    const reached = new Promise<void>((resolve) => (arrive = resolve));
    const released = new Promise<void>((resolve) => (release = resolve));
    jest.spyOn(SECTIONS[1]!, 'files').mockImplementationOnce(async function* () {
      arrive();
      await released;
      yield { path: 'late.txt', content: 'late' };
    });
    return { release, reached };
  }

  it('ends with a file in parts that is exactly what was recorded of it', async () => {
    const big = randomBytes(2_500_000);
    jest.spyOn(SECTIONS[0]!, 'files').mockImplementationOnce(async function* () {
      for (let at = 0; at < big.length; at += 60_000)
        yield { path: `big-${at}.bin`, content: big.subarray(at, at + 60_000) };
    });
    const id = await ask();
    expect(await make()).toBe(true);
    expect(await make()).toBe(false);
    const parts = await bytesOf(id);
    expect(parts.map(({ length }) => length).slice(0, 2)).toEqual([1_048_576, 1_048_576]);
    expect(parts).toHaveLength(3);
    const { made, state, sectionsDone } = await bundle(id);
    expect({ state, sectionsDone }).toEqual({ state: 'ready', sectionsDone: SECTIONS.length });
    expect(made!.size).toBe(Buffer.concat(parts).length);
    expect(made!.sha256).toBe(createHash('sha256').update(Buffer.concat(parts)).digest('hex'));
    expect(await madeEvents(id)).toHaveLength(1);
  });

  it('says how far it has come', async () => {
    const { release, reached } = heldUp();
    const id = await ask();
    expect(await bundle(id)).toMatchObject({ state: 'waiting', sectionsDone: 0 });
    const making = make();
    await reached;
    expect(await bundle(id)).toMatchObject({ state: 'working', sectionsDone: 1, made: null });
    await expect(bytesOf(id)).rejects.toThrow('is not ready');
    release();
    await making;
    expect(await bundle(id)).toMatchObject({ state: 'ready' });
  });

  it('is of one moment, whatever is recorded while it is made', async () => {
    const { release, reached } = heldUp();
    const id = await ask();
    const making = make();
    await reached;
    const later = await ask();
    release();
    await making;
    const { made } = await bundle(id);
    const file = join(tmpdir(), `${id}.zip`);
    writeFileSync(file, Buffer.concat(await bytesOf(id)));
    const hashes = execFileSync('unzip', ['-p', file, 'trail/hashes.txt'], { encoding: 'utf8' });
    rmSync(file);
    expect(hashes.trimEnd().split('\n')).toHaveLength(Number(made!.lastEvent));
    const [recorded] = await rows<{ seq: string }>('select seq from audit_event where subject_id = $1', [
      later,
    ]);
    expect(Number(recorded!.seq)).toBeGreaterThan(Number(made!.lastEvent));
    await make();
  });

  it('is never done by two workers, of four that start at once', async () => {
    const id = await ask();
    expect((await Promise.all([make(), make(), make(), make()])).filter(Boolean)).toHaveLength(1);
    expect(await bundle(id)).toMatchObject({ state: 'ready', attempt: 1 });
    expect(await madeEvents(id)).toHaveLength(1);
  });

  it('leaves a worker that lives its bundle', async () => {
    const { release, reached } = heldUp();
    const id = await ask();
    const making = make();
    await reached;
    expect(await make()).toBe(false);
    release();
    await making;
    expect(await bundle(id)).toMatchObject({ state: 'ready', attempt: 1 });
  });

  it('is taken up from a worker that died, and nothing of a worker that comes back counts', async () => {
    const { release, reached } = heldUp();
    const id = await ask();
    const dead = make();
    await reached;
    await admin.query(
      "update audit_bundle set heartbeat_at = heartbeat_at - interval '3 minutes' where id = $1",
      [id],
    );
    expect(await make()).toBe(true);
    const before = await bundle(id);
    expect(before).toMatchObject({ state: 'ready', attempt: 2 });
    release();
    expect(await dead).toBe(true);
    expect(await bundle(id)).toEqual(before);
    expect(await attemptsWithParts(id)).toEqual([{ attempt: 2 }]);
    expect(await madeEvents(id)).toHaveLength(1);
  });

  it('begins again after an error, and is ready once', async () => {
    jest.spyOn(SECTIONS[2]!, 'files').mockImplementationOnce(async function* () {
      yield { path: 'half.txt', content: 'half' };
      throw new Error('the connection was lost');
    });
    const id = await ask();
    await expect(make()).rejects.toThrow('the connection was lost');
    expect(await bundle(id)).toMatchObject({ state: 'waiting', attempt: 1 });
    expect(await make()).toBe(true);
    expect(await bundle(id)).toMatchObject({ state: 'ready', attempt: 2 });
    expect(await attemptsWithParts(id)).toEqual([{ attempt: 2 }]);
  });

  it('stops half-way when the service stops, and waits again', async () => {
    const { release, reached } = heldUp();
    const stop = new AbortController();
    const id = await ask();
    const making = make(stop.signal);
    await reached;
    stop.abort();
    release();
    expect(await making).toBe(true);
    expect(await bundle(id)).toMatchObject({ state: 'waiting' });
    await make();
    expect(await bundle(id)).toMatchObject({ state: 'ready' });
  });

  it('gives one up that was begun five times, and says so', async () => {
    jest.spyOn(SECTIONS[3]!, 'files').mockImplementation(() => {
      throw new Error('always');
    });
    const id = await ask();
    for (let attempt = 1; attempt <= 5; attempt += 1) await expect(make()).rejects.toThrow('always');
    expect(await make()).toBe(true);
    expect(await bundle(id)).toMatchObject({
      state: 'failed',
      failure: 'It was begun 5 times and never finished.',
    });
    const events = await rows<{ actor_name: string }>(
      "select actor_name from audit_event where type = 'AuditBundleFailed' and subject_id = $1",
      [id],
    );
    expect(events).toEqual([{ actor_name: 'Community safety tracker' }]);
  });

  it.each([
    ['is suspended', 'update person set suspended_at = $2 where id = $1'],
    ['has no role any more', 'update role_assignment set ended_at = $2 where person_id = $1'],
  ])('makes none for somebody who %s', async (_what, sql) => {
    const set = (value: string) =>
      admin.query(`set session_replication_role = replica;
        ${sql.replace('$1', `'${auditor.personId}'`).replace('$2', value)};
        set session_replication_role = origin`);
    const id = await ask();
    await set('now()');
    expect(await make()).toBe(true);
    await set('null');
    expect(await bundle(id)).toMatchObject({
      state: 'failed',
      failure: 'Whoever asked for it may not make audit bundles any more.',
    });
  });

  it('lets five wait and refuses the sixth, also of six that are asked for at once', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 6 }, ask));
    const refused = asked.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
    expect(refused.map(({ reason }) => (reason as { code: string }).code)).toEqual([
      'audit-bundles.many-waiting',
    ]);
    while (await make());
    const listed = await useCases.get(ReadBundles).list(auditor, kingston.id);
    expect(listed.filter(({ state }) => state === 'waiting')).toEqual([]);
  });

  it('removes the file after thirty days, and keeps what was made', async () => {
    const id = await ask();
    await make();
    const age = (days: number) =>
      admin.query(`set session_replication_role = replica;
        update audit_bundle set ended_at = now() - interval '${days} days' where id = '${id}';
        set session_replication_role = origin`);
    await age(29);
    await make();
    expect(await bytesOf(id)).not.toEqual([]);
    await age(32);
    await make();
    await expect(bytesOf(id)).rejects.toThrow('The file was removed after 30 days');
    expect(await attemptsWithParts(id)).toEqual([]);
    expect((await bundle(id)).made).not.toBeNull();
  });

  it('is kept from being changed, also by the database', async () => {
    const id = await ask();
    await make();
    const refused = (sql: string) => expect(admin.query(sql, [id])).rejects.toThrow;
    await refused("update audit_bundle set sha256 = repeat('0', 64) where id = $1")(/does not become/);
    await refused('delete from audit_bundle where id = $1')(/append-only/);
    await refused("update audit_bundle_part set content = 'x' where bundle_id = $1")(/append-only/);
  });
});
