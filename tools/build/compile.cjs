'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { runToEnd } = require('../launcher/child-processes.cjs');
const { pinnedNode } = require('../launcher/host-node.cjs');
const { PlainError } = require('../launcher/plain-error.cjs');
const { isRunning } = require('../launcher/process-table.cjs');
const { DIST, ROOT } = require('../launcher/root.cjs');
const { fingerprint } = require('./fingerprint.cjs');

// The last is the world of the tests, which fill their database by a compiled process; an image has no tests.
const SOURCES = ['apps', 'libs', 'migrations', 'seeds', 'test/kingston-2010'];
const STYLESHEET = path.join('assets', 'tracker.css');
const SOURCE_MARK = '.sources';
const STYLE_MARK = '.styles';

/**
 * Compiles sources, stylesheet and assets into `dist`, unless it holds exactly these already.
 *
 * Everything is made in a folder beside and swapped in at the end: a compile that fails or is interrupted leaves the
 * last good one as it was. Types are not checked here (see `npm run check`).
 *
 * @param {{ say: (text: string) => void }} options
 * @returns {Promise<boolean>} whether anything had to be compiled
 */
async function compile({ say }) {
  const sources = fingerprint([...SOURCES, '.swcrc', 'package-lock.json', 'tools/build']);
  if (readMark(DIST, SOURCE_MARK) === sources) return false;
  say('Compiling…');
  removeLeftovers();

  const fresh = `${DIST}.new-${process.pid}`;
  try {
    await Promise.all([compileSources(fresh), compileStylesheet(fresh)]);
    copyAssets(fresh);
    fs.writeFileSync(path.join(fresh, SOURCE_MARK), sources);
    swapIn(fresh);
  } finally {
    fs.rmSync(fresh, { recursive: true, force: true });
  }
  return true;
}

async function compileSources(target) {
  const { code, output } = await runToEnd(
    pinnedNode(),
    [
      path.join('node_modules', '@swc', 'cli', 'bin', 'swc.js'),
      ...SOURCES.filter((folder) => fs.existsSync(path.join(ROOT, folder))),
      ...['--out-dir', target, '--config-file', '.swcrc', '--quiet'],
      ...['--copy-files', '--ignore', '**/*spec.ts'], // templates lie beside the code that renders them
    ],
    { cwd: ROOT, capture: true },
  );
  if (code !== 0) throw new PlainError(`The code could not be compiled:\n${output}`);
}

/** The stylesheet takes longest and changes least: an unchanged one is taken over. */
async function compileStylesheet(target) {
  const file = path.join(target, STYLESHEET);
  const styles = fingerprint(['libs', 'package-lock.json'], (name) => /(\.scss|lock\.json)$/.test(name));
  fs.mkdirSync(path.dirname(file), { recursive: true });

  if (readMark(DIST, STYLE_MARK) === styles && fs.existsSync(path.join(DIST, STYLESHEET))) {
    fs.copyFileSync(path.join(DIST, STYLESHEET), file);
  } else {
    const compiler = path.join(__dirname, 'stylesheet.cjs');
    const { code, output } = await runToEnd(pinnedNode(), [compiler, file], { cwd: ROOT, capture: true });
    if (code !== 0) throw new PlainError(`The stylesheet could not be compiled:\n${output}`);
  }
  fs.writeFileSync(path.join(target, STYLE_MARK), styles);
}

function copyAssets(target) {
  const assets = path.join(target, 'assets');
  const ours = path.join(ROOT, 'libs/ui/src/assets');
  fs.copyFileSync(
    path.join(ROOT, 'node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.js'),
    path.join(assets, 'govuk-frontend.min.js'),
  );
  if (fs.existsSync(ours)) fs.cpSync(ours, assets, { recursive: true });
}

function swapIn(fresh) {
  const old = `${DIST}.old-${process.pid}`;
  for (;;) {
    if (fs.existsSync(DIST)) fs.renameSync(DIST, old);
    try {
      fs.renameSync(fresh, DIST);
      break;
    } catch (error) {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error; // else another compile was quicker
    } finally {
      fs.rmSync(old, { recursive: true, force: true });
    }
  }
}

/** Folders of a compile that was killed. */
function removeLeftovers() {
  const parent = path.dirname(DIST);
  for (const name of fs.readdirSync(parent)) {
    const pid = /^dist\.(?:new|old)-(\d+)$/.exec(name)?.[1];
    if (pid && !isRunning(Number(pid))) fs.rmSync(path.join(parent, name), { recursive: true, force: true });
  }
}

function readMark(folder, name) {
  try {
    return fs.readFileSync(path.join(folder, name), 'utf8');
  } catch {
    return undefined;
  }
}

module.exports = { compile };
