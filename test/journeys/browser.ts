import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type RunningChromium, startChromium } from './support/chromium.js';
import { collectProblems } from './support/problems.js';

export interface PageOptions {
  readonly javaScript?: boolean;
  readonly width?: number;
  readonly height?: number;
  /** Statuses other than success that pages answer with in this test. */
  readonly answers?: readonly number[];
}

/** A real browser for the tests of one file. */
export interface TestBrowser {
  /** A window of its own, with its own cookies. It is closed after the test. */
  newPage(options?: PageOptions): Promise<Page>;
}

/**
 * Opens a browser for a test file. After each test it fails that test if any page reported an error or something
 * that the content security policy forbids.
 */
export function useBrowser(): TestBrowser {
  // A limit for what hangs, not a measure: machines are as slow as they are busy.
  jest.setTimeout(300_000);
  let chromium: RunningChromium;
  let windows: { context: BrowserContext; problems: string[] }[] = [];

  beforeAll(async () => {
    chromium = await startChromium();
  }, 120_000);
  afterEach(async () => {
    const used = windows;
    windows = [];
    await Promise.all(used.map(({ context }) => context.close()));
    expect(used.flatMap(({ problems }) => problems)).toEqual([]);
  });
  afterAll(() => chromium?.close());

  return {
    async newPage(options = {}) {
      const context = await openWindow(chromium.browser, options);
      const page = await context.newPage();
      windows.push({ context, problems: collectProblems(page, options.answers) });
      return page;
    },
  };
}

async function openWindow(browser: Browser, { javaScript = true, width = 1280, height = 900 }: PageOptions) {
  const context = await browser.newContext({
    javaScriptEnabled: javaScript,
    viewport: { width, height },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(10_000);
  return context;
}
