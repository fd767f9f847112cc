'use strict';

const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const { canRun } = require('../launcher/child-processes.cjs');
const { PlainError } = require('../launcher/plain-error.cjs');

const AS_NOBODY = ['unshare', '--user', '--map-user=65534', '--map-group=65534'];

/**
 * How to run PostgreSQL, which refuses to be root. An ordinary user simply runs it. For root, in this order:
 *
 * 1. a cluster that belongs to an ordinary user is run as that user;
 * 2. in a user namespace of its own, where root is seen as "nobody": files stay root's, so every folder can be read,
 *    and no user has to be made on the machine;
 * 3. where namespaces are forbidden (a container's usual settings), as the system's postgres or nobody user.
 *
 * @param {string} directory the folder of the cluster, which need not exist yet
 * @returns {{ prefix: string[], owner?: { uid: number, gid: number } }}
 *   `prefix`: command to put before the program; `owner`: whom to run it as and give the folder to
 */
function unprivileged(directory) {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const folder = fs.statSync(directory, { throwIfNoEntry: false });
  if (folder && folder.uid !== 0) return { prefix: [], owner: { uid: folder.uid, gid: folder.gid } };
  if (process.env.EMBEDDED_POSTGRES_NAMESPACE !== 'off' && canRun([...AS_NOBODY, 'true']))
    return { prefix: AS_NOBODY };
  return { prefix: [], owner: systemUser('postgres') ?? systemUser('nobody') ?? refuseRoot() };
}

function systemUser(name) {
  const id = (flag) => spawnSync('id', [flag, name], { encoding: 'utf8' });
  const [uid, gid] = [id('-u'), id('-g')];
  return uid.status === 0 && gid.status === 0
    ? { uid: Number(uid.stdout), gid: Number(gid.stdout) }
    : undefined;
}

function refuseRoot() {
  throw new PlainError(
    'PostgreSQL refuses to run as root, and there is no other user here to run it as. ' +
      'Start the tracker as an ordinary user, or set DATABASE_URL to a PostgreSQL server.',
  );
}

module.exports = { unprivileged };
