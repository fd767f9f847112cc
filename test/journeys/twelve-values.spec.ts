import { calendarDate, FinancialQuarter } from '@lib/kernel';
import { PartnershipDirectory } from '@lib/partnerships';
import { DefineMeasure } from '@lib/plans';
import { type FormLine, OpenQuarter } from '@lib/returns';
import type { Page } from 'playwright-core';
import { actor } from '../http/support/records.js';
import { askToo } from '../http/support/ask-too.js';
import { goTo } from '../http/support/time-travel.js';
import { startTestApp, type TestApp } from '../http/test-app.js';
import { useBrowser } from './browser.js';
import { Keyboard } from './keyboard.js';
import { expectPage, signIn } from './people.js';

/** Four beside the eight of the demonstration. */
const MORE = ['Burglary of a business', 'Theft from a person', 'Shoplifting', 'Bicycle theft'];
/** One for each line, in the order of the page: as many as in the quarters before, where there were any. */
const FIGURES = ['140', '50', '170', '44', '12', '30', '6', '25', '31', '18', '77', '9'];

describe('a return of twelve measures', () => {
  const browser = useBrowser();
  let app: TestApp;
  let page: Page;
  let keyboard: Keyboard;

  beforeAll(async () => {
    app = await startTestApp();
    const analyst = await actor(app, 'analyst@partnership.example');
    const officer = await actor(app, 'officer@police.example');
    const { id: partnershipId } = (await app.app.get(PartnershipDirectory).bySlug('kingston'))!;
    const authorityId = officer.grants[0]!.authorityId!;
    const more: FormLine[] = [];
    for (const [index, name] of MORE.entries()) {
      const { measureId } = await app.app.get(DefineMeasure).execute(analyst, {
        ...{ partnershipId, slug: `more-${index}`, authorityId },
        inForceFrom: calendarDate('2011-07-01'),
        sheet: {
          ...{ name, unit: 'offences' },
          ...{ wording: name, kind: 'count', direction: 'lower', source: 'Invented', componentIds: [] },
        },
      });
      more.push({ measureId, authorityId });
    }
    await askToo(app.app, analyst, partnershipId, FinancialQuarter.of(2011, 2), more);
    for (const number of [2, 3] as const)
      await app.app
        .get(OpenQuarter)
        .execute(analyst, { partnershipId, quarter: FinancialQuarter.of(2011, number) });
  });
  afterAll(() => app?.close());

  async function opens(quarter: string): Promise<void> {
    page = await browser.newPage({ answers: [422] });
    keyboard = new Keyboard(page);
    await page.goto(await app.address());
    await signIn(page, keyboard, 'officer@police.example');
    await keyboard.follow('link', new RegExp(`^${quarter}`));
    await expectPage(page, `Figures for ${quarter}`);
  }

  it('is entered with digits and Tab alone, and Enter saves it: two of the twelve with a reason', async () => {
    await goTo(app, '2011-10-14');
    await opens('July to September 2011');
    expect(await page.locator('table input').count()).toBe(FIGURES.length);
    await keyboard.tabTo('textbox', 'Residential burglary, offences');
    keyboard.reset();
    // Ten times what it was, and so few that it is hard to believe: both are asked about on the same page.
    const typed = FIGURES.map((figure, index) => (index === 1 ? '500' : index === 3 ? '4' : figure));
    for (const [index, figure] of typed.entries()) {
      if (index > 0) expect((await keyboard.next()).id).toMatch(/^figure-/);
      await keyboard.type(figure);
    }
    expect(keyboard.presses).toBe(typed.join('').length + typed.length - 1);
    expect(keyboard.activations).toBe(0);
    await keyboard.enter();

    await expectPage(page, 'Figures for July to September 2011');
    for (const measure of ['Robbery', 'Theft or taking of a motor vehicle']) {
      await keyboard.tabTo('textbox', new RegExp(`^If it is right, why for ${measure}`));
      await keyboard.type('Counted twice over');
    }
    await keyboard.enter();
    await expectPage(page, 'Commentary');
    // No page was left but by Enter: the figures, the reasons.
    expect(keyboard.activations).toBe(2);
  });

  it('is pasted in four actions', async () => {
    await goTo(app, '2012-01-13');
    await opens('October to December 2011');
    await keyboard.follow('link', 'Paste from a spreadsheet instead');
    await expectPage(page, 'Paste from a spreadsheet');
    let actions = 0;
    const act = async (action: Promise<unknown>) => {
      actions += 1;
      await action;
    };
    await act(page.locator('#pasted').fill(FIGURES.join('\n')));
    await act(page.getByRole('button', { name: 'See what it would change' }).click());
    expect(await page.locator('main').innerText()).toContain('12 new, 0 changed');
    await act(page.getByRole('button', { name: 'Save these figures' }).click());
    await expectPage(page, 'Check your return');
    await act(page.getByRole('button', { name: /^Send/ }).click());
    await expectPage(page, 'Return for October to December 2011');
    expect(await page.locator('main').innerText()).toContain('Waiting for approval');
    expect(actions).toBe(4);
  });
});
