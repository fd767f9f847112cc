import { ReadTrail } from '@lib/audit-trail';
import type { Actor } from '@lib/kernel';
import { connectUseCases, type ConnectedUseCases, createTestDatabase, type TestDatabase } from '@lib/testing';
import { connected } from './as-role.js';

describe('the chain of the audit trail', () => {
  let database: TestDatabase;
  let useCases: ConnectedUseCases;
  let partnershipId: string;
  let auditor: Actor;

  beforeEach(async () => {
    database = await createTestDatabase('demo');
    useCases = await connectUseCases(database);
    partnershipId = await useCases.partnershipId('kingston');
    auditor = await useCases.actor('auditor@partnership.example');
  });
  afterEach(async () => {
    await useCases.close();
    await database.drop();
  });

  /** As the administrator of the server, who can switch every guard off. */
  const tamper = (sql: string) =>
    connected(database.adminUrl, async (client) => {
      await client.query("set session_replication_role = 'replica'");
      expect((await client.query(sql)).rowCount).not.toBe(0);
    });
  const check = () => useCases.get(ReadTrail).check(auditor, partnershipId);

  it('is whole after a year of returns', async () => {
    const result = await check();
    expect(result).toMatchObject({ whole: true });
    expect(result.whole && result.events).toBeGreaterThan(40);
  });

  it.each([
    [
      'the words of an event',
      "update audit_event set content = replace(content, 'Demonstration', 'Merit') where seq = 10",
      10,
      'its content',
    ],
    [
      'a column pages search by',
      'update audit_event set actor_id = gen_random_uuid() where seq = 7',
      7,
      'its columns',
    ],
    ['an event that is gone', 'delete from audit_event where seq = 9', 9, 'is missing'],
    [
      'two events in another order',
      'update audit_event set seq = case seq when 5 then -6 when 6 then -5 end where seq in (5, 6)',
      5,
      'is missing',
    ],
    [
      'a link',
      "update audit_event set previous_hash = repeat('0', 64) where seq = 12",
      12,
      'does not follow',
    ],
  ])('shows %s that was tampered with', async (_, sql, seq, problem) => {
    await tamper(sql);
    const result = await check();
    expect(result).toMatchObject({ whole: false, firstBadSeq: seq });
    expect(!result.whole && result.problem).toContain(problem);
  });

  it('cannot show a tail that was cut off, which is why the last hash is also kept elsewhere', async () => {
    const before = await check();
    await tamper(
      `delete from audit_event where seq = (select max(seq) from audit_event where partnership_id = '${partnershipId}')`,
    );
    const after = await check();
    expect(after).toMatchObject({ whole: true });
    expect(after.whole && before.whole && after.head !== before.head).toBe(true);
  });

  it('can be checked with SHA-256 and nothing of ours', async () => {
    const rows = await connected(database.adminUrl, (client) =>
      client.query<{ ok: boolean }>(
        `select hash = encode(sha256(convert_to(previous_hash || chr(10) || seq || chr(10) || content, 'UTF8')), 'hex')
                and previous_hash = coalesce(lag(hash) over (order by seq), repeat('0', 64)) as ok
           from audit_event where partnership_id = $1`,
        [partnershipId],
      ),
    );
    expect(rows.rows.every(({ ok }) => ok)).toBe(true);
  });
});
