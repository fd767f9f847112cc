'use strict';

const { spawnSync } = require('node:child_process');
const { readFileSync } = require('node:fs');

/** Whether a process with this id runs. A zombie does not: it only waits for its parent to take note. */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  return readStat(pid)?.state !== 'Z';
}

/**
 * The command line and parent of a running process, or undefined when there is none (or the system does not tell).
 * A process id alone proves nothing: after a restart of the machine the same number belongs to something else.
 */
function describeProcess(pid) {
  if (!Number.isInteger(pid) || pid <= 0 || !isRunning(pid)) return undefined;
  const stat = readStat(pid);
  if (!stat) return describeByPs(pid);
  try {
    return {
      parent: stat.parent,
      command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '),
    };
  } catch {
    return undefined;
  }
}

/** `/proc/<pid>/stat`: `pid (name) state parent …`, where the name may itself hold brackets and spaces. */
function readStat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, parent] = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state, parent: Number(parent) };
  } catch {
    return undefined;
  }
}

/** For systems without /proc. */
function describeByPs(pid) {
  const { status, stdout } = spawnSync('ps', ['-o', 'ppid=,command=', '-p', String(pid)], {
    encoding: 'utf8',
  });
  const match = /^\s*(\d+)\s+(.*)$/s.exec(stdout ?? '');
  return status === 0 && match ? { parent: Number(match[1]), command: match[2] } : undefined;
}

module.exports = { describeProcess, isRunning };
