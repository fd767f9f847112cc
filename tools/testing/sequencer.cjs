'use strict';

const Sequencer = require('@jest/test-sequencer').default;

const LONGEST_FIRST = ['/test/journeys/', '/test/http/'];

/**
 * Starts what takes longest first, so that no worker begins a browser journey when the others have nothing left to do.
 * Jest remembers how long each file took; where it has not run yet it goes by the size of files, and a journey that is
 * told twice is a file of three lines.
 */
class LongestFirst extends Sequencer {
  async sort(tests) {
    const kind = ({ path }) => {
      const found = LONGEST_FIRST.findIndex((folder) => path.includes(folder));
      return found < 0 ? LONGEST_FIRST.length : found;
    };
    const asJestHasThem = await super.sort(tests);
    return asJestHasThem.toSorted((one, other) => kind(one) - kind(other));
  }
}

module.exports = LongestFirst;
