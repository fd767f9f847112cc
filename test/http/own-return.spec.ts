import { newId } from '@lib/kernel';
import type { Agent, Response } from 'supertest';
import { errorSummary } from './support/html.js';
import { lookInto, type Onlooker } from './support/onlooker.js';
import { openTheYear, type Records, recordsOf } from './support/records.js';
import { send } from './support/send.js';
import { startTestApp, type TestApp } from './test-app.js';

const OLIVE = 'officer@police.example';
const OSCAR = 'officer2@police.example';

describe('deciding on a return', () => {
  let test: TestApp;
  let onlooker: Onlooker;
  let police: Records;
  let council: Records;
  beforeAll(async () => {
    test = await startTestApp();
    onlooker = await lookInto(test.database);
    await openTheYear(test, 'kingston');
    police = await recordsOf(test, 'kingston', 'police');
    council = await recordsOf(test, 'kingston', 'council');
    // One person with two roles, as a small authority may have: no page gives the second one.
    await give(OLIVE, 'authority-approver', 'police');
    await give(OLIVE, 'authority-officer', 'council');
    await give(OSCAR, 'authority-approver', 'police');
    await give(OSCAR, 'authority-approver', 'council');
  });
  afterAll(async () => {
    await onlooker.close();
    await test.close();
  });

  async function give(email: string, role: string, kind: string): Promise<void> {
    await onlooker.rows(
      `insert into role_assignment (partnership_id, id, person_id, role, authority_id, held_from, recorded_at, reason)
       select a.partnership_id, $1, p.id, $2, a.id, now() - interval '1 day', now() - interval '1 day', 'Test'
         from person p, authority a join partnership s on s.id = a.partnership_id
        where p.email = $3 and a.kind = $4 and s.slug = 'kingston'`,
      [newId(), role, email, kind],
    );
  }

  const pathOf = (id: string, what: string) => `/partnerships/kingston/returns/${id}/${what}`;

  /** Posts what the form would, though the page may show none. */
  async function decide(agent: Agent, { submitted }: Records, fields: object = {}): Promise<Response> {
    const { id, contentSha256 } = submitted;
    return send(agent, pathOf(id, 'decision'), { decision: 'approve', contentSha256, ...fields });
  }

  async function isRefused(
    ask: () => Promise<Response>,
    words: string | RegExp,
    status = 403,
  ): Promise<void> {
    const before = await onlooker.contents();
    const { status: answered, text } = await ask();
    expect(answered).toBe(status);
    expect(text).toEqual(expect.stringMatching(words));
    expect(await onlooker.contents()).toEqual(before);
  }

  it('is not for who entered and sent it, whatever other role they hold', async () => {
    const olive = await test.signedInAs(OLIVE);
    const words =
      'You entered or sent figures of this return, so another approver of the authority has to decide on it.';
    await isRefused(() => decide(olive, police), words);
    await isRefused(() => decide(olive, police, { decision: 'send-back', comment: 'Wrong' }), words);
  });

  it('is not offered to who entered and sent it', async () => {
    const olive = await test.signedInAs(OLIVE);
    const { text } = await olive.get(pathOf(police.submitted.id, 'decision')).expect(200);
    expect(text).toContain('another approver of Metropolitan Police Service has to decide on it');
    expect(text.includes('Confirm your decision')).toBe(false);
    expect((await olive.get('/partnerships/kingston/approvals')).text).toContain(
      'Yours: somebody else has to approve it',
    );
  });

  describe('that two people filled in', () => {
    let both: Records;
    beforeAll(async () => {
      const [oscar, olive] = [await test.signedInAs(OSCAR), await test.signedInAs(OLIVE)];
      const { id } = police.complete;
      const change = { version: police.complete.version, action: 'later', ...(await valuesOf(id, '6')) };
      expect((await send(oscar, pathOf(id, 'figures'), change)).status).toBe(303);
      const version = String(Number(police.complete.version) + 1);
      expect((await send(olive, pathOf(id, 'check'), { version })).status).toBe(303);
      const [sent] = await onlooker.rows<{ hash: string }>(
        'select content_sha256 as hash from return_decision where return_id = $1',
        [id],
      );
      both = { ...police, submitted: { id, contentSha256: sent!.hash } };
    });

    it('is not for the one who entered a figure, though the other sent it', async () => {
      const oscar = await test.signedInAs(OSCAR);
      await isRefused(() => decide(oscar, both), 'You entered or sent figures of this return');
    });

    it('is not offered to the one who entered a figure either', async () => {
      const oscar = await test.signedInAs(OSCAR);
      const { text } = await oscar.get(pathOf(both.submitted.id, 'decision')).expect(200);
      expect(text.includes('Confirm your decision')).toBe(false);
    });

    it('is not for the one who sent it, though the other entered every figure', async () => {
      const olive = await test.signedInAs(OLIVE);
      await isRefused(() => decide(olive, both), 'You entered or sent figures of this return');
    });
  });

  it('is for the authority the role is held for, and no other', async () => {
    const olive = await test.signedInAs(OLIVE); // sees the council's returns as its officer
    await isRefused(() => decide(olive, council), 'You may not approve a return or send it back here.');
    const oscar = await test.signedInAs(OSCAR); // sees them as its approver
    const { id, version, line } = council.draft;
    const figures = () => send(oscar, pathOf(id, 'figures'), { version, [`figures[${line}][value]`]: '9' });
    await isRefused(figures, 'You may not enter and change the figures of a return here.');
    const check = () =>
      send(oscar, pathOf(council.complete.id, 'check'), { version: council.complete.version });
    await isRefused(check, 'You may not send a return for approval here.');
  });

  it('covers the content that was seen: with another hash it is asked again, with the comment kept', async () => {
    const approver = await test.signedInAs('approver@police.example');
    const stale = { contentSha256: 'a'.repeat(64), comment: 'Please check robbery' };
    const before = await onlooker.contents();
    for (const decision of ['approve', 'send-back']) {
      const { status, text } = await decide(approver, police, { ...stale, decision });
      expect(status).toBe(409);
      expect(errorSummary(text)[0]![0]).toMatch(/^This is not the content you were looking at\./);
      expect(text).toContain('Please check robbery</textarea>');
      expect(text).toContain(`value="${police.submitted.contentSha256}"`);
    }
    expect(await onlooker.contents()).toEqual(before);
  });

  it('is accepted with the content that was seen', async () => {
    const analyst = await test.signedInAs('analyst@partnership.example');
    const path = pathOf(police.approved.id, 'acceptance');
    const stale = () => send(analyst, path, { decision: 'accept', contentSha256: 'a'.repeat(64) });
    await isRefused(stale, 'This is not the content you were looking at.', 409);
  });

  it('happens once, when two decide at the same moment', async () => {
    const approvers = [await test.signedInAs('approver@police.example'), await test.signedInAs(OSCAR)];
    const answers = await Promise.all([
      decide(approvers[0]!, police),
      decide(approvers[1]!, police, { decision: 'send-back', comment: 'No' }),
    ]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([303, 409]);
    const made = await onlooker.rows('select 1 from return_decision where return_id = $1', [
      police.submitted.id,
    ]);
    expect(made).toHaveLength(2); // sent, and decided
  });

  it('is over once it is made', async () => {
    const approver = await test.signedInAs('approver@police.example');
    const words = /This return (is approved|was sent back): /; // whichever of the two was first
    await isRefused(() => decide(approver, police), words, 409);
  });

  async function valuesOf(returnId: string, value: string): Promise<Record<string, string>> {
    const lines = await onlooker.rows<{ id: string }>('select id from return_line where return_id = $1', [
      returnId,
    ]);
    return Object.fromEntries(
      lines.flatMap(({ id }) => [
        [`figures[${id}][value]`, value],
        [`figures[${id}][rightBecause]`, 'Counted twice over'],
      ]),
    );
  }
});
