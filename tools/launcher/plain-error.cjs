'use strict';

/** A failure that the person at the terminal can act on: its message is shown as it stands, without a stack. */
class PlainError extends Error {
  /** @param {string} message @param {{ exitCode?: number }} [options] */
  constructor(message, { exitCode = 1 } = {}) {
    super(message);
    this.name = 'PlainError';
    this.exitCode = exitCode;
  }
}

/** Shows a failure: the sentence of a PlainError, the whole stack of anything we did not foresee. */
function showFailure(error) {
  process.stderr.write(`\n${error instanceof PlainError ? error.message : (error?.stack ?? error)}\n`);
}

/** The exit code that belongs to a failure. */
function exitCodeOf(error) {
  return error instanceof PlainError ? error.exitCode : 1;
}

module.exports = { PlainError, exitCodeOf, showFailure };
