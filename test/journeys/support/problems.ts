import type { Page } from 'playwright-core';

/**
 * Collects what a page reports as wrong from now on: exceptions, what the content security policy forbids, and
 * resources that could not be loaded.
 *
 * @param answers statuses other than success that the page itself may answer with: never a script or picture on it
 * @returns a list that grows
 */
export function collectProblems(page: Page, answers: readonly number[] = []): string[] {
  const problems: string[] = [];
  const pages = new Set<string>();
  page.on('request', (request) => {
    if (request.isNavigationRequest()) pages.add(request.url());
  });
  page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    const { url } = message.location();
    const isAnswer = pages.has(url) && answers.includes(failedWith(message.text()));
    if (!isAnswer) problems.push(`${url}: ${message.text()}`);
  });
  return problems;
}

function failedWith(text: string): number {
  return Number(/^Failed to load resource: the server responded with a status of (\d{3})/.exec(text)?.[1]);
}
