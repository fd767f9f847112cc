import type { Page } from 'playwright-core';
import { goTo, IN_TIME } from '../http/support/time-travel.js';
import { startTestApp, type TestApp } from '../http/test-app.js';
import { useBrowser } from './browser.js';
import { Keyboard } from './keyboard.js';
import { expectPage, signIn, signOut } from './people.js';

/** One for each line of the return, in the order of the page. The first four add up to serious acquisitive crime. */
const FIGURES = ['131', '48', '160', '41', '12', '30', '6', '25'];
const SERIOUS_ACQUISITIVE_CRIME = 131 + 48 + 160 + 41;

/**
 * What it takes to approve a return that is as it should be, from the queue on. Activated are the return and "Confirm".
 * Pressed: Tab and Enter to skip the menu, Tab and Enter to open the return, Tab and Enter to skip the menu again, Tab
 * and Space to choose "Approve", two Tabs past the box for sending it back, Enter.
 */
const CLEAN_APPROVAL = { activations: 2, presses: 11 };

/**
 * The tests of the whole main job with the keyboard alone. In a file of its own for each kind of browser, because a
 * return is sent once and a process serves one application.
 */
export function describeMainJob({ javaScript }: { javaScript: boolean }): void {
  describe(`the main job with the keyboard alone, ${javaScript ? 'with' : 'without'} JavaScript`, () => {
    const browser = useBrowser();
    let app: TestApp;
    let page: Page;
    let keyboard: Keyboard;

    beforeAll(async () => {
      app = await startTestApp();
      await goTo(app, IN_TIME);
    });
    afterAll(() => app?.close());

    it('takes figures from the officer through the approver to the board', async () => {
      page = await browser.newPage({ javaScript });
      keyboard = new Keyboard(page);
      await page.goto(await app.address());
      await signIn(page, keyboard, 'officer@police.example');
      await seesWhatIsOwed();
      await entersTheFigures();
      await checksAndSends();
      await signOut(page, keyboard);

      await signIn(page, keyboard, 'approver@police.example');
      await approves();
      await signOut(page, keyboard);

      // A tablet, as boards use it.
      await page.setViewportSize({ width: 820, height: 1180 });
      await signIn(page, keyboard, 'board@partnership.example');
      await seesWhatIsOffTrack();
      await readsTheMeasure();
      await findsTheNewQuarter();
    });

    async function seesWhatIsOwed(): Promise<void> {
      keyboard.reset();
      await expectPage(page, 'Your returns');
      const owed = page.getByRole('link', { name: 'April to June 2011, Metropolitan Police Service' });
      expect(await isOnFirstScreen(owed)).toBe(true);
      expect(keyboard.activations).toBe(0);
    }

    async function entersTheFigures(): Promise<void> {
      await keyboard.follow('link', /^April to June 2011/);
      await expectPage(page, 'Figures for April to June 2011');
      expect(await page.locator('table input').count()).toBe(FIGURES.length);

      await keyboard.tabTo('textbox', 'Residential burglary, offences');
      keyboard.reset();
      for (const [index, figure] of FIGURES.entries()) {
        if (index > 0) expect((await keyboard.next()).id).toMatch(/^figure-/);
        await keyboard.type(figure);
      }
      // Digits, and one Tab between two boxes: nothing else.
      const tabs = keyboard.presses - FIGURES.join('').length;
      expect(tabs).toBe(FIGURES.length - 1);
      await keyboard.enter();
    }

    async function checksAndSends(): Promise<void> {
      await expectPage(page, 'Check your return');
      const said = await page.locator('.govuk-summary-list__value strong').allInnerTexts();
      expect(said).toEqual(FIGURES);
      await keyboard.follow('button', 'Send return for approval');
      await expectPage(page, 'Return for April to June 2011');
      expect(await page.locator('main').innerText()).toContain('is sent. An approver of');
    }

    async function approves(): Promise<void> {
      keyboard.reset();
      await expectPage(page, 'Approvals');
      await keyboard.skipTheMenu();
      await keyboard.follow('link', /^April to June 2011/);
      await expectPage(page, 'Decide on the return for April to June 2011');
      await keyboard.skipTheMenu();
      await keyboard.tabTo('radio', 'Approve');
      await keyboard.press('Space');
      await keyboard.follow('button', 'Confirm your decision');
      await expectPage(page, 'Approvals');
      expect(await page.locator('main').innerText()).toContain('You approved the return');
      expect(keyboard.activations).toBeLessThanOrEqual(CLEAN_APPROVAL.activations);
      expect(keyboard.presses).toBeLessThanOrEqual(CLEAN_APPROVAL.presses);
    }

    async function seesWhatIsOffTrack(): Promise<void> {
      keyboard.reset();
      await expectPage(page, 'How 2010/11 stands');
      const offTrack = page.getByRole('table', { name: 'Needs your attention, worst first' });
      const measure = offTrack.getByRole('row', { name: 'Serious acquisitive crime' });
      expect(await measure.innerText()).toContain('missed by 20');
      expect(await isOnFirstScreen(measure)).toBe(true);
      expect(keyboard.activations).toBe(0);
    }

    async function readsTheMeasure(): Promise<void> {
      await keyboard.follow('link', 'Serious acquisitive crime');
      expect(keyboard.activations).toBe(1);
      await expectPage(page, 'Serious acquisitive crime');
      const figures = page.getByRole('table', { name: 'Figures by quarter' });
      const quarter = figures.getByRole('row', { name: 'April to June 2011' });
      expect(await quarter.innerText()).toContain(String(SERIOUS_ACQUISITIVE_CRIME));
      await keyboard.tabBackTo('link', 'Back to the board page');
      await keyboard.enter();
    }

    async function findsTheNewQuarter(): Promise<void> {
      await keyboard.follow('link', '2011/12');
      await expectPage(page, 'How 2011/12 stands');
      await keyboard.tabTo('DisclosureTriangle', /./);
      await keyboard.press('Enter');
      expect(await page.locator('main').innerText()).toContain(
        `${SERIOUS_ACQUISITIVE_CRIME} offences in the first quarter, against 368 in the same months last year`,
      );
    }

    async function isOnFirstScreen(locator: ReturnType<Page['locator']>): Promise<boolean> {
      const box = await locator.boundingBox();
      const { height } = page.viewportSize()!;
      return box !== null && box.y >= 0 && box.y + box.height <= height;
    }
  });
}
