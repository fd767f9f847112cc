import type { Page } from 'playwright-core';
import { type Focus, focusOn, rememberLooks } from './support/focus.js';

/** No page is so long that somebody should have to go further. */
const MOST_STEPS = 80;

/**
 * Somebody who uses a keyboard and nothing else. Counts what they do. Wherever the focus goes it has to be seen.
 *
 * "Activations" are counted as the design counts clicks: Enter on a link or a button, or in a box to send its form.
 * Choosing a radio button is not one.
 */
export class Keyboard {
  presses = 0;
  activations = 0;

  constructor(private readonly page: Page) {}

  /** Starts counting anew. */
  reset(): void {
    this.presses = 0;
    this.activations = 0;
  }

  async press(key: string): Promise<void> {
    this.presses += 1;
    await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    this.presses += text.length;
    await this.page.keyboard.type(text);
  }

  /** Tab, once. */
  next(): Promise<Focus> {
    return this.step('Tab');
  }

  /** Tab, until the focus is on this. @returns how often it took */
  tabTo(role: string, name: string | RegExp): Promise<number> {
    return this.stepTo('Tab', role, name);
  }

  /** Shift and Tab, until the focus is on this. @returns how often it took */
  tabBackTo(role: string, name: string | RegExp): Promise<number> {
    return this.stepTo('Shift+Tab', role, name);
  }

  /** Enter, and waits for the page that it leads to. */
  async enter(): Promise<void> {
    this.activations += 1;
    const arrived = this.page.waitForEvent('domcontentloaded');
    await this.press('Enter');
    await arrived;
    await this.page.waitForLoadState('load');
  }

  /** Goes to a link or a button and presses Enter. */
  async follow(role: 'link' | 'button', name: string | RegExp): Promise<void> {
    await this.tabTo(role, name);
    await this.enter();
  }

  /** From the top of a page to its content, by the link for that. */
  async skipTheMenu(): Promise<void> {
    expect(await this.tabTo('link', 'Skip to main content')).toBe(1);
    await this.press('Enter');
  }

  private async step(key: 'Tab' | 'Shift+Tab'): Promise<Focus> {
    await rememberLooks(this.page);
    await this.press(key);
    const focus = await focusOn(this.page);
    // Between the last thing on a page and the first the focus is with the browser's own buttons.
    if (focus.role !== 'none')
      expect({ page: this.page.url(), ...focus }).toMatchObject({ looksFocused: true, inSight: true });
    return focus;
  }

  private async stepTo(key: 'Tab' | 'Shift+Tab', role: string, name: string | RegExp): Promise<number> {
    const passed: string[] = [];
    for (let steps = 1; steps <= MOST_STEPS; steps += 1) {
      const focus = await this.step(key);
      if (focus.role === role && (typeof name === 'string' ? focus.name === name : name.test(focus.name)))
        return steps;
      passed.push(`${focus.role} "${focus.name}"`);
    }
    throw new Error(`${key} never reaches ${role} ${String(name)}. It passes:\n${passed.join('\n')}`);
  }
}
