import type { Page } from 'playwright-core';
import { goTo, IN_TIME } from '../http/support/time-travel.js';
import { startTestApp, type TestApp } from '../http/test-app.js';
import { useBrowser } from './browser.js';
import { Keyboard } from './keyboard.js';
import { expectPage, signIn } from './people.js';
import { expectNoSidewaysScroll } from './reflow.js';

const BURGLARY = 'Residential burglary, offences';
const ROBBERY = 'Robbery, offences';
const THEFT = 'Theft from a motor vehicle, offences';

describe('figures that cannot be right', () => {
  const browser = useBrowser();
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp();
    await goTo(app, IN_TIME);
  });
  afterAll(() => app?.close());

  /** An officer with the figures page before them. */
  async function openFigures(javaScript: boolean, email = 'officer@police.example') {
    const page = await browser.newPage({ javaScript, answers: [422, 409] });
    const keyboard = new Keyboard(page);
    await page.goto(await app.address());
    await signIn(page, keyboard, email);
    await keyboard.follow('link', /^April to June 2011/);
    return { page, keyboard };
  }

  describe.each([{ javaScript: true }, { javaScript: false }])(
    'with JavaScript: $javaScript',
    ({ javaScript }) => {
      it('come back as they were typed, each with a sentence that leads to its box', async () => {
        const { page, keyboard } = await openFigures(javaScript);
        const typed = { [BURGLARY]: 'twelve', [ROBBERY]: '-3', [THEFT]: '12,5' };
        await keyboard.tabTo('textbox', BURGLARY);
        for (const figure of Object.values(typed)) {
          await replaceWith(keyboard, figure);
          await keyboard.next();
        }
        await keyboard.enter();

        await expectPage(page, 'Figures for April to June 2011');
        expect(await page.title()).toMatch(/^Error: Figures for April to June 2011/);
        for (const [box, figure] of Object.entries(typed)) expect(await valueOf(page, box)).toBe(figure);
        // Without a script nothing can move the focus; there the summary comes before everything else.
        if (javaScript) expect(await focusIsInErrorSummary(page)).toBe(true);
        else await keyboard.skipTheMenu();

        const sentences = await page.locator('.govuk-error-summary__list a').allInnerTexts();
        expect(sentences).toHaveLength(3);
        for (const [index, box] of Object.keys(typed).entries()) {
          const sentence = sentences[index]!;
          await (index === 0 ? keyboard.tabTo('link', sentence) : keyboard.tabBackTo('link', sentence));
          await keyboard.press('Enter');
          expect(await focusedBox(page)).toBe(box);
          expect(await page.getByLabel(box).getAttribute('aria-describedby')).toContain('-error');
        }

        await page.setViewportSize({ width: 320, height: 700 });
        await expectNoSidewaysScroll(page);
      });

      it('of two officers the second is told, and keeps what they typed', async () => {
        const first = await openFigures(javaScript);
        const second = await openFigures(javaScript, 'officer2@police.example');
        const [theirs, mine] = javaScript ? ['131', '132'] : ['141', '142'];
        for (const [officer, figure] of [
          [first, theirs],
          [second, mine],
        ] as const) {
          await officer.keyboard.tabTo('textbox', BURGLARY);
          await replaceWith(officer.keyboard, figure);
          await officer.keyboard.enter();
        }

        await expectPage(first.page, 'Check your return');
        const { page, keyboard } = second;
        await expectPage(page, 'Figures for April to June 2011');
        expect(await page.title()).toMatch(/^Error: /);
        expect(await page.locator('.govuk-error-summary').innerText()).toContain('Somebody else saved');
        expect(await valueOf(page, BURGLARY)).toBe(mine);
        expect(await page.locator('table').innerText()).toContain(
          `Saved meanwhile by Olive Example: ${theirs}`,
        );

        await keyboard.tabTo('textbox', BURGLARY);
        await keyboard.enter();
        await expectPage(page, 'Check your return');
        expect(await page.locator('.govuk-summary-list__value strong').first().innerText()).toBe(mine);
      });
    },
  );

  async function replaceWith(keyboard: Keyboard, text: string): Promise<void> {
    await keyboard.press('Control+a');
    await keyboard.type(text);
  }

  function valueOf(page: Page, box: string): Promise<string> {
    return page.getByLabel(box).inputValue();
  }

  function focusedBox(page: Page): Promise<string | undefined> {
    return page.evaluate(() => {
      const element = document.activeElement;
      return element instanceof HTMLInputElement ? element.labels?.[0]?.textContent?.trim() : undefined;
    });
  }

  function focusIsInErrorSummary(page: Page): Promise<boolean> {
    return page.evaluate(() => document.activeElement?.classList.contains('govuk-error-summary') ?? false);
  }
});
