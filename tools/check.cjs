'use strict';

/**
 * `npm run check`: everything about the code that can be said without running it. The checks run side by side, as many
 * as there are cores; only those that fail show what they have to say.
 */
const { availableParallelism } = require('node:os');
const path = require('node:path');
const { compile } = require('./build/compile.cjs');
const { runToEnd } = require('./launcher/child-processes.cjs');
const { pinnedNode, requireRecentNode } = require('./launcher/host-node.cjs');
const { ensurePackages } = require('./launcher/packages.cjs');
const { exitCodeOf, showFailure } = require('./launcher/plain-error.cjs');
const { ROOT } = require('./launcher/root.cjs');

/** The slowest first, so that it does not run alone at the end. */
const CHECKS = [
  { name: 'types', run: ['node_modules/typescript/bin/tsc', '--noEmit'] },
  {
    name: 'walls between the rooms',
    run: [
      'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
      ...['--config', '.dependency-cruiser.cjs', 'apps', 'libs', 'migrations', 'seeds'],
    ],
  },
  { name: 'format', run: ['node_modules/prettier/bin/prettier.cjs', '--check', '.'] },
  { name: 'lint', run: ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'generated documents', run: ['dist/apps/cli/src/main.js', 'check-generated'] },
  { name: 'list of refusals', run: ['tools/documents/refusals.cjs', '--check'] },
];

async function check() {
  requireRecentNode();
  const say = (text) => console.log(text);
  await ensurePackages({ say, developmentTools: true });
  await compile({ say });

  const waiting = [...CHECKS];
  let failed = 0;
  async function worker() {
    for (let next = waiting.shift(); next; next = waiting.shift()) if (!(await passes(next))) failed += 1;
  }
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return failed === 0 ? 0 : 1;
}

async function passes({ name, run: [script, ...args] }) {
  const started = Date.now();
  const { code, output } = await runToEnd(pinnedNode(), [path.join(ROOT, script), ...args], {
    cwd: ROOT,
    capture: true,
  });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'}  ${name.padEnd(24)} ${seconds} s`);
  if (code !== 0) console.log(`\n${output.trimEnd()}\n`);
  return code === 0;
}

check().then(
  (code) => process.exit(code),
  (error) => {
    showFailure(error);
    process.exit(exitCodeOf(error));
  },
);
