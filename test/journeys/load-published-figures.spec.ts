import type { Page } from 'playwright-core';
import { ImportWorker } from '../../apps/web/src/background/import-worker.js';
import { boroughCsv } from '../http/support/published-files.js';
import { startTestApp, type TestApp } from '../http/test-app.js';
import { useBrowser } from './browser.js';
import { Keyboard } from './keyboard.js';
import { expectPage, signIn } from './people.js';
import { expectNoSidewaysScroll } from './reflow.js';

const FILE = { mimeType: 'text/csv' };

describe('a file of published figures', () => {
  const browser = useBrowser();
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app?.close());

  it.each([
    {
      javaScript: true,
      borough: 'Town hall',
      months: ['202401', '202402', '202403'],
      next: ['202402', '202403', '202404'],
    },
    {
      javaScript: false,
      borough: 'Guildhall',
      months: ['202407', '202408', '202409'],
      next: ['202408', '202409', '202410'],
    },
  ])(
    'is loaded, and the one after it, with JavaScript: $javaScript',
    async ({ javaScript, borough, months, next }) => {
      const page = await browser.newPage({ javaScript, answers: [422] });
      await page.goto(await app.address());
      await signIn(page, new Keyboard(page), 'analyst@partnership.example');
      await page.getByRole('link', { name: 'Published figures', exact: true }).click();
      await expectPage(page, 'Published figures');
      await page.getByRole('button', { name: 'Load a file' }).click();
      await expectPage(page, 'Load a file of published figures');
      await press(page, 'Send the file');
      expect(await problems(page)).toBe('Choose a file.');
      await fits(page);
      await expectPage(page, 'Load a file of published figures');

      // A heading and a name that are new are asked about.
      const bytes = boroughCsv({ figure: 110, months, borough, offence: `HEDGES ${months[0]}` });
      await sendFile(page, 'first.csv', bytes);
      await read(page);
      await expectPage(page, 'first.csv');
      await fits(page);
      await press(page, 'Read the file with these answers');
      expect(await problems(page)).toContain(`Select what is in the column “${borough}”`);
      await page.getByLabel('The name of the borough').check();
      await press(page, 'Read the file with these answers');
      await read(page);

      await page.getByLabel(/HEDGES/).selectOption({ label: 'Criminal damage' });
      await press(page, 'Apply the file');
      expect(await problems(page)).toContain('Agree, or abandon the file');
      await fits(page);
      expect(await page.getByLabel(/HEDGES/).inputValue()).toBe('criminal-damage');
      await agreeToAll(page);
      await press(page, 'Apply the file');
      await expectPage(page, 'first.csv');
      expect(await page.locator('main').innerText()).toContain('The file is applied.');
      await page.getByRole('link', { name: 'See what it changed' }).click();
      await expectPage(page, 'first.csv');
      await fits(page);

      // Both are remembered; what has changed is shown before it counts.
      await page.goto(`${await app.address()}/partnerships/kingston/published-figures/load`);
      await sendFile(
        page,
        'second.csv',
        boroughCsv({ figure: 1210, months: next, borough, offence: `HEDGES ${months[0]}` }),
      );
      await read(page);
      await fits(page);
      const shown = await page.locator('main').innerText();
      expect(shown).not.toContain('has not been seen');
      expect(shown).toMatch(/Kingston upon Thames\s+Criminal damage\s+\w+ 2024\s+98\s+1,210/);
      await agreeToAll(page);
      await press(page, 'Apply the file');

      await page.getByRole('link', { name: 'Withdraw this file' }).click();
      await page.getByLabel('Why?').fill('It was of another release');
      await press(page, 'Confirm');
      await expectPage(page, 'second.csv');
      await page.getByRole('link', { name: 'Published figures', exact: true }).click();
      await expectPage(page, 'Published figures');
      expect(await page.locator('main').innerText()).toContain('It was of another release');
      await fits(page);
    },
  );

  it('can be followed while it waits, by a page that loads itself again because it was asked to', async () => {
    const page = await browser.newPage({ javaScript: false });
    await page.goto(await app.address());
    await signIn(page, new Keyboard(page), 'analyst@partnership.example');
    await page.goto(`${await app.address()}/partnerships/kingston/published-figures/load`);
    // A worker that is busy with something else.
    const worker = jest.spyOn(app.app.get(ImportWorker), 'look').mockResolvedValue();
    await sendFile(page, 'followed.csv', boroughCsv({ figure: 3 }));
    await expectPage(page, 'followed.csv');
    expect(await page.locator('meta[http-equiv=refresh]').count()).toBe(0);
    await page.getByRole('link', { name: /^Follow it/ }).click();
    expect(await page.locator('meta[http-equiv=refresh]').getAttribute('content')).toBe('5');
    expect(await page.locator('main').innerText()).toContain('This page loads itself again every 5 seconds');
    worker.mockRestore();
    await app.app.get(ImportWorker).look();
    await page.getByText('What it would change').waitFor();
    expect(await page.locator('meta[http-equiv=refresh]').count()).toBe(0);
    await page.getByRole('button', { name: 'Abandon the file' }).click();
    await expectPage(page, 'Published figures');
  });

  async function sendFile(page: Page, name: string, buffer: Buffer): Promise<void> {
    await page.locator('input[type=file]').setInputFiles({ ...FILE, name, buffer });
    await press(page, 'Send the file');
  }

  /** Waits for the worker, as somebody does who looks how far it has come. */
  async function read(page: Page): Promise<void> {
    await app.app.get(ImportWorker).look();
    await page.reload();
  }

  async function agreeToAll(page: Page): Promise<void> {
    for (const box of await page.getByRole('checkbox').all()) await box.check();
  }

  async function press(page: Page, name: string): Promise<void> {
    await page.getByRole('button', { name }).click();
  }

  const problems = (page: Page) => page.locator('.govuk-error-summary__list').innerText();

  async function fits(page: Page): Promise<void> {
    for (const width of [1280, 820, 320]) {
      await page.setViewportSize({ width, height: 900 });
      await expectNoSidewaysScroll(page);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  }
});
