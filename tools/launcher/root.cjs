'use strict';

const path = require('node:path');

/** The folder of the project, whichever folder a command was started from. */
const ROOT = path.resolve(__dirname, '..', '..');

/** What the project keeps between runs and git does not: the embedded database and generated passwords. */
const DATA = path.join(ROOT, '.data');

/** Compiled code and assets. */
const DIST = path.join(ROOT, 'dist');

module.exports = { DATA, DIST, ROOT };
