import { AssuranceModule } from '@lib/assurance';
import { AuditBundleModule } from '@lib/audit-bundle';
import { AuditTrailModule } from '@lib/audit-trail';
import { ClockModule, VirusScannerModule } from '@lib/gateways';
import { IdentityModule, LoadActor } from '@lib/identity';
import type { Actor, Id } from '@lib/kernel';
import { ImportingModule } from '@lib/importing';
import { MeetingsModule } from '@lib/meetings';
import { PartnershipsModule } from '@lib/partnerships';
import { PersistenceModule } from '@lib/persistence';
import { PlansModule } from '@lib/plans';
import { ComparatorsModule } from '@lib/comparators';
import { ReportingModule } from '@lib/reporting';
import { ResultsModule } from '@lib/results';
import { ReturnsModule } from '@lib/returns';
import { Test, type TestingModule } from '@nestjs/testing';
import { Client } from 'pg';
import type { TestDatabase } from './test-database.js';

/** The use cases on a test database, as the runtime role. */
export interface ConnectedUseCases {
  get<T>(type: abstract new (...args: never[]) => T): T;
  /** The person with an address, with the roles they hold now. */
  actor(email: string): Promise<Actor>;
  partnershipId(slug: string): Promise<Id>;
  /** Ends the connections; the database stays until it is dropped. */
  close(): Promise<void>;
}

/** @param clamdAddress of a virus scanner: see `startClamd`; without one nothing is scanned */
export async function connectUseCases(
  database: TestDatabase,
  clamdAddress?: string,
): Promise<ConnectedUseCases> {
  const app = await Test.createTestingModule({
    imports: [
      PersistenceModule.connect(database.runtimeUrl),
      ClockModule,
      VirusScannerModule.at(clamdAddress),
      AuditBundleModule,
      AuditTrailModule,
      AssuranceModule,
      ComparatorsModule,
      ImportingModule,
      MeetingsModule,
      IdentityModule,
      PartnershipsModule,
      PlansModule,
      ReportingModule,
      ResultsModule,
      ReturnsModule,
    ],
  }).compile();
  await app.init();
  return {
    get: (type) => app.get(type),
    actor: (email) => actorOf(app, database, email),
    partnershipId: (slug) => idOf(database, 'select id from partnership where slug = $1', slug),
    close: () => app.close(),
  };
}

async function actorOf(app: TestingModule, database: TestDatabase, email: string): Promise<Actor> {
  const personId = await idOf(database, 'select id from person where email = $1', email);
  const actor = await app.get(LoadActor).execute(personId);
  if (!actor) throw new Error(`${email} cannot sign in.`);
  return actor;
}

async function idOf({ adminUrl }: TestDatabase, sql: string, value: string): Promise<Id> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: Id }>(sql, [value]);
    if (!rows[0]) throw new Error(`The test database has no ${value}.`);
    return rows[0].id;
  } finally {
    await client.end();
  }
}
