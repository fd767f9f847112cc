'use strict';

/** Installs and compiles what is missing, and no more: for a container image, where starting comes later. */
const { compile } = require('./build/compile.cjs');
const { requireRecentNode } = require('./launcher/host-node.cjs');
const { ensurePackages } = require('./launcher/packages.cjs');
const { exitCodeOf, showFailure } = require('./launcher/plain-error.cjs');

const say = (text) => console.log(text);

async function build() {
  requireRecentNode();
  await ensurePackages({ say });
  await compile({ say });
}

build().catch((error) => {
  showFailure(error);
  process.exit(exitCodeOf(error));
});
