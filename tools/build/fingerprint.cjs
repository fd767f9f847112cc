'use strict';

const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { ROOT } = require('../launcher/root.cjs');

/**
 * One hash over the names and contents of files and of all files in folders. Contents, not times: a checkout, a copy
 * and a container image all change times. A thousand source files take about 50 ms.
 *
 * @param {string[]} places paths within the project; those that do not exist are passed over
 * @param {(file: string) => boolean} [counts] which files to count
 */
function fingerprint(places, counts = () => true) {
  const hash = createHash('sha256');
  for (const place of places) {
    for (const file of filesIn(place)) {
      if (counts(file))
        hash
          .update(`${file}\0`)
          .update(fs.readFileSync(path.join(ROOT, file)))
          .update('\0');
    }
  }
  return hash.digest('hex');
}

function filesIn(place) {
  const stat = fs.statSync(path.join(ROOT, place), { throwIfNoEntry: false });
  if (!stat) return [];
  if (stat.isFile()) return [place];
  const names = fs.readdirSync(path.join(ROOT, place)).sort();
  return names.flatMap((name) => filesIn(path.join(place, name)));
}

module.exports = { fingerprint };
