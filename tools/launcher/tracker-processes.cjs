'use strict';

const path = require('node:path');
const { setTimeout: sleep } = require('node:timers/promises');
const { runToEnd, startBoundToUs, stopGently } = require('./child-processes.cjs');
const { pinnedNode } = require('./host-node.cjs');
const { PlainError } = require('./plain-error.cjs');
const { DIST, ROOT } = require('./root.cjs');
const { sessionSecret } = require('./session-secret.cjs');

const COMMAND_LINE = path.join(DIST, 'apps', 'cli', 'src', 'main.js');
const WEB = path.join(DIST, 'apps', 'web', 'src', 'main.js');

/**
 * Runs one command of the command line app. It sees those database addresses that it is given and no others: only
 * `migrate` and `seed-demo` may be the owner.
 *
 * @param {string[]} args
 * @param {{ DATABASE_URL?: string, DATABASE_RUNTIME_URL?: string }} databaseUrls
 * @param {object} [options] as for `runToEnd`
 */
function runCommand(args, databaseUrls, options = {}) {
  return runToEnd(pinnedNode(), [COMMAND_LINE, ...args], {
    cwd: ROOT,
    env: environmentWith(databaseUrls),
    ...options,
  });
}

/** Like `runCommand`, for a step that the rest depends on. */
async function requireCommand(args, databaseUrls, options) {
  const { code, output } = await runCommand(args, databaseUrls, options);
  if (code !== 0)
    throw new PlainError(`"${args.join(' ')}" failed with code ${code}.\n${output}`, { exitCode: code });
}

/**
 * Starts the web process.
 *
 * @returns {{ ended: Promise<{ code: number }>, healthy: () => Promise<boolean>, stop: () => Promise<void> }}
 *   `healthy` resolves with true when it answers, with false when it has ended instead
 */
function startWeb({ runtimeUrl, port }) {
  const web = startBoundToUs(pinnedNode(), [WEB], {
    deathSignal: 'SIGKILL', // when we are killed there is no time for manners: its transactions roll back
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...environmentWith({ DATABASE_RUNTIME_URL: runtimeUrl }), PORT: String(port), ...sessionSecret() },
  });
  let hasEnded = false;
  void web.ended.then(() => (hasEnded = true));
  return {
    ended: web.ended,
    healthy: async () => {
      while (!hasEnded && !(await answers(port))) await sleep(50);
      return !hasEnded;
    },
    stop: () => stopGently(web, { signal: 'SIGTERM', insist: 'SIGKILL', patience: 10_000 }),
  };
}

async function answers(port) {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/health`, { signal: AbortSignal.timeout(5000) });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    return false; // not listening yet
  }
}

function environmentWith(databaseUrls) {
  const { DATABASE_URL: _owner, DATABASE_RUNTIME_URL: _runtime, ...rest } = process.env;
  return { ...rest, ...databaseUrls };
}

module.exports = { requireCommand, runCommand, startWeb };
