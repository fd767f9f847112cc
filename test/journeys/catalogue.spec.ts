import { startTestApp, type TestApp } from '../http/test-app.js';
import { expectAccessible } from './accessible.js';
import { useBrowser } from './browser.js';
import { Keyboard } from './keyboard.js';
import { expectPage, signIn } from './people.js';
import { expectNoSidewaysScroll } from './reflow.js';

const MEASURES = '/partnerships/kingston/measures';

describe('adding a measure from the catalogue by keyboard', () => {
  const browser = useBrowser();
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app?.close());

  it.each([
    {
      javaScript: true,
      ready: /^Add it\W+Robbery of personal property/,
      name: 'Robbery of personal property',
    },
    { javaScript: false, ready: /^Add it\W+Robbery of a business/, name: 'Robbery of a business' },
  ])(
    'lists it, and says what comes next, with JavaScript: $javaScript',
    async ({ javaScript, ready, name }) => {
      // Refused once.
      const page = await browser.newPage({ javaScript, answers: [422] });
      const keyboard = new Keyboard(page);
      const main = () => page.locator('main').innerText();
      await page.goto(await app.address());
      await signIn(page, keyboard, 'analyst@partnership.example');
      await page.goto(`${await app.address()}${MEASURES}`);
      await expectPage(page, 'Measures');
      await keyboard.follow('link', 'Ready measures to choose from');
      await expectPage(page, 'Ready measures');
      await expect(main()).resolves.toContain('In use: Residential burglary');
      await keyboard.follow('link', ready);

      await expectPage(page, 'Add a measure');
      expect(await page.getByLabel('Name').inputValue()).toBe(name);
      expect(await page.getByLabel('Which authority returns it?').locator(':checked').innerText()).toBe(
        'Metropolitan Police Service',
      );
      await expectAccessible(page);
      await page.getByLabel('What is counted').fill('');
      await keyboard.follow('button', 'Add the measure');

      await expect(main()).resolves.toContain('Say what is counted');
      expect(await page.getByLabel('Name').inputValue()).toBe(name);
      await expectAccessible(page);
      await page.getByLabel('What is counted').fill('Robberies as our police count them.');
      await keyboard.follow('button', 'Add the measure');

      await expectPage(page, name);
      await expect(page.locator('body').innerText()).resolves.toContain(
        `${name} is added. No return asks Metropolitan Police Service for it yet: put it on a return form next`,
      );
      await expect(main()).resolves.toContain('Robberies as our police count them.');
      await page.goto(`${await app.address()}${MEASURES}`);
      const outside = page.getByRole('table', { name: 'Not in the plan' });
      await expect(outside.innerText()).resolves.toContain(name);
      for (const width of [1280, 820, 320]) {
        await page.setViewportSize({ width, height: 900 });
        await expectNoSidewaysScroll(page);
      }
      await page.goto(`${await app.address()}${MEASURES}/catalogue?group=police`);
      await expect(main()).resolves.toContain(`In use: ${name}`);
    },
  );
});
