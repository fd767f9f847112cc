import type { Agent } from 'supertest';
import { mainText } from './support/html.js';
import { send } from './support/send.js';
import { goTo } from './support/time-travel.js';
import { hiddenField, startTestApp, type TestApp } from './test-app.js';

const PLAN = '/partnerships/kingston/plan';
const NAME = 'Kingston priorities for 2010/11, version';

describe('a draft of the plan that is discarded', () => {
  let test: TestApp;
  let analyst: Agent;
  let draft: string;
  beforeAll(async () => {
    test = await startTestApp();
    await goTo(test, '2011-03-01');
    analyst = await test.signedInAs('analyst@partnership.example');
    draft = await begin();
  });
  afterAll(() => test.close());

  async function begin(): Promise<string> {
    const { status, headers } = await send(analyst, `${PLAN}/revision`, {});
    expect(status).toBe(303);
    return headers['location']!;
  }
  const text = async (path: string, agent = analyst) => mainText((await agent.get(path).expect(200)).text);

  it('is asked for on a page of its own, and says what it does', async () => {
    expect((await analyst.get(draft)).text).toContain(`href="${draft}/discard"`);
    expect(await text(`${draft}/discard`)).toContain('this cannot be undone');
    expect((await analyst.get(PLAN)).text).not.toContain('/discard"');
  });

  it('keeps what was typed while something is missing, or the draft was changed meanwhile', async () => {
    const edits = hiddenField((await analyst.get(`${draft}/discard`)).text, 'edits');
    const blank = await send(analyst, `${draft}/discard`, { edits, reason: ' ' });
    expect([blank.status, mainText(blank.text)]).toEqual([
      422,
      expect.stringContaining('Say why, in a few words'),
    ]);
    const late = await send(analyst, `${draft}/discard`, { edits: '7', reason: 'No longer needed' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('The draft was changed after you opened this page.');
    expect(late.text).toContain('No longer needed');
    expect(hiddenField(late.text, 'edits')).toBe(edits);
  });

  it('stays in the list of versions, with the reason, and is no longer edited', async () => {
    const edits = hiddenField((await analyst.get(`${draft}/discard`)).text, 'edits');
    const sent = await send(analyst, `${draft}/discard`, { edits, reason: 'The board asked for another' });
    expect([sent.status, sent.headers['location']]).toEqual([303, draft]);
    const page = await text(draft);
    expect(page).toContain(`${NAME} 2 is discarded. It stays on record as it is.`);
    expect(page).toMatch(/Discarded\s+On 1 March 2011 by .+: The board asked for another/);
    expect(page).not.toContain('Record its adoption');
    expect(page).not.toContain('The copy that may be published');
    expect(page).not.toContain('What to put right');
    const inForce = await text(PLAN);
    expect(inForce).toMatch(/version 2\s+Discarded\s+Never/);
    expect(inForce).not.toContain('Not adopted yet');
    for (const path of ['discard', 'adoption', 'consultation', 'new-priority']) {
      const refused = await analyst.get(`${draft}/${path}`);
      expect(refused.status).toBe(409);
      expect(mainText(refused.text)).toContain('was discarded and does not change');
    }
    const again = await send(analyst, `${draft}/discard`, { edits, reason: 'Twice' });
    expect(again.status).toBe(409);
  });

  it('is on the audit trail', async () => {
    const auditor = await test.signedInAs('auditor@partnership.example');
    expect(await text('/partnerships/kingston/audit-trail', auditor)).toContain(
      `discarded version 2 of Kingston priorities for 2010/11, which was not adopted: The board asked for another`,
    );
  });

  it('leaves the next revision to be compared with the version in force', async () => {
    const third = await begin();
    expect(await text(third)).toContain('Version 3: draft');
    const { text: compared } = await analyst.get(`${third}/changes`).expect(200);
    expect(/<option[^>]* selected[^>]*>([^<]+)/.exec(compared)?.[1]).toContain('version 1');
    expect((await analyst.get(`${PLAN}/versions/${third.split('/').pop()}/adoption`)).status).toBe(200);
  });
});
