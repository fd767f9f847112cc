'use strict';

const path = require('node:path');
const { ROOT } = require('./root.cjs');

/** Editors write a file in several steps, and a change of branch writes many: wait until it is quiet. */
const QUIET = 150;

/**
 * Calls `onChange` with the changed paths after each burst of changes to the sources, one burst at a time.
 *
 * @param {(paths: string[]) => Promise<void>} onChange must not reject
 * @returns {Promise<{ stop: () => Promise<void> }>} once it watches
 */
async function watchSources(onChange) {
  const { watch } = require('chokidar'); // an installed package, so not before it is needed
  const folders = ['apps', 'libs', 'migrations', 'seeds'].map((folder) => path.join(ROOT, folder));
  const watcher = watch(folders, { ignoreInitial: true, ignored: /spec\.ts$/ });

  let changed = new Set();
  let timer;
  let busy = false;

  watcher.on('all', (_event, file) => {
    changed.add(path.relative(ROOT, file));
    soon();
  });

  function soon() {
    clearTimeout(timer);
    timer = setTimeout(() => void handle(), QUIET);
  }

  async function handle() {
    if (busy || changed.size === 0) return;
    const paths = [...changed];
    changed = new Set();
    busy = true;
    await onChange(paths).finally(() => (busy = false));
    if (changed.size > 0) soon();
  }

  await new Promise((resolve) => watcher.once('ready', resolve)); // from now on nothing is missed
  return { stop: () => watcher.close() };
}

module.exports = { watchSources };
