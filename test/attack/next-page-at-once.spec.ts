import { Client } from 'pg';
import { DEMO_PASSWORD } from '../../seeds/demo/index.js';
import { openFigures } from '../http/support/figures-page.js';
import { csrfOn, hiddenField, startTestApp, type TestApp } from '../http/test-app.js';

const RETURNS = '/partnerships/kingston/returns';

/** A browser asks for the next page the moment it is told where that is, however long the session takes to write. */
describe('a next page that is asked for at once', () => {
  let test: TestApp;
  let admin: Client;

  beforeAll(async () => {
    test = await startTestApp();
    admin = new Client({ connectionString: test.database.adminUrl });
    await admin.connect();
    await admin.query(`
      create function take_a_moment() returns trigger language plpgsql as $$
      begin perform pg_sleep(0.3); return new; end $$`);
    await admin.query(`
      create trigger takes_a_moment before insert or update on session
        for each row execute function take_a_moment()`);
  });
  afterAll(async () => {
    await admin?.end();
    await test?.close();
  });

  it('says what was just done', async () => {
    const officer = await test.signedInAs('officer@police.example');
    const saved = await (await openFigures(officer)).save({ 0: { value: '5' } });
    expect(saved.status).toBe(303);
    const next = await officer.get(saved.headers['location'] as string).expect(200);
    const notice = /govuk-notification-banner__content[\s\S]*?<\/div>/.exec(next.text)?.[0] ?? 'no notice';
    expect(notice).toContain('The figures for April to June 2011 are saved.');
  });

  it('has a form that is taken, right after signing in, and the time of signing in is kept', async () => {
    const browser = test.browser();
    await admin.query('delete from session');
    const _csrf = await csrfOn(browser, '/sign-in');
    const credentials = { email: 'officer@police.example', password: DEMO_PASSWORD, next: RETURNS };
    await browser
      .post('/sign-in')
      .type('form')
      .send({ _csrf, ...credentials })
      .expect(303)
      .expect('Location', RETURNS);
    const first = await browser.get(RETURNS).expect(200);

    const { rows } = await admin.query<{ at: string | null }>(
      `select sess ->> 'signedInAt' as at from session where sess ->> 'passport' is not null`,
    );
    expect(rows).toEqual([{ at: expect.stringMatching(/^\d{13}$/) as string }]);
    await browser
      .post('/sign-out')
      .type('form')
      .send({ _csrf: hiddenField(first.text, '_csrf') })
      .expect(303);
  });
});
