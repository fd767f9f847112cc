import { goTo, IN_TIME } from './support/time-travel.js';
import { csrfOn, hiddenField, startTestApp, type TestApp } from './test-app.js';

/** One for each line; the first four add up to serious acquisitive crime. Nothing about them is unusual. */
const FIGURES = [131, 48, 160, 41, 12, 30, 6, 25];

describe('the main job over HTTP', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
    await goTo(test, IN_TIME);
  });
  afterAll(() => test.close());

  it('takes a return from the officer to the board', async () => {
    const officer = await test.signedInAs('officer@police.example');
    const owed = await officer.get('/partnerships/kingston/returns').expect(200);
    const figuresPath = /\/partnerships\/kingston\/returns\/[0-9a-f-]{36}\/figures/.exec(owed.text)![0];
    const page = await officer.get(figuresPath).expect(200);
    const lineIds = [...page.text.matchAll(/id="figure-([0-9a-f-]{36})"/g)].map((match) => match[1]!);
    expect(lineIds).toHaveLength(8);
    const figures = Object.fromEntries(
      lineIds.map((id, index) => [`figures[${id}][value]`, String(FIGURES[index])]),
    );
    await officer
      .post(figuresPath)
      .type('form')
      .send({
        _csrf: hiddenField(page.text, '_csrf'),
        version: hiddenField(page.text, 'version'),
        action: 'check',
        ...figures,
      })
      .expect(303)
      .expect('Location', figuresPath.replace('/figures', '/check'));

    const checkPath = figuresPath.replace('/figures', '/check');
    const check = await officer.get(checkPath).expect(200);
    await officer
      .post(checkPath)
      .type('form')
      .send({ _csrf: hiddenField(check.text, '_csrf'), version: hiddenField(check.text, 'version') })
      .expect(303);

    const approver = await test.signedInAs('approver@police.example');
    const decisionPath = figuresPath.replace('/figures', '/decision');
    expect((await approver.get('/partnerships/kingston/approvals').expect(200)).text).toContain(decisionPath);
    const decision = await approver.get(decisionPath).expect(200);
    await approver
      .post(decisionPath)
      .type('form')
      .send({
        _csrf: hiddenField(decision.text, '_csrf'),
        contentSha256: hiddenField(decision.text, 'contentSha256'),
        decision: 'approve',
      })
      .expect(303);

    const board = await test.signedInAs('board@partnership.example');
    expect((await board.get('/partnerships/kingston/board').expect(200)).text).toContain(
      'The target of 1,675 or fewer was missed by 20.',
    );
    const next = await board.get('/partnerships/kingston/board?year=2011-12').expect(200);
    expect(next.text).toContain('April to June 2011');
    // The four components are the first four lines.
    expect(next.text).toContain(
      '380 offences in the first quarter, against 368 in the same months last year (+3.3%).',
    );
  });

  it('shows the audit trail of it, whole', async () => {
    const auditor = await test.signedInAs('auditor@partnership.example');
    const trail = await auditor.get('/partnerships/kingston/audit-trail').expect(200);
    expect(trail.text).toContain('approved the return for April to June 2011');
  });

  it('signs out on the server: the old cookie is worth nothing', async () => {
    const agent = await test.signedInAs('board@partnership.example');
    const { headers } = await agent.get('/partnerships/kingston/board').expect(200);
    const cookie = String(headers['set-cookie']).split(';')[0]!;
    await agent
      .post('/sign-out')
      .type('form')
      .send({ _csrf: await csrfOn(agent, '/partnerships/kingston/board') })
      .expect(303);
    await test
      .browser()
      .get('/partnerships/kingston/board')
      .set('Cookie', cookie)
      .expect(303)
      .expect('Location', /sign-in/);
  });
});
