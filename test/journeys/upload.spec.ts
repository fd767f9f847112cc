import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { openTheYear } from '../http/support/records.js';
import { startTestApp, type TestApp } from '../http/test-app.js';
import { useBrowser } from './browser.js';
import { Keyboard } from './keyboard.js';
import { expectPage, signIn } from './people.js';
import { expectNoSidewaysScroll } from './reflow.js';

const CSV = { name: 'figures.csv', mimeType: 'text/csv' };

describe('a return uploaded from its template', () => {
  const browser = useBrowser();
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp();
    await openTheYear(app, 'kingston');
  });
  afterAll(() => app?.close());

  it.each([
    { javaScript: true, quarter: 'April to June 2011' },
    { javaScript: false, quarter: 'July to September 2011' },
  ])('is on its way, with JavaScript: $javaScript', async ({ javaScript, quarter }) => {
    const page = await browser.newPage({ javaScript, answers: [422, 413] });
    const keyboard = new Keyboard(page);
    await page.goto(await app.address());
    await signIn(page, keyboard, 'officer@police.example');
    await keyboard.follow('link', new RegExp(`^${quarter}`));
    await keyboard.follow('link', 'Upload a file instead');
    await expectPage(page, 'Upload a file');

    // Nothing chosen, too big, and a row that cannot be right.
    await look(page);
    expect(await problems(page)).toBe('Select a file');
    await page.locator('#file').setInputFiles({ ...CSV, buffer: Buffer.alloc(3 * 1024 * 1024, 'x') });
    await look(page);
    expect(await problems(page)).toBe('The selected file must be smaller than 2MB');
    const template = await downloaded(page);
    await page.locator('#file').setInputFiles({ ...CSV, buffer: filledIn(template, 'a few') });
    await look(page);
    await expectPage(page, 'Upload a file');
    expect(await problems(page)).toContain('Cell C3: Robbery must be a whole number');
    await fits(page);

    await page.locator('#file').setInputFiles({ ...CSV, buffer: filledIn(template, '1,754') });
    await look(page);
    await expectPage(page, 'Upload a file');
    const shown = await page.locator('main').innerText();
    expect(shown).toContain('Read from figures.csv.');
    expect(shown).toContain('8 new, 0 changed, 0 the same, 0 left as they are.');
    await fits(page);

    await page.getByRole('button', { name: 'Save these figures' }).click();
    await saysWhyTheyAreRight(page, quarter);
    await commentsOnThem(page);
    await expectPage(page, 'Check your return');
    expect(await page.locator('main').innerText()).toContain('Right because: Counted twice over');
    await page.getByRole('button', { name: /^Send/ }).click();
    await expectPage(page, `Return for ${quarter}`);
    expect(await page.locator('main').innerText()).toContain('Waiting for approval');
    expect(await page.locator('main').innerText()).toContain('Robbery, offences\t1,754');
  });

  /** Figures as unusual as these are saved, and asked about on the same page. */
  async function saysWhyTheyAreRight(page: Page, quarter: string): Promise<void> {
    await expectPage(page, `Figures for ${quarter}`);
    expect(await page.locator('main').innerText()).toContain('Your figures are saved.');
    expect(await problems(page)).toContain(
      'Check Robbery: 1,754 is about 31 times the 57 that the last 4 quarters with a figure had',
    );
    await fits(page);
    for (const reason of await page.getByLabel('If it is right, why').all())
      await reason.fill('Counted twice over');
    await page.getByRole('button', { name: 'Save and check your return' }).click();
  }

  async function commentsOnThem(page: Page): Promise<void> {
    await expectPage(page, 'Commentary');
    await fits(page);
    await page.getByRole('button', { name: 'Save and check your return' }).click();
    expect(await problems(page)).toContain('Say what happened with Robbery');
    for (const box of await page.locator('form textarea').all())
      if (await box.isVisible()) await box.fill('Officers counted every one of them twice.');
    await page.getByRole('button', { name: 'Save and check your return' }).click();
  }

  async function look(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'See what it would change' }).click();
  }

  function problems(page: Page): Promise<string> {
    return page.locator('.govuk-error-summary__body').innerText();
  }

  /** The file that the link to the template saves. */
  async function downloaded(page: Page): Promise<string> {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download the template as CSV' }).click(),
    ]);
    return readFileSync(await download.path(), 'utf8');
  }

  /** 10, 11, 12 and so on, and a figure of its own for robbery. */
  function filledIn(template: string, robbery: string): Buffer {
    const [heading, ...rows] = template.trimEnd().split('\r\n');
    const filled = rows.map((row, index) =>
      row.replace(/,(offences|victims),/, `,$1,${row.startsWith('Robbery') ? `"${robbery}"` : 10 + index}`),
    );
    return Buffer.from([heading, ...filled].join('\r\n'));
  }

  async function fits(page: Page): Promise<void> {
    for (const width of [820, 320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await expectNoSidewaysScroll(page);
    }
  }
});
