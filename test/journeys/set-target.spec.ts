import { startTestApp, type TestApp } from '../http/test-app.js';
import { expectAccessible } from './accessible.js';
import { useBrowser } from './browser.js';
import { Keyboard } from './keyboard.js';
import { expectPage, signIn } from './people.js';

describe('setting a target by keyboard', () => {
  const browser = useBrowser();
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app?.close());

  it.each([{ javaScript: true }, { javaScript: false }])(
    'shows what it means before it is set, with JavaScript: $javaScript',
    async ({ javaScript }) => {
      const page = await browser.newPage({ javaScript });
      const keyboard = new Keyboard(page);
      await page.goto(await app.address());
      await signIn(page, keyboard, 'analyst@partnership.example');
      await page.goto(`${await app.address()}/partnerships/kingston/measures/gun-crime`);
      await keyboard.follow('link', 'Set a target');

      await expectPage(page, 'Set a target');
      const words = `3.5% fewer ${javaScript ? 'with' : 'without'} a script`;
      await keyboard.tabTo('textbox', 'The target in words');
      await page.keyboard.type(words);
      await keyboard.tabTo('textbox', 'Percentage');
      await page.keyboard.type('3.5');
      if (!javaScript) {
        await keyboard.tabTo('textbox', /^Why it takes the place/);
        await page.keyboard.type('Tried once more');
      }
      await keyboard.follow('button', 'See what it means');

      // 22 less 3.5% is 21.23: one fewer
      await expectPage(page, 'Set a target');
      await expect(page.locator('main').innerText()).resolves.toContain('21 offences or fewer in the year');
      await expect(page.locator('main').innerText()).resolves.toContain(
        'One year cannot tell whether a target this size is met by work or by chance',
      );
      await expectAccessible(page);

      await keyboard.follow('button', 'Set this target');
      await expectPage(page, 'Gun crime');
      await expect(page.locator('main').innerText()).resolves.toContain(words);
    },
  );
});
