import type { Page } from 'playwright-core';

/** Nobody should have to scroll in two directions to read. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { needed, available, widest } = await page.evaluate(() => {
    const root = document.documentElement;
    const beyond = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > window.innerWidth + 1,
    );
    return {
      needed: root.scrollWidth,
      available: window.innerWidth,
      widest: beyond.slice(0, 3).map((element) => element.outerHTML.slice(0, 150)),
    };
  });
  const wide = { page: page.url(), needed, available, widest };
  expect(needed > available ? wide : 'no sideways scroll').toBe('no sideways scroll');
}
