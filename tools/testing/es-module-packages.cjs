'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { ROOT } = require('../launcher/root.cjs');

/**
 * The installed packages that are ES modules. Jest's CommonJS runtime cannot require() them (Node itself can), so they
 * are compiled like our own code, each file once and then from the cache. Found, not listed by hand: a new dependency
 * needs no change here.
 *
 * @returns {string[]} names such as `uuid` and `@nestjs/core`
 */
function esModulePackages() {
  const modules = path.join(ROOT, 'node_modules');
  const names = fs.readdirSync(modules).flatMap((name) => {
    if (name.startsWith('.')) return [];
    return name.startsWith('@')
      ? fs.readdirSync(path.join(modules, name)).map((inner) => `${name}/${inner}`)
      : [name];
  });
  return names.filter((name) => {
    const manifest = path.join(modules, name, 'package.json');
    return fs.existsSync(manifest) && JSON.parse(fs.readFileSync(manifest, 'utf8')).type === 'module';
  });
}

module.exports = { esModulePackages };
