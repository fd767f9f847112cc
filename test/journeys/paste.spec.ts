import { openTheYear } from '../http/support/records.js';
import { goTo, IN_TIME } from '../http/support/time-travel.js';
import { startTestApp, type TestApp } from '../http/test-app.js';
import { useBrowser } from './browser.js';
import { Keyboard } from './keyboard.js';
import { expectPage, signIn } from './people.js';

const MEASURES = [
  'Residential burglary',
  'Robbery',
  'Theft from a motor vehicle',
  'Theft or taking of a motor vehicle',
  'Most serious violence',
  'Serious youth violence',
  'Gun crime',
  'Knife crime',
];

/** As many as in the quarters before: nothing is asked about them. */
const FIGURES = [131, 48, 160, 41, 12, 30, 6, 25];

describe('a return pasted from a spreadsheet', () => {
  const browser = useBrowser();
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp();
    await openTheYear(app, 'kingston');
    await goTo(app, IN_TIME);
  });
  afterAll(() => app?.close());

  it.each([
    { javaScript: true, quarter: 'April to June 2011' },
    { javaScript: false, quarter: 'July to September 2011' },
  ])('is on its way in four actions, with JavaScript: $javaScript', async ({ javaScript, quarter }) => {
    const page = await browser.newPage({ javaScript, answers: [422] });
    const keyboard = new Keyboard(page);
    await page.goto(await app.address());
    await signIn(page, keyboard, 'officer@police.example');
    await keyboard.follow('link', new RegExp(`^${quarter}`));
    await keyboard.follow('link', 'Paste from a spreadsheet instead');
    await expectPage(page, 'Paste from a spreadsheet');

    // A row that cannot be right: nothing is lost, and it is named.
    await page.locator('#pasted').fill(`Measure\tQ1\nRobbery\ta few`);
    await page.getByRole('button', { name: 'See what it would change' }).click();
    expect(await page.locator('.govuk-error-summary').innerText()).toContain(
      'Row 2: Robbery must be a whole number',
    );
    expect(await page.locator('#pasted').inputValue()).toContain('a few');

    let actions = 0;
    const act = async (action: () => Promise<unknown>) => {
      actions += 1;
      await action();
    };
    const rows = MEASURES.map((name, index) => `${name}\t${FIGURES[index]}`);
    await act(() => page.locator('#pasted').fill([`Measure\t${quarter}`, ...rows].join('\n')));
    await act(() => page.getByRole('button', { name: 'See what it would change' }).click());
    await expectPage(page, 'Paste from a spreadsheet');
    expect(await page.locator('main').innerText()).toContain(
      '8 new, 0 changed, 0 the same, 0 left as they are.',
    );
    // What is typed after the preview has not been looked at, and is not saved with it.
    await page.locator('#pasted').fill('Robbery\t999');
    await act(() => page.getByRole('button', { name: 'Save these figures' }).click());
    await expectPage(page, 'Check your return');
    await act(() => page.getByRole('button', { name: /^Send/ }).click());
    await expectPage(page, `Return for ${quarter}`);
    expect(await page.locator('main').innerText()).toContain('Waiting for approval');
    expect(await page.locator('main').innerText()).toContain('Robbery, offences\t48');
    expect(actions).toBe(4);
  });
});
