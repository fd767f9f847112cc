import { londonDateOf } from '@lib/kernel';
import { formatDate } from '@lib/ui';
import type { Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../seeds/demo/index.js';
import { startTestApp, type TestApp } from '../http/test-app.js';
import { useBrowser } from './browser.js';
import { expectPage } from './people.js';
import { expectNoSidewaysScroll } from './reflow.js';

/** The day on which the demonstration is made: two days later it is the past. Once as in addresses, once in words. */
const IN_ADDRESSES = londonDateOf(new Date());
const DAY = formatDate(IN_ADDRESSES);

describe('what did the board see on a day', () => {
  const browser = useBrowser();
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
    test.clock.advance(2 * 24 * 60 * 60 * 1000);
  });
  afterAll(() => test?.close());

  it.each([{ javaScript: true }, { javaScript: false }])('is answered by one box: %j', async (options) => {
    // What comes before fits the smallest window as well as the others.
    const page = await browser.newPage({ ...options, width: 320 });
    await page.goto(`${await test.address()}/sign-in`);
    await page.getByLabel('Email address').fill('board@partnership.example');
    await page.getByLabel('Password', { exact: true }).fill(DEMO_PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.goto(`${await test.address()}/partnerships/kingston/board?year=2010-11`);

    await page.getByLabel('Show this page as it stood on a day').fill(DAY);
    await page.getByRole('button', { name: 'Show that day' }).click();
    await expectOfThatDay(page, 'How 2010/11 stands');
    await page.getByRole('link', { name: 'Serious acquisitive crime' }).first().click();
    await expectOfThatDay(page, 'Serious acquisitive crime');
    await page.getByRole('link', { name: 'Back to the board page' }).click();
    await expectOfThatDay(page, 'How 2010/11 stands');
    await page.getByRole('link', { name: 'How good the forecasts were' }).click();
    await expectOfThatDay(page, 'How good the forecasts were');
    await page.getByRole('link', { name: 'See how it stands now' }).click();
    await expectPage(page, 'How good the forecasts were');
    expect(await page.getByText('As it stood at the end of').count()).toBe(0);

    await page.goto(`${await test.address()}/partnerships/kingston/board?year=2010-11&as-at=${IN_ADDRESSES}`);
    await page.getByRole('link', { name: 'Kingston priorities for 2010/11' }).click();
    await expectOfThatDay(page, 'Kingston priorities for 2010/11');
    await page.getByRole('link', { name: 'Reduce gun and knife crime' }).click();
    await expectOfThatDay(page, 'Reduce gun and knife crime');
    await page.getByRole('link', { name: 'Knife crime' }).click();
    await expectOfThatDay(page, 'Knife crime');
    await page.getByRole('link', { name: 'How it is counted, and every version of that' }).click();
    await expectOfThatDay(page, 'How it is counted');

    await page.goto(`${await test.address()}/partnerships/kingston/quarters`);
    await page.getByLabel('Show this page as it stood on a day').fill(DAY);
    await page.getByLabel('Show this page as it stood on a day').press('Enter');
    await expectOfThatDay(page, 'Quarters');
  });

  async function expectOfThatDay(page: Page, heading: string): Promise<void> {
    await expectPage(page, heading);
    expect(await page.locator('main').innerText()).toContain(`As it stood at the end of ${DAY}.`);
    expect(await page.title()).toContain(`, as it stood on ${DAY}`);
    await expectNoSidewaysScroll(page);
  }
});
