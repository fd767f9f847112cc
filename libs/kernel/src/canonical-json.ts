import { createHash } from 'node:crypto';

/** What canonical JSON can hold. Numbers are left out on purpose: reported numbers travel as text. */
export type Canonical =
  string | boolean | null | readonly Canonical[] | { readonly [key: string]: Canonical | undefined };

/**
 * The one text of a value: keys sorted, no spaces, absent keys left out (as RFC 8785, without numbers). Two values
 * that mean the same have the same text, so a hash of it can be compared years later by any program.
 */
export function canonicalJson(value: Canonical): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.entries(value)
    .filter((entry): entry is [string, Canonical] => entry[1] !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

/** SHA-256 of the canonical text in UTF-8, as 64 hexadecimal characters. */
export function contentHash(value: Canonical): string {
  return createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex');
}

function isList(value: object): value is readonly Canonical[] {
  return Array.isArray(value);
}
