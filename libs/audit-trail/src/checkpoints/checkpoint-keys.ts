import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const PEM_BLOCK = /-----BEGIN ([A-Z ]+)-----[\s\S]+?-----END \1-----/g;

/**
 * An Ed25519 key to sign with: checkpoints, or audit bundles.
 *
 * @param setting the private key as PEM, or the path of a file with it
 * @throws Error when it is not there or is another kind of key, with what to do
 */
export function signingKey(setting: string): KeyObject {
  return ed25519(createPrivateKey(pemOf(setting)));
}

/**
 * The public keys that checkpoints are checked with: whoever checks needs no secret.
 *
 * @param setting one or more keys as PEM, or the path of a file with them; of a private key its public half is taken
 * @throws Error when there is none, or one of another kind
 */
export function trustedKeys(setting: string): KeyObject[] {
  const blocks = pemOf(setting).match(PEM_BLOCK) ?? [];
  if (blocks.length === 0) throw new Error('There is no key in PEM form to check checkpoints with.');
  return blocks.map((block) => ed25519(createPublicKey(block)));
}

/** Makes a key where there is none yet: for development and the demonstration, never in production. */
export function makeSigningKey(path: string): void {
  if (isPem(path) || existsSync(path)) return;
  const { privateKey } = generateKeyPairSync('ed25519');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
}

function pemOf(setting: string): string {
  // A value of many lines is often written in one, with \n between them.
  if (isPem(setting)) return setting.replaceAll(String.raw`\n`, '\n');
  if (!existsSync(setting)) {
    throw new Error(
      `There is no key at ${setting}. Make one with: openssl genpkey -algorithm ed25519 -out ${setting}`,
    );
  }
  return readFileSync(setting, 'utf8');
}

function isPem(setting: string): boolean {
  return setting.startsWith('-----BEGIN ');
}

function ed25519(key: KeyObject): KeyObject {
  if (key.asymmetricKeyType !== 'ed25519')
    throw new Error(
      `Checkpoints and audit bundles are signed with an Ed25519 key; this one is ${key.asymmetricKeyType}.`,
    );
  return key;
}
