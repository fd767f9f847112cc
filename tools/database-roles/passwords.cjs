'use strict';

const { randomBytes } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

/**
 * Random passwords that are made once and kept in a file that only its owner can read.
 *
 * Made complete under another name and then linked: of two processes at once one makes the file and both read it.
 *
 * @param {string} file
 * @param {string[]} names
 * @returns {Record<string, string>}
 */
function keptPasswords(file, names) {
  if (!fs.existsSync(file)) {
    const passwords = Object.fromEntries(names.map((name) => [name, randomBytes(24).toString('base64url')]));
    const draft = `${file}.${process.pid}`;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(draft, `${JSON.stringify(passwords, null, 2)}\n`, { mode: 0o600 });
    try {
      fs.linkSync(draft, file);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    } finally {
      fs.rmSync(draft);
    }
  }
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}

module.exports = { keptPasswords };
