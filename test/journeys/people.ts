import type { Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../seeds/demo/index.js';
import { expectAccessible } from './accessible.js';
import type { Keyboard } from './keyboard.js';

/** Expects to be on a page, by its heading, and the page to be accessible. */
export async function expectPage(page: Page, heading: string | RegExp): Promise<void> {
  const shown = (await page.locator('h1').innerText()).trim();
  if (typeof heading === 'string') expect(shown).toBe(heading);
  else expect(shown).toMatch(heading);
  await expectAccessible(page);
}

/** Signs in from the page for it, with the keyboard. */
export async function signIn(page: Page, keyboard: Keyboard, email: string): Promise<void> {
  await expectPage(page, 'Sign in');
  await keyboard.tabTo('textbox', 'Email address');
  await keyboard.type(email);
  await keyboard.tabTo('textbox', 'Password');
  await keyboard.type(DEMO_PASSWORD);
  await keyboard.enter();
}

/** Signs out from any page and opens the one to sign in again. */
export async function signOut(page: Page, keyboard: Keyboard): Promise<void> {
  await keyboard.tabBackTo('button', 'Sign out');
  await keyboard.enter();
  await expectPage(page, 'You have signed out');
  await keyboard.follow('button', 'Sign in again');
}
