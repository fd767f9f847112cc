import { existsSync, mkdirSync } from 'node:fs';
import { CheckpointFolder, makeSigningKey, signingKey, trustedKeys } from '@lib/audit-trail';
import type { Env } from '@lib/config';

/**
 * The folder and the key that checkpoints are made with.
 * @throws Error when a setting is missing, which only production leaves to somebody
 */
export function checkpointsToSign({ NODE_ENV, CHECKPOINT_FOLDER, CHECKPOINT_KEY }: Env) {
  if (!CHECKPOINT_FOLDER || !CHECKPOINT_KEY) {
    throw new Error(
      'Set CHECKPOINT_FOLDER to a folder out of reach of whoever can change the database, and CHECKPOINT_KEY to an ' +
        'Ed25519 key. Make one with: openssl genpkey -algorithm ed25519 -out checkpoint-key.pem',
    );
  }
  if (NODE_ENV !== 'production') {
    makeSigningKey(CHECKPOINT_KEY);
    mkdirSync(CHECKPOINT_FOLDER, { recursive: true });
  } else if (!existsSync(CHECKPOINT_FOLDER)) {
    // Not made by us: where a disk is not mounted, checkpoints would go beside the database unseen.
    throw new Error(`The folder of checkpoints, ${CHECKPOINT_FOLDER}, is not there: make it, or mount it.`);
  }
  const privateKey = signingKey(CHECKPOINT_KEY);
  const folder = new CheckpointFolder(CHECKPOINT_FOLDER);
  return { trusted: { folder, keys: trustedKeys(CHECKPOINT_KEY) }, privateKey };
}
