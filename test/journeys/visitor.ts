import type { Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../seeds/demo/index.js';

/** Somebody at a page, who reads it, fills in boxes by their labels, and follows links and buttons by their names. */
export class Visitor {
  constructor(
    readonly page: Page,
    private readonly home: string,
  ) {}

  async signIn(email: string): Promise<this> {
    await this.page.goto(`${this.home}/sign-in`);
    await this.fill('Email address', email);
    await this.fill('Password', DEMO_PASSWORD);
    await this.press('Sign in');
    return this;
  }

  /** Opens a page of Kingston. */
  async open(path: string): Promise<void> {
    await this.page.goto(`${this.home}/partnerships/kingston${path}`);
  }

  fill(label: string | RegExp, words: string): Promise<void> {
    return this.page.getByRole('textbox', { name: label, exact: true }).fill(words);
  }

  tick(name: string): Promise<void> {
    return this.page.getByRole('checkbox', { name }).check();
  }

  choose(name: string | RegExp): Promise<void> {
    return this.page.getByRole('radio', { name }).check();
  }

  /** Selects by what a choice says. */
  async select(label: string, choice: string | { index: number }): Promise<void> {
    const wanted = typeof choice === 'string' ? { label: choice } : choice;
    await this.page.getByLabel(label, { exact: true }).selectOption(wanted);
  }

  follow(name: string | RegExp): Promise<void> {
    return this.activate('link', name);
  }

  press(name: string | RegExp): Promise<void> {
    return this.activate('button', name);
  }

  text(): Promise<string> {
    return this.page.locator('main').innerText();
  }

  async expectHeading(heading: string): Promise<void> {
    expect((await this.page.locator('h1').innerText()).trim()).toBe(heading);
  }

  private async activate(role: 'link' | 'button', name: string | RegExp): Promise<void> {
    const found = this.page.getByRole(role, { name }).first();
    if ((await found.count()) === 0)
      throw new Error(
        `There is no ${role} ${String(name)} on ${this.page.url()}, which says:\n${await this.text()}`,
      );
    await found.click();
    await this.page.waitForLoadState('load');
  }
}
