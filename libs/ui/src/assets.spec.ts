import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPageRenderer } from './page-renderer.js';

const ASSETS = join(__dirname, 'assets');

/** Made by the build rather than kept in the repository. */
const BUILT = ['tracker.css', 'govuk-frontend.min.js'];

describe('the assets', () => {
  it('has every file that a page asks for', () => {
    const html = createPageRenderer({ templateRoots: [] }).render('layouts/page.njk', {});
    const wanted = [...html.matchAll(/(?:href|src)="\/assets\/([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(wanted.length).toBeGreaterThan(5);
    const missing = wanted.filter((file) => !BUILT.includes(file) && !existsSync(join(ASSETS, file)));
    expect(missing).toEqual([]);
  });

  it('has every icon of the manifest', () => {
    const manifest = JSON.parse(readFileSync(join(ASSETS, 'manifest.json'), 'utf8')) as {
      icons: { src: string }[];
    };
    expect(manifest.icons.filter((icon) => !existsSync(join(ASSETS, icon.src)))).toEqual([]);
  });

  it('starts scripts in a way that the policy on trusted types allows', () => {
    expect(readFileSync(join(ASSETS, 'start.js'), 'utf8')).not.toMatch(
      /innerHTML|document\.write|eval|new Function/,
    );
  });
});
