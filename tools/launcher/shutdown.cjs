'use strict';

/** `npm` passes on the Ctrl-C that the terminal has sent us already: what comes this soon after is the same one. */
const SAME_KEYPRESS = 500;

/**
 * Ends what was started, latest first: on Ctrl-C, SIGTERM or a closed terminal, or because something failed. A second
 * Ctrl-C does not wait.
 *
 * @param {{ say: (text: string) => void }} options
 */
function orderlyShutdown({ say }) {
  /** @type {(() => unknown)[]} */
  const stops = [];
  let since;

  async function stopEverything() {
    since ??= Date.now();
    for (let stop = stops.pop(); stop; stop = stops.pop()) await stop();
  }

  function onSignal(signal) {
    if (since === undefined) {
      say('\nStopping…');
      void stopEverything().then(() => process.exit(0));
    } else if (signal === 'SIGINT' && Date.now() - since > SAME_KEYPRESS) {
      say('Stopping at once.');
      process.exit(130); // what still runs is bound to us and ends with us
    }
  }

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => onSignal(signal));

  return {
    /** Registers how to stop something that has just been started. */
    add: (stop) => stops.push(stop),
    /** Whether we are stopping: then it is no news that something ends. */
    isUnderway: () => since !== undefined,
    stopEverything,
  };
}

module.exports = { orderlyShutdown };
