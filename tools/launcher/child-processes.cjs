'use strict';

const { spawn, spawnSync } = require('node:child_process');

/**
 * Runs a command to its end. Resolves with its exit code, or with 128 + the signal's number like a shell would.
 * With `capture` the output comes back as text instead of going to the terminal.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { capture?: boolean, onSpawn?: (child) => void }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
function runToEnd(command, args, { capture = false, onSpawn, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = capture ? ['ignore', 'pipe', 'pipe'] : 'inherit';
    const child = spawn(command, args, { stdio, ...options });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code: exitCode(code, signal), output }));
    onSpawn?.(child);
  });
}

/**
 * Starts a long-running process of ours that must not outlive us.
 *
 * It gets its own session, so that Ctrl-C in the terminal reaches only us and we decide the order of stopping. And it
 * asks the kernel for `deathSignal` when we die: not even `kill -9` of us leaves it behind. (That part needs setpriv,
 * which is in the util-linux of every Linux distribution; elsewhere only orderly ends are covered.)
 */
function startBoundToUs(command, args, { deathSignal, ...options }) {
  const [first, ...rest] = [...diesWithParent(deathSignal), command, ...args];
  const child = spawn(first, rest, { detached: process.platform !== 'win32', ...options });
  const atOurExit = () => child.kill(deathSignal);
  process.once('exit', atOurExit);
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, error }));
    child.once('exit', (code, signal) => resolve({ code: exitCode(code, signal) }));
  });
  void ended.then(() => process.off('exit', atOurExit));
  return { child, ended };
}

/** Asks a process to stop, and insists when it has not within `patience` milliseconds. */
async function stopGently({ child, ended }, { signal, insist, patience }) {
  child.kill(signal);
  const timer = setTimeout(() => child.kill(insist), patience);
  await ended;
  clearTimeout(timer);
}

function diesWithParent(signal) {
  const prefix = ['setpriv', '--pdeathsig', signal.replace('SIG', '')];
  return canRun([...prefix, 'true']) ? prefix : [];
}

/** Whether a command exists here and is allowed to do what it does. */
function canRun([command, ...args]) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

function exitCode(code, signal) {
  return code ?? 128 + (require('node:os').constants.signals[signal] ?? 0);
}

module.exports = { canRun, runToEnd, startBoundToUs, stopGently };
