import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CDPSession, Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const PATIENCE_MS = 15_000;

interface AxeResult {
  readonly checked: number;
  readonly violations: readonly string[];
}

/**
 * Fails when axe finds anything on the page as it stands: WCAG 2 A and AA up to 2.2, and best practice.
 *
 * axe is brought in by the browser's debugger, which the content security policy does not bind. In a page without
 * JavaScript it would wait for ever, because timers do not run there: scripts are allowed while it looks. That does
 * not start the page's own scripts, so what is checked is the page that somebody without JavaScript has.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const debuggers = await page.context().newCDPSession(page);
  try {
    // A debugger's wish counts only when it changes its mind, so it says both.
    for (const value of [true, false])
      await debuggers.send('Emulation.setScriptExecutionDisabled', { value });
    const { checked, violations } = await evaluate<AxeResult>(debuggers, axeRun());
    expect({ page: page.url(), violations }).toEqual({ page: page.url(), violations: [] });
    expect(checked).toBeGreaterThan(5);
  } finally {
    // Its wishes end with it: the page is without JavaScript again.
    await debuggers.detach();
  }
}

function axeRun(): string {
  const options = { runOnly: { type: 'tag', values: TAGS }, resultTypes: ['violations'] };
  return `${AXE};
    axe.run(document, ${JSON.stringify(options)}).then(({ violations, passes }) => ({
      checked: passes.length,
      violations: violations.flatMap(({ id, help, nodes }) =>
        nodes.map((node) => id + ': ' + help + ': ' + node.html.slice(0, 200))),
    }))`;
}

async function evaluate<Result>(debuggers: CDPSession, expression: string): Promise<Result> {
  const tooLong = new AbortController();
  const answer = await Promise.race([
    debuggers.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }),
    sleep(PATIENCE_MS, null, { signal: tooLong.signal }),
  ]);
  tooLong.abort();
  if (!answer) throw new Error(`axe did not answer within ${PATIENCE_MS} ms.`);
  const { result, exceptionDetails } = answer;
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as Result;
}
