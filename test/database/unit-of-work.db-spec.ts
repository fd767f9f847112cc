import { newId } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { ReturnsListQuery, ReturnSheetQuery } from '@lib/reporting';
import { counted, SaveFigures } from '@lib/returns';
import { Decimal } from '@lib/kernel';
import { connectUseCases, type ConnectedUseCases, createTestDatabase, type TestDatabase } from '@lib/testing';
import { connected } from './as-role.js';

describe('a unit of work', () => {
  let database: TestDatabase;
  let useCases: ConnectedUseCases;
  let partnershipId: string;
  beforeAll(async () => {
    database = await createTestDatabase('demo');
    useCases = await connectUseCases(database);
    partnershipId = await useCases.partnershipId('kingston');
  });
  afterAll(async () => {
    await useCases.close();
    await database.drop();
  });

  it('that fails half-way leaves nothing', async () => {
    const actor = await useCases.actor('admin@partnership.example');
    const id = newId();
    const work = useCases.get(UnitOfWork).run(actor, partnershipId, async (tx) => {
      await tx.query(
        "insert into authority (partnership_id, id, kind, name, member_from) values ($1, $2, 'council', 'Half', now())",
        [partnershipId, id],
      );
      throw new Error('half-way');
    });
    await expect(work).rejects.toThrow('half-way');
    const left = await connected(database.adminUrl, (client) =>
      client.query('select from authority where id = $1', [id]),
    );
    expect(left.rowCount).toBe(0);
  });

  it('that only reads cannot write', async () => {
    const actor = await useCases.actor('admin@partnership.example');
    const write = useCases
      .get(UnitOfWork)
      .read(actor, partnershipId, (tx) =>
        tx.query("update partnership set name = 'x' where id = $1", [partnershipId]),
      );
    await expect(write).rejects.toThrow('read-only transaction');
  });

  it('forgets the partnership with the transaction: the next one on the connection sees nothing', async () => {
    const actor = await useCases.actor('admin@partnership.example');
    const work = useCases.get(UnitOfWork);
    await work.read(actor, partnershipId, (tx) => tx.query('select 1'));
    const seen = await Promise.all(
      Array.from({ length: 20 }, () =>
        work.runOutsidePartnerships(null, (tx) => tx.query('select from figure')),
      ),
    );
    expect(seen.flat()).toEqual([]);
  });

  it('fails as a whole when its audit event cannot be recorded', async () => {
    const officer = await useCases.actor('officer@police.example');
    const [draft] = await useCases.get(ReturnsListQuery).run(officer, partnershipId, {
      permission: 'returns.edit',
      states: ['draft'],
      order: 'soonest-due',
      limit: 1,
    });
    const sheet = await useCases.get(ReturnSheetQuery).run(officer, partnershipId, draft!.id);
    const save = () =>
      useCases.get(SaveFigures).execute(officer, {
        partnershipId,
        returnId: sheet.id,
        seenVersion: sheet.version,
        entries: new Map([[sheet.lines[0]!.id, counted(new Decimal(5))]]),
      });
    await connected(database.adminUrl, async (admin) => {
      await admin.query(
        'create function fail() returns trigger language plpgsql as $$ begin raise exception $m$no room$m$; end $$',
      );
      await admin.query(
        'create trigger fail before insert on audit_event for each row execute function fail()',
      );
      await expect(save()).rejects.toThrow('no room');
      const after = await useCases.get(ReturnSheetQuery).run(officer, partnershipId, sheet.id);
      expect([after.version, after.lines[0]!.figure]).toEqual([sheet.version, null]);
      await admin.query('drop trigger fail on audit_event');
    });
    await expect(save()).resolves.toBe(sheet.version + 1);
  });
});
