import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** A migrated database of a test's own. */
export interface TestDatabase {
  readonly name: string;
  /** Signs in as the owner of the tables: what migrations run as. */
  readonly ownerUrl: string;
  /** Signs in as the running service does: owns nothing, bound by row-level security. */
  readonly runtimeUrl: string;
  /** Signs in as the server's administrator; a superuser on the embedded server. For tests that tamper. */
  readonly adminUrl: string;
  /** Ends all connections to it and removes it. */
  drop(): Promise<void>;
}

/** The server that Jest's global set-up opened: see tools/testing/database-server.cjs. */
interface TestServer {
  readonly adminUrl: string;
  readonly template: string;
  readonly demoTemplate: string;
  readonly prefix: string;
  readonly owner: Login;
  readonly web: Login;
}

interface Login {
  readonly name: string;
  readonly password: string;
}

/**
 * Clones a template (some 40 ms): every test file can have a database to itself.
 * @param contents `empty` but migrated, or the `demo` of the tests: Kingston's year 2010/11 (test/kingston-2010)
 */
export async function createTestDatabase(contents: 'empty' | 'demo' = 'empty'): Promise<TestDatabase> {
  const server = testServer();
  const template = contents === 'demo' ? server.demoTemplate : server.template;
  // Not a running number: Jest loads this module anew for every file of a worker.
  const name = `${server.prefix}${process.env['JEST_WORKER_ID'] ?? '0'}_${randomBytes(5).toString('hex')}`;

  await asAdmin(server, (client) =>
    client.query(
      `create database ${client.escapeIdentifier(name)}
         template ${client.escapeIdentifier(template)} owner ${client.escapeIdentifier(server.owner.name)}`,
    ),
  );
  return {
    name,
    ownerUrl: urlFor(server, name, server.owner),
    runtimeUrl: urlFor(server, name, server.web),
    adminUrl: urlFor(server, name),
    drop: () =>
      asAdmin(server, (client) =>
        client.query(`drop database ${client.escapeIdentifier(name)} with (force)`),
      ),
  };
}

function testServer(): TestServer {
  const description = process.env['TEST_DATABASE_SERVER'];
  if (!description)
    throw new Error('This test needs a database: run it through Jest, and without NO_DATABASE=1.');
  return JSON.parse(description) as TestServer;
}

function urlFor(server: TestServer, database: string, login?: Login): string {
  const url = new URL(server.adminUrl);
  url.pathname = `/${database}`;
  if (login) {
    url.username = login.name;
    url.password = login.password;
  }
  return url.toString();
}

async function asAdmin(server: TestServer, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: server.adminUrl });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
