import { createHash, randomBytes } from 'node:crypto';
import { type Id, isId } from '@lib/kernel';

const PERSON_BYTES = 16;
const SECRET_BYTES = 32;

/**
 * The secret part of an address: 64 letters, digits, - and _, of which the first say whose it is and the rest are 32
 * random bytes. Only its SHA-256 is kept.
 */
export function newCalendarToken(personId: Id): string {
  const person = Buffer.from(personId.replaceAll('-', ''), 'hex');
  return Buffer.concat([person, randomBytes(SECRET_BYTES)]).toString('base64url');
}

/** Whose address it is, if it is one; null for what cannot be one. */
export function ownerOf(token: string): Id | null {
  if (!/^[\w-]{64}$/.test(token)) return null;
  const hex = Buffer.from(token, 'base64url').toString('hex', 0, PERSON_BYTES);
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return isId(id) ? id : null;
}

/** What is kept of it, in hexadecimal. A secret of 256 bits needs no slow hash. */
export function sha256Of(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
