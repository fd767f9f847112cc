import { ROLES } from '@lib/access';
import type { Agent } from 'supertest';
import { DEMO_PASSWORD } from '../../seeds/demo/index.js';
import { errorSummary } from './support/html.js';
import { send } from './support/send.js';
import { startTestApp, type TestApp } from './test-app.js';

const PEOPLE = '/partnerships/kingston/people';
const RETURNS = '/partnerships/kingston/returns';

describe('what an administrator decides about people', () => {
  let test: TestApp;
  let admin: Agent;
  beforeAll(async () => {
    test = await startTestApp();
    admin = await test.signedInAs('admin@partnership.example');
  });
  afterAll(() => test.close());

  /** The address behind a link of the people page, found by the words that only screen readers get. */
  async function linkTo(words: string): Promise<string> {
    const { text } = await admin.get(PEOPLE).expect(200);
    const link = [...text.matchAll(/<a [^>]*href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g)].find(
      ([, , inner]) => inner!.replace(/<[^>]*>/g, '') === words,
    );
    if (!link) throw new Error(`The people page has no link "${words}".`);
    return link[1]!;
  }

  it('holds from the next request on: a suspension', async () => {
    const officer = await test.signedInAs('officer2@police.example');
    await officer.get(RETURNS).expect(200);
    const suspend = { action: 'suspend', reason: 'Has left the service' };
    await send(admin, await linkTo('Suspend Oscar Example'), suspend);
    await officer
      .get(RETURNS)
      .expect(303)
      .expect('Location', /^\/sign-in/);
    const again = await send(test.browser(), '/sign-in', {
      email: 'officer2@police.example',
      password: DEMO_PASSWORD,
    });
    expect(errorSummary(again.text)[0]![0]).toMatch(/^The email address or the password is not right/);
  });

  it('holds from the next request on: a reinstatement, and the old session stays dead', async () => {
    const cookieOfOld = await test.signedInAs('approver@council.example');
    await cookieOfOld.get('/partnerships/kingston/approvals').expect(200);
    await send(admin, await linkTo('Suspend Carys Example'), { action: 'suspend', reason: 'Under review' });
    await cookieOfOld.get('/partnerships/kingston/approvals').expect(303);
    await send(admin, await linkTo('Reinstate Carys Example'), { action: 'reinstate', reason: 'Reviewed' });
    await cookieOfOld.get('/partnerships/kingston/approvals').expect(303);
    const anew = await test.signedInAs('approver@council.example');
    await anew.get('/partnerships/kingston/approvals').expect(200);
  });

  it('holds from the next request on: the end of a role', async () => {
    const auditor = await test.signedInAs('auditor@partnership.example');
    await auditor.get('/partnerships/kingston/audit-trail').expect(200);
    const end = await linkTo(`End the role ${ROLES.auditor.name} of Aude Example`);
    await send(admin, end, { reason: 'The audit is over' });
    await auditor.get('/partnerships/kingston/audit-trail').expect(404);
    expect((await auditor.get('/').expect(200)).text).toContain('You hold no role at the moment.');
    // Ended once, it is no longer there to be ended.
    expect((await send(admin, end, { reason: 'The audit is over' })).status).toBe(404);
  });

  it('is never to suspend themselves', async () => {
    const own = await linkTo('Suspend Adam Example');
    const { status, text } = await send(admin, own, { action: 'suspend', reason: 'A test' });
    expect(status).toBe(409);
    expect(text).toContain('You cannot suspend yourself. Ask another partnership administrator.');
    await admin.get(PEOPLE).expect(200);
  });

  it('is in the audit trail, with the reason', async () => {
    const { text } = await admin.get('/partnerships/kingston/audit-trail').expect(200);
    for (const sentence of [
      'suspended Oscar Example: Has left the service',
      'reinstated Carys Example: Reviewed',
      'ended the role Auditor of Aude Example: The audit is over',
    ])
      expect(text).toContain(sentence);
  });
});
