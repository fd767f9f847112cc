import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { canonicalJson, type Id } from '@lib/kernel';

/** What a trail was up to an event, to be kept where whoever can change the database cannot change it. */
export type Checkpoint = {
  /** When it was made, as ISO 8601 in UTC. */
  readonly at: string;
  /** Hash of the event `seq`, 64 hexadecimal characters: it covers every event before it. */
  readonly hash: string;
  /** SHA-256 of the public key in DER, 64 hexadecimal characters. */
  readonly keyId: string;
  readonly partnership: Id;
  /** The newest event it covers, as decimal digits. */
  readonly seq: string;
};

const FIELDS = ['at', 'hash', 'keyId', 'partnership', 'seq'];

/** The SHA-256 of a key's public half, by which a checkpoint says who signed it; takes a private key too. */
export function keyIdOf(key: KeyObject): string {
  const publicKey = key.type === 'public' ? key : createPublicKey(key);
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}

/**
 * A checkpoint as the text of its file: canonical JSON, with the Ed25519 signature over the canonical JSON without it.
 * `signature` is the last key in the order of the alphabet, so that the signed bytes can be cut out without a parser.
 */
export function signedCheckpoint(checkpoint: Omit<Checkpoint, 'keyId'>, privateKey: KeyObject): string {
  const content = { ...checkpoint, keyId: keyIdOf(privateKey) };
  const signature = sign(null, Buffer.from(canonicalJson(content), 'utf8'), privateKey).toString('base64');
  return `${canonicalJson({ ...content, signature })}\n`;
}

/**
 * Reads the text of a checkpoint's file and checks its signature.
 *
 * @param trusted the keys that may have signed it
 * @returns the checkpoint, or in words why it cannot be relied on
 */
export function readCheckpoint(text: string, trusted: readonly KeyObject[]): Checkpoint | string {
  const stored = parsed(text);
  if (!stored) return 'it is not a checkpoint';
  const { signature, ...checkpoint } = stored;
  const key = trusted.find((one) => keyIdOf(one) === checkpoint.keyId);
  if (!key) return `it was signed with the key ${checkpoint.keyId}, which is not one that is trusted`;
  const bytes = Buffer.from(canonicalJson(checkpoint), 'utf8');
  return verify(null, bytes, key, Buffer.from(signature, 'base64'))
    ? checkpoint
    : 'its signature does not belong to its content';
}

/**
 * A checkpoint taken apart, for whoever has nothing but OpenSSL: the bytes that were signed, and their signature.
 *
 * @param text of a file that `readCheckpoint` has found sound
 */
export function takenApart(text: string): { readonly signed: string; readonly signature: Buffer } {
  const { signature, ...checkpoint } = parsed(text)!;
  return { signed: canonicalJson(checkpoint), signature: Buffer.from(signature, 'base64') };
}

function parsed(text: string): (Checkpoint & { signature: string }) | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const fields = Object.entries(value);
  const isCheckpoint =
    fields.length === FIELDS.length + 1 &&
    [...FIELDS, 'signature'].every((name) => Object.hasOwn(value, name)) &&
    fields.every(([, content]) => typeof content === 'string');
  return isCheckpoint ? (value as Checkpoint & { signature: string }) : null;
}
