import { randomBytes } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { temporaryFolder } from './support/temporary-folder.js';

interface Urls {
  ownerUrl: string;
  runtimeUrl: string;
}

const { prepareGivenDatabase, prepareRoles } = require('../../tools/database-roles.cjs') as {
  prepareRoles(
    adminUrl: string,
    options: { database: string; passwords: Record<string, string>; roles: { owner: string; web: string } },
  ): Promise<Urls>;
  prepareGivenDatabase(options: {
    ownerUrl: string;
    runtimeUrl?: string;
    passwordFolder: string;
    say: (text: string) => void;
  }): Promise<Urls>;
};

/** Names of this run alone, since the roles belong to the whole server. */
const database = `roles_${randomBytes(4).toString('hex')}`;
const owner = `${database}_owner`;
const web = `${database}_web`;
const { adminUrl } = JSON.parse(process.env['TEST_DATABASE_SERVER'] ?? '{}') as { adminUrl: string };

async function query<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

function urlOf(username: string, password: string): string {
  return Object.assign(new URL(adminUrl), { username, password, pathname: `/${database}` }).toString();
}

afterEach(async () => {
  await query(adminUrl, `drop database if exists ${database} with (force)`);
  for (const role of [web, owner]) await query(adminUrl, `drop role if exists ${role}`);
});

describe('roles on a server of our own', () => {
  const prepare = (): Promise<Urls> =>
    prepareRoles(adminUrl, {
      database,
      passwords: { [owner]: 'owner-secret', [web]: 'web-secret' },
      roles: { owner, web },
    });

  it('gives the owner the database, and the service nothing but its group', async () => {
    const { ownerUrl, runtimeUrl } = await prepare();
    await query(ownerUrl, 'create table thing (id int)');
    await query(ownerUrl, 'grant select on thing to tracker_runtime');

    expect(await query(runtimeUrl, 'select * from thing')).toEqual([]);
    await expect(query(runtimeUrl, 'insert into thing values (1)')).rejects.toThrow('permission denied');
    await expect(query(runtimeUrl, 'create table other (id int)')).rejects.toThrow('permission denied');
    await expect(query(runtimeUrl, `set role ${owner}`)).rejects.toThrow('permission denied');
    expect(
      await query(
        runtimeUrl,
        `select rolname as name, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as mighty
           from pg_roles where rolname in ('${owner}', '${web}') order by 1`,
      ),
    ).toEqual([
      { name: owner, mighty: false },
      { name: web, mighty: false },
    ]);
    expect(
      await query(runtimeUrl, `select 1 as there from pg_extension where extname = 'btree_gist'`),
    ).toHaveLength(1);
  });

  it('can be prepared by several processes at once, and again', async () => {
    const urls = await Promise.all([prepare(), prepare(), prepare(), prepare()]);
    expect(new Set(urls.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(await query((await prepare()).runtimeUrl, 'select current_user as user')).toEqual([{ user: web }]);
  });
});

describe('roles on a server that somebody else runs', () => {
  const ownerUrl = urlOf(owner, 'owner-secret');
  let temporary: ReturnType<typeof temporaryFolder>;
  let said: string[];

  beforeEach(async () => {
    temporary = temporaryFolder();
    said = [];
    await query(adminUrl, `create role ${owner} login password 'owner-secret'`);
    await query(adminUrl, `grant ${owner} to current_user`);
    await query(adminUrl, `create database ${database} owner ${owner}`);
  });

  afterEach(() => temporary.remove());

  const prepare = (settings: { runtimeUrl?: string; ownerUrl?: string } = {}): Promise<Urls> =>
    prepareGivenDatabase({
      ownerUrl,
      passwordFolder: temporary.folder,
      say: (text) => said.push(text),
      ...settings,
    });

  it('makes a role for the service and keeps its password in a file that only its owner can read', async () => {
    await query(adminUrl, `alter role ${owner} createrole`);
    await query(adminUrl, `grant tracker_runtime to ${owner} with admin option`);
    const first = await prepare();
    expect(new URL(first.runtimeUrl).username).toBe(web);
    expect(await prepare()).toEqual(first);
    expect(said).toEqual([`The database role ${web} has a new password (kept in .data).`]);
    const [file = ''] = readdirSync(temporary.folder);
    expect(statSync(path.join(temporary.folder, file)).mode & 0o777).toBe(0o600);

    // Who made it may drop it; the administrator of the next test need not be able to.
    await query(ownerUrl, `drop role ${web}`);
  });

  it('says what the administrator should run when the owner may not make roles, and that works', async () => {
    const refusal: Error = await prepare().then(
      () => new Error('was not refused'),
      (error: Error) => error,
    );
    const sql = [...refusal.message.matchAll(/^ {2}((?:create|grant) .*;)/gm)].map(
      ([, line]) => line as string,
    );
    expect(sql).toEqual([
      'create role tracker_runtime nologin;',
      `create role "${web}" login password 'choose one';`,
      `grant tracker_runtime to "${web}";`,
    ]);
    expect(refusal.message).toContain(`DATABASE_RUNTIME_URL=postgres`);

    for (const line of sql.slice(1)) await query(adminUrl, line);
    const runtimeUrl = urlOf(web, 'choose one');
    expect(await prepare({ runtimeUrl })).toEqual({ ownerUrl, runtimeUrl });
    expect(said).toEqual([]);
  });

  it('refuses a role for the service that the walls between partnerships do not bind', async () => {
    await expect(prepare({ runtimeUrl: ownerUrl })).rejects.toThrow(
      `can act as ${owner}, who owns the tables`,
    );
  });

  it('refuses a role for the service that is not in the group', async () => {
    await query(adminUrl, `create role ${web} login password 'x'`);
    await expect(prepare({ runtimeUrl: urlOf(web, 'x') })).rejects.toThrow(
      `grant tracker_runtime to "${web}";`,
    );
  });

  it('says which address does not work', async () => {
    await expect(prepare({ ownerUrl: urlOf(owner, 'wrong') })).rejects.toThrow(
      /^DATABASE_URL cannot be connected to: password authentication failed/,
    );
    await expect(prepare({ runtimeUrl: urlOf('nobody_of_ours', 'x') })).rejects.toThrow(
      /^DATABASE_RUNTIME_URL cannot be connected to/,
    );
    await expect(prepare({ ownerUrl: 'postgres://x:y@127.0.0.1:1/z' })).rejects.toThrow(
      /^DATABASE_URL cannot be connected to: .*ECONNREFUSED/,
    );
  });
});
