import type { Client } from 'pg';
import { openQuarters } from './support/drafts.js';
import { expectWholeOrNothing, type RecordedReturn, recordedReturns } from './support/evidence.js';
import { MortalPostgres } from './support/mortal-postgres.js';
import { Officer } from './support/officer.js';
import { expectNothingConfirmedIsLost, workUntilKilled } from './support/round.js';
import { letTheTrailBeQuick, slowTheTrailDown, untilBetweenFiguresAndEvent } from './support/slow-trail.js';
import { WebProcess } from './support/web-process.js';

/** How long after the first request the database is killed, in milliseconds. */
const KILLS_AFTER = [40, 90, 160];

describe('a database that is killed in the middle of its work', () => {
  let postgres: MortalPostgres;
  let admin: Client;
  let web: WebProcess;
  let officer: Officer;

  beforeAll(async () => {
    postgres = await MortalPostgres.start();
    admin = await postgres.connect();
    await openQuarters(postgres.database(), KILLS_AFTER.length + 2);
    web = await WebProcess.start(postgres.database().runtimeUrl);
    officer = await Officer.signIn(web.address);
  }, 60_000);

  afterAll(async () => {
    await web?.kill();
    await postgres?.remove();
  });

  it('keeps what it confirmed and leaves each change whole or not at all, whenever it is killed', async () => {
    for (const after of KILLS_AFTER) {
      const [saved, sent] = await twoDrafts();
      const kill = () => postgres.kill();
      const confirmed = await workUntilKilled(officer, { saved, sent }, { after, kill });
      await startAgain();
      const returns = await recordedReturns(admin);
      expectWholeOrNothing(returns);
      expectNothingConfirmedIsLost(confirmed, { saved, sent }, returns);
      await postgres.verifyTrail();
    }
  }, 90_000);

  it('leaves nothing of a submission whose event was not written yet', async () => {
    const [, sent] = await twoDrafts();
    await slowTheTrailDown(admin);
    const confirmed = officer.submit(sent, sent.version);
    await untilBetweenFiguresAndEvent(admin);
    await postgres.kill();
    expect(await confirmed).toBe(false);
    await startAgain();
    await letTheTrailBeQuick(admin);

    const returns = await recordedReturns(admin);
    expect(returns.find(({ id }) => id === sent.id)).toEqual(sent);
    expectWholeOrNothing(returns);
    await postgres.verifyTrail();
    // And what was interrupted can simply be done again.
    expect(await officer.submit(sent, sent.version)).toBe(true);
  }, 60_000);

  /** The web process too: the server is elsewhere now. */
  async function startAgain(): Promise<void> {
    await web.kill();
    await postgres.start();
    admin = await postgres.connect();
    await web.start(postgres.database().runtimeUrl);
  }

  /** One to save and one to submit, which is filled in first. */
  async function twoDrafts(): Promise<[RecordedReturn, RecordedReturn]> {
    const [, empty] = await policeDrafts();
    expect(await officer.save(empty!, empty!.version, 100)).toBe(true);
    const [, filled] = await policeDrafts();
    expect(await officer.comment(filled!, filled!.version)).toBe(true);
    const [saved, sent] = await policeDrafts();
    return [saved!, sent!];
  }

  async function policeDrafts(): Promise<RecordedReturn[]> {
    // The police report eight lines; nobody else as many.
    return (await recordedReturns(admin)).filter(
      ({ state, lines }) => state === 'draft' && lines.length === 8,
    );
  }
});
