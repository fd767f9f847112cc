import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPageRenderer } from '../page-renderer.js';

/**
 * Renders a piece of template text as the application would render a page, for the tests of
 * layouts and components.
 */
export function renderSnippet(template: string, context: object = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'ui-snippet-'));
  try {
    writeFileSync(join(folder, 'snippet.njk'), template);
    return createPageRenderer({ templateRoots: [folder] }).render('snippet.njk', context);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
