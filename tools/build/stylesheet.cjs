'use strict';

/**
 * Compiles the stylesheet. A program of its own (`node stylesheet.cjs <where to write>`), so that it runs beside the
 * compiler: each takes about two seconds and one core.
 */
const fs = require('node:fs');
const path = require('node:path');
const sass = require('sass');
const { ROOT } = require('../launcher/root.cjs');

const [, , target] = process.argv;

try {
  const { css } = sass.compile(path.join(ROOT, 'libs/ui/src/styles/tracker.scss'), {
    loadPaths: [path.join(ROOT, 'node_modules')],
    quietDeps: true, // warnings about the design system's own sources are not ours to mend
    style: 'compressed',
  });
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, css);
} catch (error) {
  process.stderr.write(`${error.message}\n`); // Sass's message shows file, line and column
  process.exitCode = 1;
}
