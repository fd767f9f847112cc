import type { Agent } from 'supertest';
import { type FiguresPage, openFigures, readyToSend, shownIn } from './support/figures-page.js';
import { startTestApp, type TestApp } from './test-app.js';

describe('figures saved', () => {
  let test: TestApp;
  let officer: Agent;
  let page: FiguresPage;
  beforeAll(async () => {
    test = await startTestApp();
    officer = await test.signedInAs('officer@police.example');
  });
  beforeEach(async () => {
    page = await openFigures(officer);
  });
  afterAll(() => test.close());

  /** What the check page says, line by line. */
  async function checked(): Promise<string[]> {
    const { text } = await officer.get(`${page.returnPath}/check`).expect(200);
    return [
      ...text.matchAll(/<dd class="govuk-summary-list__value">\s*<strong>([^<]*)<\/strong>([^<]*)/g),
    ].map(([, said, unit]) => `${said}${unit}`.trim());
  }

  it.each([
    ['126', '126'],
    [' 126 ', '126'],
    ['1754', '1,754'],
    ['1,754', '1,754'],
    ['1 754', '1,754'],
    ['1\u00a0754', '1,754'],
    ['1\u202f754', '1,754'],
    ['1,234,567', '1,234,567'],
    ['126.00', '126'],
    ['007', '7'],
    ['9999999', '9,999,999'],
    ['0', '0'],
    ['0,000', '0'],
  ])('as people type or paste them: %p is %s', async (typed, read) => {
    await page.save({ 0: { value: typed } }).then(({ status }) => expect(status).toBe(303));
    expect((await checked())[0]).toBe(`${read} offences`);
  });

  it('keep nought apart from nothing and from what is not available', async () => {
    const reason = 'The extract is late';
    const saved = await page.save(
      {
        0: { value: '0', rightBecause: 'None at all' },
        1: { value: '' },
        2: { value: '', reason, expectedOn: '31 10 2026' },
      },
      'check',
    );
    // None where there were dozens is a special cause: a commentary comes first.
    expect([saved.status, saved.headers['location']]).toEqual([303, `${page.returnPath}/commentary`]);
    const [nought, blank, none] = await checked();
    expect(nought).toBe('0 offences');
    expect(blank).toBe('Nothing entered yet');
    expect(none).toBe(`Not available: ${reason} (expected 31 October 2026)`);

    const { text } = await officer.get(page.path).expect(200);
    expect(shownIn(text, page, 0, 'value')).toBe('0');
    expect(shownIn(text, page, 1, 'value')).toBe('');
    expect(shownIn(text, page, 2, 'reason')).toBe(reason);
  });

  it('can be taken out again', async () => {
    await page.save({ 0: { value: '5' } });
    page = await openFigures(officer);
    await page.save({ 0: { value: '' } });
    expect((await checked())[0]).toBe('Nothing entered yet');
  });

  it('cannot be sent while a line says nothing: the links lead to the lines', async () => {
    const check = await openCheck();
    const { status, text } = await check();
    expect(status).toBe(422);
    const links = [...text.matchAll(/<li>\s*<a href="#(change-\d+)">Enter a figure for/g)].map(
      (match) => match[1],
    );
    expect(links.length).toBeGreaterThan(0);
    for (const id of links) expect(text).toContain(`id="${id}"`);
    expect((await officer.get(page.path)).status).toBe(200);
  });

  it('are sent once every line has a figure or a reason, and then stand', async () => {
    await readyToSend(officer, page, '3');
    const check = await openCheck();
    expect((await check()).headers['location']).toBe(page.returnPath);
    await officer.get(page.path).expect(303).expect('Location', page.returnPath);
    const late = await page.save({ 0: { value: '4' } });
    expect(late.status).toBe(409);
    expect((await officer.get(page.returnPath)).text).toContain('Waiting for approval');
  });

  async function openCheck() {
    const path = `${page.returnPath}/check`;
    const { text } = await officer.get(path).expect(200);
    const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)![1]!;
    return () =>
      officer
        .post(path)
        .type('form')
        .send({ _csrf: field('_csrf'), version: field('version') });
  }
});
