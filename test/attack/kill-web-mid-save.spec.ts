import { CheckTrail } from '@lib/audit-trail';
import { connectUseCases, createTestDatabase, type TestDatabase } from '@lib/testing';
import { Client } from 'pg';
import { openQuarters } from './support/drafts.js';
import { expectWholeOrNothing, type RecordedReturn, recordedReturns } from './support/evidence.js';
import { Officer } from './support/officer.js';
import { expectNothingConfirmedIsLost, workUntilKilled } from './support/round.js';
import {
  letTheTrailBeQuick,
  slowTheTrailDown,
  untilBetweenFiguresAndEvent,
  untilNothingIsUnderway,
} from './support/slow-trail.js';
import { WebProcess } from './support/web-process.js';

/** How long after the first request the web process is killed, in milliseconds. */
const KILLS_AFTER = [0, 15, 30, 50, 70, 100, 140, 200];

describe('a web process that is killed in the middle of its work', () => {
  let database: TestDatabase;
  let admin: Client;
  let web: WebProcess;
  let officer: Officer;

  beforeAll(async () => {
    database = await createTestDatabase('demo');
    admin = new Client({ connectionString: database.adminUrl });
    await admin.connect();
    await openQuarters(database, KILLS_AFTER.length + 2);
    web = await WebProcess.start(database.runtimeUrl);
    officer = await Officer.signIn(web.address);
  }, 60_000);

  afterAll(async () => {
    await web?.kill();
    await admin?.end();
    await database?.drop();
  });

  it('leaves each save and each submission whole or not at all, whenever it is killed', async () => {
    for (const after of KILLS_AFTER) {
      const [saved, sent] = await twoDrafts();
      const confirmed = await workUntilKilled(officer, { saved, sent }, { after, kill: () => web.kill() });
      await untilNothingIsUnderway(admin);
      const returns = await recordedReturns(admin);
      expectWholeOrNothing(returns);
      expectNothingConfirmedIsLost(confirmed, { saved, sent }, returns);
      await expectWholeTrail();
      await web.start(database.runtimeUrl);
    }
  }, 90_000);

  it('leaves nothing of a save or a submission whose event was not written yet', async () => {
    const [saved, sent] = await twoDrafts();
    for (const act of [
      () => officer.save(saved, saved.version, 7),
      () => officer.submit(sent, sent.version),
    ]) {
      await slowTheTrailDown(admin);
      const confirmed = act();
      await untilBetweenFiguresAndEvent(admin);
      await web.kill();
      expect(await confirmed).toBe(false);
      await untilNothingIsUnderway(admin);
      await letTheTrailBeQuick(admin);

      const returns = await recordedReturns(admin);
      expect(returns.filter(({ id }) => id === saved.id || id === sent.id)).toEqual([saved, sent]);
      await expectWholeTrail();
      await web.start(database.runtimeUrl);
    }
    // And what was interrupted can simply be done again.
    expect(await officer.save(saved, saved.version, 7)).toBe(true);
    expect(await officer.submit(sent, sent.version)).toBe(true);
    expectWholeOrNothing(await recordedReturns(admin));
  }, 60_000);

  /** One to save and one to submit, the same one to save each time; the other is filled in first. */
  async function twoDrafts(): Promise<[RecordedReturn, RecordedReturn]> {
    const [saved, empty] = await policeDrafts();
    expect(await officer.save(empty!, empty!.version, 100)).toBe(true);
    const [, filled] = await policeDrafts();
    expect(await officer.comment(filled!, filled!.version)).toBe(true);
    const [, sent] = await policeDrafts();
    return [saved!, sent!];
  }

  async function policeDrafts(): Promise<RecordedReturn[]> {
    // The police report eight lines; nobody else as many.
    return (await recordedReturns(admin)).filter(
      ({ state, lines }) => state === 'draft' && lines.length === 8,
    );
  }

  async function expectWholeTrail(): Promise<void> {
    const useCases = await connectUseCases(database);
    try {
      const auditor = await useCases.actor('auditor@partnership.example');
      const partnershipId = await useCases.partnershipId('kingston');
      const kingston = { id: partnershipId, slug: 'kingston' };
      const { chain } = await useCases.get(CheckTrail).execute(auditor, kingston, null);
      expect(chain).toMatchObject({ whole: true });
    } finally {
      await useCases.close();
    }
  }
});
