import { dirname, join } from 'node:path';
import { compile } from 'sass';

const nodeModules = dirname(dirname(require.resolve('govuk-frontend/package.json')));

describe('the stylesheet', () => {
  const { css } = compile(join(__dirname, 'tracker.scss'), { loadPaths: [nodeModules], quietDeps: true });

  it.each(['GDS Transport', '@font-face', 'crown', 'crest', 'govuk-header', 'url('])('has no %s', (mark) => {
    expect(css).not.toContain(mark);
  });

  it('takes its colours from properties that a partnership can set', () => {
    expect(css).toContain('--govuk-brand-colour: #1d4f60');
    expect(css).toMatch(/\.govuk-generic-header \{\s*background: var\(--govuk-brand-colour/);
  });

  it('has a face for each of our own components', () => {
    const blocks = ['navigation', 'footer', 'status', 'figure-grid', 'stacking-table', 'scroll-region'];
    for (const block of [...blocks, 'timeline', 'chart']) {
      expect(css).toContain(`.tracker-${block}`);
    }
  });
});
