import type { Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../seeds/demo/index.js';
import { startTestApp, type TestApp } from '../http/test-app.js';
import { useBrowser } from './browser.js';
import { expectAccessible } from './accessible.js';

/**
 * The tests of a plan's whole life. In a file of its own for each kind of browser, because a revision is
 * adopted once and a process serves one application.
 */
export function describePlan({ javaScript }: { javaScript: boolean }): void {
  describe(`a plan in its life, ${javaScript ? 'with' : 'without'} JavaScript`, () => {
    const browser = useBrowser();
    let app: TestApp;
    let page: Page;

    beforeAll(async () => {
      app = await startTestApp();
    });
    afterAll(() => app?.close());

    it('is drafted, sent to consultation, adopted and revised', async () => {
      page = await browser.newPage({ javaScript, answers: [422] });
      await page.goto(await app.address());
      await signIn('analyst@partnership.example');
      await beginsAPlan();
      await addsAPriority();
      await addsAnActionAndAFinding();
      await sendsItToConsultation();
      await recordsTheDecision();
      await adoptsIt('A plan for five years', '2 4 2011');
      await revisesItWithOneChange();
      await adoptsIt('A plan for five years', '2 4 2012');
      await seesWhatChanged();
    }, 150_000);

    /** Expects a heading, and the page to be accessible the first time that one of its kind is seen. */
    const seen = new Set<string>();
    async function expectPage(shown: Page, heading: string): Promise<void> {
      expect((await shown.locator('h1').innerText()).trim()).toBe(heading);
      const kind = (await shown.locator('h2').allInnerTexts()).join() + heading;
      if (!seen.has(kind)) await expectAccessible(shown);
      seen.add(kind);
    }
    const text = () => page.locator('main').innerText();

    async function signIn(email: string): Promise<void> {
      await fill('Email address', email);
      await fill('Password', DEMO_PASSWORD);
      await follow('button', 'Sign in');
    }
    const fill = (label: string, words: string) =>
      page.getByRole('textbox', { name: label, exact: true }).fill(words);
    const tick = (name: string) => page.getByRole('checkbox', { name }).check();
    const choose = (name: string) => page.getByRole('radio', { name }).check();
    async function follow(role: 'link' | 'button', name: string | RegExp): Promise<void> {
      await page.getByRole(role, { name }).first().click();
      await page.waitForLoadState('load');
    }
    const toThePlan = async () => {
      await page.goto(`${await app.address()}/partnerships/kingston/plan`);
    };

    async function beginsAPlan(): Promise<void> {
      await toThePlan();
      await expectPage(page, 'Kingston priorities for 2010/11');
      await follow('link', 'Begin a new plan');
      await expectPage(page, 'Begin a new plan');
      await fill('Title of the plan', 'A plan for five years');
      await follow('button', 'Begin this plan');
      await expectPage(page, 'A plan for five years');
      expect(await text()).toContain('There is no priority yet.');
    }

    async function addsAPriority(): Promise<void> {
      await follow('link', 'Add a priority');
      await expectPage(page, 'Add a priority');
      await fill('The priority, as the plan says it', 'Fewer people are hurt');
      await choose('Royal Borough of Kingston upon Thames');
      await choose('May be published');
      await follow('button', 'Save the priority');
      await expectPage(page, 'A plan for five years');
      expect(await text()).toContain('It leads it, and no measure under it is its own');
      await follow('link', 'Choose its measures');
      await expectPage(page, 'Choose its measures');
      await tick('Antisocial behaviour reported');
      await follow('button', 'Save the measures');
      await expectPage(page, 'A plan for five years');
      expect(await text()).toContain('Every authority with steps to take under a priority has a measure');
    }

    async function addsAnActionAndAFinding(): Promise<void> {
      await follow('link', 'Add an action');
      await expectPage(page, 'Add an action');
      await follow('button', 'Save the action');
      await expectPage(page, 'Add an action');
      expect(await text()).toContain('Say what is to be done');
      await fill('What is to be done?', 'Light the alleys');
      await choose('London Fire Brigade');
      await fill('By which day?', '31 3 2012');
      await choose('Primary');
      await choose('Restricted');
      await follow('button', 'Save the action');
      await expectPage(page, 'A plan for five years');
      expect(await text()).toContain('It has actions under it, and no measure under it is its own');

      await follow('link', 'Add a finding');
      await expectPage(page, 'Add a finding');
      await choose('Consultation');
      await fill('In which document is it?', 'Survey 2011');
      await fill('From which day is it?', '31 1 2011');
      await fill('What was found?', 'People avoid the alleys');
      await tick('Fewer people are hurt');
      await choose('May be published');
      await follow('button', 'Save the finding');
      await expectPage(page, 'A plan for five years');

      await follow('link', 'The copy that may be published');
      await expectPage(page, 'A plan for five years');
      expect(await text()).toContain('People avoid the alleys');
      expect(await text()).not.toContain('Light the alleys');
      await follow('link', 'Back to the plan');
    }

    async function sendsItToConsultation(): Promise<void> {
      await follow('link', 'Send it to consultation');
      await expectPage(page, 'Send it to consultation');
      await follow('button', 'It is out for consultation');
      await expectPage(page, 'A plan for five years');
      expect(await text()).toContain('Version 1: out for consultation');
    }

    async function recordsTheDecision(): Promise<void> {
      const draft = page.url();
      await follow('link', 'Decisions of the board');
      await expectPage(page, 'Decisions of the board');
      await follow('link', 'Record a decision');
      await expectPage(page, 'Record a decision of the board');
      await fill('When was it decided?', '1 4 2011');
      await fill('At which meeting?', 'The board, item 4');
      await fill('What was decided?', 'The plan is adopted.');
      await follow('button', 'Record this decision');
      await expectPage(page, 'Decisions of the board');
      expect(await text()).toContain('Nothing rests on it yet.');
      await page.goto(draft);
    }

    async function adoptsIt(title: string, day: string): Promise<void> {
      await follow('link', 'Record its adoption');
      await expectPage(page, 'Record its adoption');
      await page.getByLabel('Decision of the board').selectOption({ index: 1 });
      await fill('Adopted on', day);
      await fill('In force from', day);
      await follow('button', 'Record the adoption');
      await expectPage(page, title);
      expect(await text()).toContain('is adopted, in force from');
    }

    async function revisesItWithOneChange(): Promise<void> {
      await follow('link', 'Begin a revision');
      await expectPage(page, 'Begin a revision');
      await follow('button', 'Begin the revision');
      await expectPage(page, 'A plan for five years');
      expect(await text()).toContain('Version 2: draft');
      await follow('link', /^Change ?: Light the alleys/);
      await expectPage(page, 'Change an action');
      await fill('What is to be done?', 'Light every alley');
      await follow('button', 'Save the action');
      await expectPage(page, 'A plan for five years');
    }

    async function seesWhatChanged(): Promise<void> {
      await follow('link', 'What changed since the version before');
      await expectPage(page, 'What changed');
      const changed = page.getByRole('table', { name: 'Changed action: Light every alley' });
      expect((await changed.getByRole('row').allInnerTexts()).at(-1)?.split('\t')).toEqual([
        ...['Action', 'Light the alleys', 'Light every alley'],
      ]);
      await toThePlan();
      await expectPage(page, 'A plan for five years');
      const versions = page.getByRole('table', { name: 'Versions' });
      const row = async (name: string) =>
        (await versions.getByRole('row', { name }).innerText()).split('\t')[1];
      expect(await row('A plan for five years, version 2')).toBe('Adopted');
      expect(await row('A plan for five years, version 1')).toBe('Replaced by a later version');
      expect(await row('Kingston priorities for 2010/11, version 1')).toBe('Replaced by a new plan');
    }
  });
}
