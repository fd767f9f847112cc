import { addDays, londonDateOf } from '@lib/kernel';
import { formatDate } from '@lib/ui';
import { readFile } from 'node:fs/promises';
import { startTestApp, type TestApp } from '../http/test-app.js';
import { expectAccessible } from './accessible.js';
import { useBrowser } from './browser.js';
import { Keyboard } from './keyboard.js';
import { expectPage, signIn } from './people.js';
import { expectNoSidewaysScroll } from './reflow.js';

/** The day on which the demonstration is made, and everything in it recorded, and the one before. */
const MADE = londonDateOf(new Date());
const BEFORE = addDays(MADE, -1);

describe('what has changed since the board met', () => {
  const browser = useBrowser();
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
    test.clock.advance(2 * 24 * 60 * 60 * 1000);
  });
  afterAll(() => test?.close());

  it.each([{ javaScript: true }, { javaScript: false }])(
    'is one link from the board page: %j',
    async (options) => {
      const page = await browser.newPage({ ...options, width: 320, answers: [422] });
      const keyboard = new Keyboard(page);
      await page.goto(await test.address());
      await signIn(page, keyboard, 'board@partnership.example');
      await page.goto(`${await test.address()}/partnerships/kingston/board`);
      const link = page.getByRole('link', {
        name: /^\d+ things have changed since the board of 31 March 2010$/,
      });
      const [count] = /^\d+/.exec(await link.innerText())!;
      await link.click();
      await expectPage(page, 'What has changed since 31 March 2010');
      expect(await page.locator('main').innerText()).toContain(`${count} things have changed since`);
      expect(await page.locator('tbody tr').count()).toBe(Number(count));
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);

      const day = page.getByLabel('Since which day?');
      await day.fill('the last meeting');
      await day.press('Enter');
      await expectPage(page, 'What has changed');
      expect(await page.locator('main').innerText()).toContain('The day must be a real date, like 31 3 2027');
      expect(await day.inputValue()).toBe('the last meeting');
      await expectAccessible(page);
      await day.fill(formatDate(MADE));
      await page.getByRole('button', { name: 'Show what has changed' }).click();
      await expectPage(page, `What has changed since ${formatDate(MADE)}`);
      expect(await page.locator('main').innerText()).toContain('Nothing has changed since');

      await day.fill(formatDate(BEFORE));
      await page.getByRole('button', { name: 'Show what has changed' }).click();
      await expectPage(page, `What has changed since ${formatDate(BEFORE)}`);
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: 'Download what has changed (CSV)' }).click();
      const file = await download;
      expect(file.suggestedFilename()).toBe(`changes-since-${BEFORE}.csv`);
      const lines = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n');
      expect(lines).toHaveLength(1 + (await page.locator('tbody tr').count()));
    },
  );
});
