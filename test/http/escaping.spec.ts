import type { Agent } from 'supertest';
import { type FiguresPage, openFigures, pageOf, writeCommentary } from './support/figures-page.js';
import { boxOf } from './support/html.js';
import { send } from './support/send.js';
import { hiddenField, startTestApp, type TestApp } from './test-app.js';

const MARKUP = '<img src=x onerror=1>';
const TEMPLATE = '{{7*7}}';
/** One text that would do harm as markup, in an attribute, as a template and in a script. */
const attack = (where: string) =>
  `${where} ${MARKUP} ${TEMPLATE} "><script>alert(1)</script> '\`\\ &lt;b&gt;`;
const REASON = attack('Reason');
const COMMENT = attack('Comment');
const RIGHT = attack('Right');
const COMMENTARY = attack('Commentary');

describe('what people write is shown as they wrote it, and never run', () => {
  let test: TestApp;
  let officer: Agent;
  let approver: Agent;
  let auditor: Agent;
  let figures: FiguresPage;
  beforeAll(async () => {
    test = await startTestApp();
    officer = await test.signedInAs('officer@police.example');
    approver = await test.signedInAs('approver@police.example');
    auditor = await test.signedInAs('auditor@partnership.example');
    figures = await openFigures(officer);
  });
  afterAll(() => test.close());

  function isShown(html: string, where: string): void {
    expect(html).not.toContain('<img');
    expect(html).not.toContain('<script>alert');
    expect(html).toContain(`${where} &lt;img src=x onerror=1&gt; ${TEMPLATE} &quot;&gt;&lt;script&gt;`);
    // What was typed as an entity is not taken for one.
    expect(html).toContain('&amp;lt;b&amp;gt;');
  }

  const pageFor = async (agent: Agent, path: string) => (await agent.get(path).expect(200)).text;
  const trail = () => pageFor(auditor, '/partnerships/kingston/audit-trail');

  // In the order of a return's life.
  it('on the page of figures, also when something else is wrong', async () => {
    const typed = Object.fromEntries(figures.lines.map((_, line) => [line, { value: '5' }]));
    const wrong = await figures.save({
      ...typed,
      0: { value: MARKUP },
      1: { reason: REASON, expectedOn: MARKUP },
    });
    expect(wrong.status).toBe(422);
    isShown(wrong.text, 'Reason');
    expect(boxOf(wrong.text, `figures[${figures.lines[0]}][value]`)).toBe(MARKUP);

    const again = pageOf(officer, figures.path, wrong.text);
    const answered = Object.fromEntries(figures.lines.map((_, line) => [line, { rightBecause: RIGHT }]));
    const saved = await again.save({
      ...answered,
      0: { value: '', reason: REASON },
      1: { reason: REASON, expectedOn: '' },
    });
    expect(saved.status).toBe(303);
    const html = await pageFor(officer, figures.path);
    isShown(html, 'Reason');
    expect(boxOf(html, `figures[${figures.lines[0]}][reason]`)).toBe(REASON);
  });

  it('when somebody else saved meanwhile', async () => {
    const colleague = await test.signedInAs('officer2@police.example');
    const stale = pageOf(officer, figures.path, await pageFor(officer, figures.path));
    const theirs = pageOf(colleague, figures.path, await pageFor(colleague, figures.path));
    await theirs.save({ 2: { value: '', reason: attack('Theirs') } });
    const late = await stale.save({ 2: { value: '6' } });
    expect(late.status).toBe(409);
    isShown(late.text, 'Saved meanwhile by Oscar Example: Not available: Theirs');
  });

  it('on the page of commentaries, and on the page to check', async () => {
    expect((await writeCommentary(officer, figures, COMMENTARY)).status).toBe(303);
    isShown(await pageFor(officer, `${figures.returnPath}/commentary`), 'Commentary');
    const html = await pageFor(officer, `${figures.returnPath}/check`);
    for (const where of ['Reason', 'Right', 'Commentary']) isShown(html, where);
  });

  it('on the return, and to who decides on it', async () => {
    const check = `${figures.returnPath}/check`;
    const version = hiddenField(await pageFor(officer, check), 'version');
    expect((await send(officer, check, { version })).status).toBe(303);
    isShown(await pageFor(officer, figures.returnPath), 'Reason');
    isShown(await pageFor(approver, `${figures.returnPath}/decision`), 'Reason');
  });

  it('in the comment that sends it back, which its officers read', async () => {
    const decision = `${figures.returnPath}/decision`;
    const contentSha256 = hiddenField(await pageFor(approver, decision), 'contentSha256');
    const stale = { contentSha256: 'a'.repeat(64), decision: 'send-back', comment: COMMENT };
    isShown((await send(approver, decision, stale)).text, 'Comment');
    expect((await send(approver, decision, { ...stale, contentSha256 })).status).toBe(303);
    isShown(await pageFor(officer, '/partnerships/kingston/returns'), 'Sent back: Comment');
    isShown(await pageFor(officer, figures.path), 'sent this return back: Comment');
    for (const where of ['Comment', 'Commentary', 'Right'])
      isShown(await pageFor(officer, figures.returnPath), where);
  });

  it('on the page of the measure once it is approved, and in its file', async () => {
    const check = `${figures.returnPath}/check`;
    const decision = `${figures.returnPath}/decision`;
    await send(officer, check, { version: hiddenField(await pageFor(officer, check), 'version') });
    const html = await pageFor(approver, decision);
    isShown(html, 'Comment');
    const contentSha256 = hiddenField(html, 'contentSha256');
    expect((await send(approver, decision, { contentSha256, decision: 'approve' })).status).toBe(303);
    const measure = '/partnerships/kingston/measures/residential-burglary';
    isShown(await pageFor(auditor, measure), 'Reason');
    const { headers, text } = await auditor.get(`${measure}/figures.csv`).expect(200);
    expect(text).toContain(REASON.replaceAll('"', '""'));
    expect(headers['content-disposition']).toMatch(/^attachment/);
  });

  it('in the audit trail: reasons, comments, and why somebody was suspended', async () => {
    const admin = await test.signedInAs('admin@partnership.example');
    const people = await pageFor(admin, '/partnerships/kingston/people');
    const suspension = /href="([^"]*\/suspension)"/g;
    const [, another] = [...people.matchAll(suspension)].map((match) => match[1]!);
    const reason = attack('Why');
    const wrong = await send(admin, another!, { action: 'x', reason });
    expect(wrong.status).toBe(422);
    isShown(wrong.text, 'Why');
    expect((await send(admin, another!, { action: 'suspend', reason })).status).toBe(303);
    for (const where of ['not available: Reason', 'back: Comment', 'Why']) isShown(await trail(), where);
  });

  it('on the page that signs in, and on the page that says a form has no such field', async () => {
    const fields = { email: attack('Email'), password: 'x', next: `/"><img/src=x>` };
    const { status, text } = await send(test.browser(), '/sign-in', fields);
    expect(status).toBe(422);
    isShown(text, 'Email');
    expect(boxOf(text, 'next')).toBe(fields.next);
    const unknown = await send(test.browser(), '/sign-in', { [`a ${MARKUP}`]: 'x' });
    expect(unknown.status).toBe(400);
    expect(unknown.text).toContain('a &lt;img src=x onerror=1&gt;');
    expect(unknown.text).not.toContain('<img');
  });
});
