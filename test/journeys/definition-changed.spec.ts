import { startTestApp, type TestApp } from '../http/test-app.js';
import { expectAccessible } from './accessible.js';
import { useBrowser } from './browser.js';
import { Keyboard } from './keyboard.js';
import { expectPage, signIn } from './people.js';

describe('changing a definition by keyboard', () => {
  const browser = useBrowser();
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app?.close());

  it.each([
    { javaScript: true, slug: 'robbery' },
    { javaScript: false, slug: 'gun-crime' },
  ])(
    'shows what changes before it is in force, with JavaScript: $javaScript',
    async ({ javaScript, slug }) => {
      const page = await browser.newPage({ javaScript, answers: [422] });
      const keyboard = new Keyboard(page);
      const shown = () => page.locator('main').innerText();
      await page.goto(await app.address());
      await signIn(page, keyboard, 'analyst@partnership.example');
      await page.goto(`${await app.address()}/partnerships/kingston/measures/${slug}`);
      await keyboard.follow('link', 'How it is counted, and every version of that');
      await expectPage(page, 'How it is counted');
      await keyboard.follow('link', 'Change the definition');

      await expectPage(page, 'Change the definition');
      await keyboard.tabTo('textbox', 'Included');
      await page.keyboard.type('Attempts');
      await keyboard.follow('button', 'See what changes');
      await expect(shown()).resolves.toContain('Select the quarter from which it is in force');
      await expect(page.getByLabel('Included', { exact: true }).inputValue()).resolves.toBe('Attempts');
      await expectAccessible(page);

      await page.getByLabel('From which quarter?').selectOption('2011-12-q2');
      await page.getByLabel('No, something else is counted').check();
      await page.getByLabel('Why does it change?').fill('Attempts are counted too');
      await page.getByLabel('Who approved it, and when').fill('The board, 3 May 2011');
      await keyboard.follow('button', 'See what changes');
      await expectPage(page, 'Change the definition');
      await expect(shown()).resolves.toContain('What changes from July to September 2011');
      await expectAccessible(page);

      await keyboard.follow('button', 'Put it in force');
      await expectPage(page, 'How it is counted');
      await expect(shown()).resolves.toContain('Version 2, in force from 1 July 2011');
      await expect(shown()).resolves.toContain('What version 2 changed');
      await expect(shown()).resolves.toContain('Figures before and after cannot be compared');
      await expectAccessible(page);
    },
  );
});
