import { createPublicKey, type KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Id } from '@lib/kernel';
import { type Checkpoint, keyIdOf, readCheckpoint, signedCheckpoint, takenApart } from './checkpoint.js';
import { trustedKeys } from './checkpoint-keys.js';

/** Where checkpoints are kept, and the keys that may have signed them. */
export interface TrustedCheckpoints {
  readonly folder: CheckpointFolder;
  readonly keys: readonly KeyObject[];
}

/** Whose checkpoints: the folder is named after the slug, what is signed says the id. */
export interface TrailOwner {
  readonly id: Id;
  readonly slug: string;
}

/** What a folder says of one trail: the checkpoints that hold, oldest first, and in words those that do not. */
export interface CheckpointsFound {
  readonly sound: readonly Checkpoint[];
  readonly problems: readonly string[];
}

/** A checkpoint with the bytes that were signed, their signature and the key that it is checked with. */
export interface CheckpointTakenApart {
  readonly checkpoint: Checkpoint;
  readonly signed: string;
  readonly signature: Buffer;
  readonly publicKey: KeyObject;
}

/** Checkpoints as files: `<slug>/<seq>.json`, and `<key id>.pem` beside the folders. Nothing in it is ever replaced. */
export class CheckpointFolder {
  constructor(private readonly path: string) {}

  /** Every checkpoint of a trail, checked against the keys that are trusted. */
  async of({ id, slug }: TrailOwner, trusted: readonly KeyObject[]): Promise<CheckpointsFound> {
    if (!existsSync(this.path))
      return { sound: [], problems: [`The folder of checkpoints, ${this.path}, is not there.`] };
    const folder = join(this.path, slug);
    const names = existsSync(folder) ? await readdir(folder) : [];
    const sound: Checkpoint[] = [];
    const problems: string[] = [];
    for (const name of names.sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))) {
      const read = readCheckpoint(await readFile(join(folder, name), 'utf8'), trusted);
      const problem = typeof read === 'string' ? read : misplaced(read, id, name);
      if (typeof read === 'string' || problem) problems.push(`The checkpoint ${slug}/${name}: ${problem}.`);
      else sound.push(read);
    }
    return { sound, problems };
  }

  /** The newest checkpoint that holds, for whoever has nothing but OpenSSL; null where there is none. */
  async newestTakenApart(
    owner: TrailOwner,
    trusted: readonly KeyObject[],
  ): Promise<CheckpointTakenApart | null> {
    const { sound } = await this.of(owner, trusted);
    const newest = sound.at(-1);
    if (!newest) return null;
    const text = await readFile(join(this.path, owner.slug, `${newest.seq}.json`), 'utf8');
    const publicKey = trusted.find((key) => keyIdOf(key) === newest.keyId)!;
    return { checkpoint: newest, ...takenApart(text), publicKey };
  }

  /**
   * Signs and adds a checkpoint, and the public key that it can be checked with.
   *
   * @returns the path of the new file
   * @throws Error when there is one for this event already
   */
  async add(
    slug: string,
    checkpoint: { readonly partnership: Id; readonly seq: number; readonly hash: string; readonly at: Date },
    privateKey: KeyObject,
  ): Promise<string> {
    const folder = join(this.path, slug);
    await mkdir(folder, { recursive: true });
    const keyFile = join(this.path, `${keyIdOf(privateKey)}.pem`);
    if (!existsSync(keyFile)) {
      const pem = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' });
      await writeFile(keyFile, pem, { flag: 'wx', mode: 0o444 });
    }
    const file = join(folder, `${checkpoint.seq}.json`);
    const text = signedCheckpoint(
      { ...checkpoint, seq: String(checkpoint.seq), at: checkpoint.at.toISOString() },
      privateKey,
    );
    await writeFile(file, text, { flag: 'wx', mode: 0o444, flush: true });
    return file;
  }
}

function misplaced({ partnership, seq }: Checkpoint, id: Id, name: string): string | null {
  if (partnership !== id) return 'it is of another partnership';
  return name === `${seq}.json` ? null : `it is of event ${seq} and has another name`;
}

/**
 * The checkpoints that settings name.
 *
 * @param key setting of the key, see `trustedKeys`
 * @param mayBeMissing whether a folder that is not there means that none was made yet, as in development
 * @returns null where none are kept
 * @throws Error when the key cannot be read
 */
export function checkpointsIn(
  path: string | undefined,
  key: string | undefined,
  { mayBeMissing }: { mayBeMissing: boolean },
): TrustedCheckpoints | null {
  if (!path || (mayBeMissing && !existsSync(path))) return null;
  return { folder: new CheckpointFolder(path), keys: key ? trustedKeys(key) : [] };
}
