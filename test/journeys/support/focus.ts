import type { Page } from 'playwright-core';

/** What has the focus, as a screen reader would say it, and whether it can be seen. */
export interface Focus {
  readonly role: string;
  readonly name: string;
  readonly id: string;
  /** Whether it looks different from when it had no focus. */
  readonly looksFocused: boolean;
  /** Whether some of it is within the window. */
  readonly inSight: boolean;
}

/** Remembers how everything that can take the focus looks without it, to compare with later. */
export async function rememberLooks(page: Page): Promise<void> {
  await page.evaluate(observe);
}

export async function focusOn(page: Page): Promise<Focus> {
  return { ...(await page.evaluate(observe)), ...(await spoken(page)) };
}

/** Runs in the page. */
function observe() {
  const page = globalThis as { looksWithoutFocus?: WeakMap<Element, string> };
  const looks = (page.looksWithoutFocus ??= new WeakMap());
  const focused = document.activeElement ?? document.body;
  for (const element of document.querySelectorAll(
    'a[href], button, input, textarea, select, summary, [tabindex]',
  ))
    if (element !== focused && !looks.has(element)) looks.set(element, lookOf(element));

  const before = looks.get(focused);
  const box = focused.getBoundingClientRect();
  return {
    id: focused.id,
    looksFocused: before !== undefined && before !== lookOf(focused),
    inSight: box.bottom > 0 && box.top < window.innerHeight && box.right > 0 && box.left < window.innerWidth,
  };

  function lookOf(element: Element): string {
    // A radio button is drawn by its label; the input itself cannot be seen.
    const label = element instanceof HTMLInputElement ? (element.labels?.[0] ?? null) : null;
    return [getComputedStyle(element), ...(label ? [getComputedStyle(label, '::before')] : [])]
      .map((style) => [style.outline, style.boxShadow, style.backgroundColor, style.border].join())
      .join();
  }
}

/** Role and name from the browser's accessibility tree: what assistive technology gets. */
async function spoken(page: Page): Promise<{ role: string; name: string }> {
  const debuggers = await page.context().newCDPSession(page);
  try {
    const { result } = await debuggers.send('Runtime.evaluate', { expression: 'document.activeElement' });
    if (!result.objectId) return { role: 'none', name: '' };
    const { nodes } = await debuggers.send('Accessibility.getPartialAXTree', {
      objectId: result.objectId,
      fetchRelatives: false,
    });
    const text = (value: unknown) => (typeof value === 'string' ? value.trim().replace(/\s+/g, ' ') : '');
    return { role: text(nodes[0]?.role?.value), name: text(nodes[0]?.name?.value) };
  } finally {
    await debuggers.detach();
  }
}
