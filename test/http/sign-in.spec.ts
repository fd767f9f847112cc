import argon2 from '@node-rs/argon2';
import { DEMO_PASSWORD } from '../../seeds/demo/index.js';
import { errorSummary } from './support/html.js';
import { lookInto, type Onlooker } from './support/onlooker.js';
import { send } from './support/send.js';
import { startTestApp, type TestApp } from './test-app.js';

const OFFICER = 'officer@police.example';
const WRONG = 'three quarters a year';

describe('signing in', () => {
  let test: TestApp;
  let onlooker: Onlooker;
  beforeAll(async () => {
    test = await startTestApp();
    onlooker = await lookInto(test.database);
  });
  afterAll(async () => {
    await onlooker.close();
    await test.close();
  });

  const attempt = (email: string, password: string, next?: string) =>
    send(test.browser(), '/sign-in', { email, password, ...(next !== undefined && { next }) });

  describe('says one thing for whatever is wrong', () => {
    const WHAT_IS_WRONG: readonly [string, string, string][] = [
      ['the password', 'officer2@police.example', WRONG],
      ['the person', 'nobody@police.example', WRONG],
      ['the person, with a password that somebody has', 'nobody2@police.example', DEMO_PASSWORD],
      ['a suspension', 'approver@council.example', DEMO_PASSWORD],
    ];
    beforeAll(() =>
      onlooker.rows("update person set suspended_at = now() where email = 'approver@council.example'"),
    );
    afterAll(() => onlooker.rows('update person set suspended_at = null'));

    it.each(WHAT_IS_WRONG)('%s', async (_what, email, password) => {
      const { status, text } = await attempt(email, password);
      expect(status).toBe(422);
      expect(errorSummary(text)).toEqual([
        ['The email address or the password is not right. Check both and try again.', 'email'],
      ]);
      expect(text).not.toContain(password);
    });

    it('on a page that is the same to the letter', async () => {
      const pages = new Set<string>();
      for (const [, email, password] of WHAT_IS_WRONG)
        pages.add(withoutWhatDiffers((await attempt(email, password)).text, email));
      expect(pages.size).toBe(1);
    });

    it('after the same work: the hash that takes the time is worked out once for each', async () => {
      for (const [, email, password] of WHAT_IS_WRONG) {
        const verify = jest.spyOn(argon2, 'verify');
        await attempt(email, password);
        expect(verify).toHaveBeenCalledTimes(1);
        verify.mockRestore();
      }
    });
  });

  describe('leads on', () => {
    it.each(['/', '/partnerships/kingston/board?year=2010-11', '/help#top'])('to %s', async (next) => {
      const { status, headers } = await attempt(OFFICER, DEMO_PASSWORD, next);
      expect([status, headers['location']]).toEqual([303, next]);
    });

    it.each([
      'https://evil.example',
      '//evil.example',
      '///evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      '/\t/evil.example',
      '/\n/evil.example',
      '/\r\nLocation: https://evil.example',
      ' //evil.example',
      'javascript:alert(1)',
      'evil.example',
      '/.evil.example/..//evil.example\\',
      '',
    ])('never to another site: %p', async (next) => {
      const { status, headers } = await attempt(OFFICER, DEMO_PASSWORD, next);
      expect([status, headers['location']]).toEqual([303, '/']);
    });

    it.each(['/日本', '/\u0001', '/%E0%A4%A', '/\u{1F512}', '/é'])(
      'somewhere on this site, and breaks nothing: %p',
      async (next) => {
        const { status, headers } = await attempt(OFFICER, DEMO_PASSWORD, next);
        expect([status, headers['location']?.startsWith('/')]).toEqual([303, true]);
        const agent = await test.signedInAs(OFFICER);
        await agent.get(`/sign-in?next=${encodeURIComponent(next)}`).expect(303);
      },
    );

    it('from the page that asked to sign in back to that page', async () => {
      const wanted = '/partnerships/kingston/board?year=2010-11';
      const agent = test.browser();
      const { headers } = await agent.get(wanted).expect(303);
      const { text } = await agent.get(headers['location']!).expect(200);
      expect(text).toContain(`<input type="hidden" name="next" value="${wanted}">`);
    });

    it('past the form who is signed in already, and never to another site', async () => {
      const agent = await test.signedInAs(OFFICER);
      await agent.get('/sign-in?next=%2Fhelp').expect(303).expect('Location', '/help');
      for (const next of ['//evil.example', '/help&next=/cookies'])
        await agent.get(`/sign-in?next=${next}`).expect(303).expect('Location', '/');
    });
  });

  describe('is logged', () => {
    it('with its outcome and the address it came from, and nothing that was typed', async () => {
      await onlooker.rows('alter table sign_in_event disable trigger all');
      await onlooker.rows('delete from sign_in_event');
      await attempt('nobody@police.example', WRONG);
      await attempt(OFFICER, WRONG);
      const agent = await test.signedInAs(OFFICER);
      await send(agent, '/sign-out', {});
      const events = await onlooker.rows<{ outcome: string; email: string | null; address: string }>(
        `select outcome, email, address from sign_in_event e left join person p on p.id = e.person_id order by at, e.id`,
      );
      expect(events.map(({ outcome, email }) => [outcome, email])).toEqual([
        ['unknown-person', null],
        ['wrong-password', OFFICER],
        ['signed-in', OFFICER],
        ['signed-out', OFFICER],
      ]);
      for (const { address } of events) expect(address).toMatch(/^(::ffff:)?127\.0\.0\.1$|^::1$/);
    });

    it('without an e-mail address or a password in any table of it', async () => {
      const [kept] = await onlooker.rows<{ text: string }>(
        `select (select string_agg(e::text, ' ') from sign_in_event e) || (select string_agg(l::text, ' ') from sign_in_limit l)
             || (select string_agg(s::text, ' ') from session s) as text`,
      );
      expect(kept!.text.length).toBeGreaterThan(100);
      for (const typed of ['@', WRONG, DEMO_PASSWORD]) expect(kept!.text).not.toContain(typed);
    });
  });
});

function withoutWhatDiffers(html: string, email: string): string {
  return html.replaceAll(email, '').replace(/nonce="[^"]*"|name="_csrf" value="[^"]*"/g, '');
}
