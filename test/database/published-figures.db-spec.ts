import {
  AnswerQuestions,
  ApplyFile,
  BeginFile,
  ReadFile,
  ReadWaitingFile,
  ReceiveFile,
} from '@lib/importing';
import { type Id, newId } from '@lib/kernel';
import { type ConnectedUseCases, connectUseCases, createTestDatabase, type TestDatabase } from '@lib/testing';
import type { Client } from 'pg';
import { boroughCsv, MISSING_MONTHS, MISSING_ROWS, RELEASE } from '../http/support/published-files.js';
import { seedKingston2010 } from '../kingston-2010/index.js';
import { connected, pretending, refusalOf } from './as-role.js';

/** What hangs on a file, by its id. */
const OF_A_FILE = [
  'published_file_part',
  'published_series',
  'published_area',
  'published_line',
  'published_shape',
  'published_file_question',
];
const LINE = `insert into published_line values ($1, 1, 1, 99, 2, '{1}', null, 1)`;
const SHAPE = `insert into published_shape values ($1, 99, null, '{2}', '{2024-05-01}', '{2024-06-01}')`;
const REFUSED = '42501';
/** Against a unique index. */
const DOUBLED = '23505';
/** A name that nobody knows, so that its meaning is asked and remembered. */
const OFFENCE = 'HEDGE DAMAGE';

describe('published figures in the database', () => {
  let database: TestDatabase;
  let useCases: ConnectedUseCases;
  let kingston: Id;
  let elsewhere: Id;
  /** Kingston’s, applied; Kingston’s, read and not applied; one for everybody. */
  let applied: Id;
  let waiting: Id;
  let forAll: Id;

  beforeAll(async () => {
    database = await createTestDatabase('demo');
    useCases = await connectUseCases(database);
    await seedKingston2010(useCases, 'elsewhere');
    kingston = await useCases.partnershipId('kingston');
    elsewhere = await useCases.partnershipId('elsewhere');
    applied = await readFor(kingston, 'analyst@partnership.example', 101, OFFENCE);
    await applyFor(kingston, applied);
    waiting = await readFor(kingston, 'analyst@partnership.example', 102);
    forAll = await loadedForEverybody(103);
  });
  afterAll(async () => {
    await useCases.close();
    await database.drop();
  });

  async function readFor(partnership: Id, email: string, figure: number, offence?: string): Promise<Id> {
    const loader = { actor: await useCases.actor(email), loadedFor: partnership };
    const bytes = boroughCsv({ figure, ...(offence && { offence }) });
    const sent = { name: 'boroughs.csv', content: inOnePiece(bytes) };
    const { id } = await useCases.get(ReceiveFile).execute(loader, sent);
    await useCases.get(ReadWaitingFile).execute(partnership);
    return id;
  }

  async function applyFor(partnership: Id | null, fileId: Id): Promise<void> {
    const actor = partnership ? await useCases.actor('analyst@partnership.example') : null;
    const loader = { actor, loadedFor: partnership };
    const named = partnership ? [[2, 'criminal-damage'] as const, [4, 'accepted'] as const] : [];
    const agreed = [
      [RELEASE, '2024-04'] as const,
      [MISSING_ROWS, 'accepted'] as const,
      [MISSING_MONTHS, 'accepted'] as const,
      ...named,
    ];
    await useCases.get(AnswerQuestions).execute(loader, { fileId, answers: new Map(agreed) });
    await useCases.get(ApplyFile).execute(loader, fileId);
  }

  async function loadedForEverybody(figure: number): Promise<Id> {
    const loader = { actor: null, loadedFor: null };
    const fileId = await useCases.get(BeginFile).execute(loader, 'for-all.csv');
    const open = () => inOnePiece(boroughCsv({ figure }));
    await useCases.get(ReadFile).execute(loader, { fileId, file: { name: 'for-all.csv', open } });
    await applyFor(null, fileId);
    return fileId;
  }

  /** As the service, in a partnership. */
  const within = <Result>(partnershipId: Id, work: (client: Client) => Promise<Result>) =>
    connected(database.runtimeUrl, (client) => pretending(client, { partnershipId }, () => work(client)));
  const count = async (client: Client, sql: string, values: unknown[] = []) =>
    Number((await client.query<{ n: string }>(`select count(*) as n from ${sql}`, values)).rows[0]!.n);
  const newFile = (loadedFor: Id | null) =>
    [
      `insert into published_file (id, loaded_for, name, size, state, rows_read, bytes_read, cells, notes, attempt,
       heartbeat_at, received_by, received_at)
     values ($1, $2, 'x', 0, 'reading', 0, 0, 0, '{}', 0, now(), (select id from person limit 1), now())`,
      [newId(), loadedFor],
    ] as const;

  it('show a partnership what is its own and what is for everybody, and nothing of another one', async () => {
    await within(elsewhere, async (client) => {
      for (const fileId of [applied, waiting]) {
        expect(await count(client, 'published_file where id = $1', [fileId])).toBe(0);
        for (const table of OF_A_FILE)
          expect([table, await count(client, `${table} where file_id = $1`, [fileId])]).toEqual([table, 0]);
      }
      expect(await count(client, 'published_meaning')).toBe(0);
      expect(await count(client, 'published_figure where file_id = $1', [forAll])).toBe(12);
    });
    await within(kingston, async (client) => {
      for (const fileId of [applied, forAll])
        expect(await count(client, 'published_figure where file_id = $1', [fileId])).toBe(12);
      expect(await count(client, 'published_file_part where file_id = $1', [waiting])).toBe(1);
      expect(await count(client, 'published_meaning')).toBe(1);
    });
  });

  it('show nothing of a partnership to who says none', async () => {
    await connected(database.runtimeUrl, async (client) => {
      expect(await count(client, 'published_file where loaded_for is not null')).toBe(0);
      expect(await count(client, 'published_figure where file_id <> $1', [forAll])).toBe(0);
    });
  });

  it('take nothing into a file of another partnership, or into one for everybody', async () => {
    await within(elsewhere, async (client) => {
      for (const fileId of [applied, waiting, forAll]) {
        for (const insert of [LINE, SHAPE]) expect(await refusalOf(client, insert, [fileId])).toBe(REFUSED);
        const part = 'insert into published_file_part values ($1, 99, $2)';
        expect(await refusalOf(client, part, [fileId, Buffer.from('x')])).toBe(REFUSED);
      }
      for (const loadedFor of [kingston, null])
        expect(await refusalOf(client, ...args(newFile(loadedFor)))).toBe(REFUSED);
      expect(await refusalOf(client, ...args(newFile(elsewhere)))).toBeNull();
      const meaning = `insert into published_meaning values ($1, $2, 'mps-borough', 'series', 'x', 'arson', $3, null, now(), null)`;
      for (const loadedFor of [kingston, null])
        expect(await refusalOf(client, meaning, [newId(), loadedFor, forAll])).toBe(REFUSED);
    });
  });

  it('keep a table of one’s own for whom it was explained, and let nobody else write another row of it', async () => {
    const keep = (tableId: Id, loadedFor: Id | null, name: string) =>
      [
        `insert into published_table (id, table_id, loaded_for, name, figures, columns, from_file, decided_by, decided_at)
         values ($1, $2, $3, $4, 'count', '[1, 2, 3, 4]', $5, (select id from person limit 1), now())`,
        [newId(), tableId, loadedFor, name, forAll],
      ] as const;
    const [ours, ofAll] = [newId(), newId()];
    await connected(database.adminUrl, async (client) => {
      await client.query(...args(keep(ours, kingston, 'Fly-tipping')));
      await client.query(...args(keep(ofAll, null, 'Fly-tipping')));
    });
    await within(elsewhere, async (client) => {
      const { rows } = await client.query('select table_id as id from published_table');
      expect(rows).toEqual([{ id: ofAll }]);
      for (const loadedFor of [kingston, null])
        expect(await refusalOf(client, ...args(keep(newId(), loadedFor, 'Other')))).toBe(REFUSED);
      // Not even for themselves, by its id.
      for (const id of [ours, ofAll])
        expect(await refusalOf(client, ...args(keep(id, elsewhere, 'Other')))).toBe(DOUBLED);
      // The name of another one’s table is free.
      expect(await refusalOf(client, ...args(keep(newId(), elsewhere, 'Fly-tipping')))).toBeNull();
      const forget = 'update published_table set superseded_at = now() where table_id = $1';
      for (const id of [ours, ofAll]) expect((await client.query(forget, [id])).rowCount).toBe(0);
    });
    await within(kingston, async (client) => {
      expect(await count(client, 'published_table')).toBe(2);
      expect(await refusalOf(client, ...args(keep(newId(), kingston, ' FLY-tipping ')))).toBe(DOUBLED);
      for (const change of [
        "update published_table set name = 'Other' where table_id = $1",
        'delete from published_table where table_id = $1',
      ])
        expect(await refusalOf(client, change, [ours])).toBe(REFUSED);
    });
  });

  it('let nobody of another partnership change or remove them', async () => {
    await within(elsewhere, async (client) => {
      for (const fileId of [applied, waiting, forAll]) {
        const abandoned = await client.query(`update published_file set state = 'abandoned' where id = $1`, [
          fileId,
        ]);
        expect(abandoned.rowCount).toBe(0);
        for (const table of OF_A_FILE)
          expect((await client.query(`delete from ${table} where file_id = $1`, [fileId])).rowCount).toBe(0);
      }
    });
  });

  it.each(['the service', 'the owner'])('are not changed once they are applied, by %s', async (who) => {
    const url = who === 'the owner' ? database.adminUrl : database.runtimeUrl;
    await connected(url, (client) =>
      pretending(client, { partnershipId: kingston }, async () => {
        const changes = [
          `update published_file set released_on = '2020-01-01' where id = $1`,
          `update published_file set state = 'read' where id = $1`,
          `delete from published_file where id = $1`,
          `update published_line set figures = '{0}' where file_id = $1`,
          `delete from published_line where file_id = $1`,
          LINE,
          `update published_shape set period_froms = '{2020-01-01}' where file_id = $1`,
          `delete from published_shape where file_id = $1`,
          SHAPE,
          `update published_series set means = 'arson' where file_id = $1`,
          `delete from published_series where file_id = $1`,
          `insert into published_series values ($1, 99, 'x', 'count', 'arson')`,
          `update published_area set code = 'E09000001' where file_id = $1`,
          `delete from published_area where file_id = $1`,
          `insert into published_area values ($1, 99, 'x', 'x', null, 'E09000001')`,
          `insert into published_area_link values ($1, 'a', 'a', 'partnership', 'b', 'b', 1)`,
          `update published_file_question set answer = 'x' where file_id = $1`,
          `delete from published_file_question where file_id = $1`,
        ];
        for (const sql of changes)
          expect([sql, await refusalOf(client, sql, [applied])]).toEqual([sql, REFUSED]);
        for (const table of ['published_file', ...OF_A_FILE])
          expect([table, await refusalOf(client, `truncate ${table} cascade`)]).toEqual([table, REFUSED]);
      }),
    );
  });

  it.each(['the service', 'the owner'])('are removed only while they arrive, by %s', async (who) => {
    const url = who === 'the owner' ? database.adminUrl : database.runtimeUrl;
    await connected(url, (client) =>
      pretending(client, { partnershipId: kingston }, async () => {
        const remove = 'delete from published_file where id = $1';
        const [sql, [id, ...values]] = newFile(kingston);
        await client.query(sql.replace("'reading'", "'receiving'"), [id, ...values]);
        expect((await client.query(remove, [id])).rowCount).toBe(1);
        await client.query(sql, [id, ...values]);
        expect(await refusalOf(client, remove, [id])).toBe(REFUSED);
      }),
    );
  });

  it('are withdrawn once, with a reason that stays', async () => {
    await within(kingston, async (client) => {
      const withdraw = `update published_file set withdrawn_at = now(), withdrawn_because = $2 where id = $1`;
      expect(await refusalOf(client, withdraw, [applied, ' '])).toBe('23514');
      expect(await refusalOf(client, withdraw, [applied, 'Of another release'])).toBeNull();
      await client.query(withdraw, [applied, 'Of another release']);
      expect(await refusalOf(client, withdraw, [applied, 'Something else'])).toBe(REFUSED);
    });
  });
});

async function* inOnePiece(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

function args([sql, values]: readonly [string, readonly unknown[]]): [string, unknown[]] {
  return [sql, [...values]];
}
