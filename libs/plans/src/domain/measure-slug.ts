/** Addresses under /measures that are pages of their own. */
const TAKEN = ['new', 'catalogue'];
const LONGEST = 63;

/**
 * The last part of a measure's address, made of its name: "Robbery (personal)" is `robbery-personal`. It stays when the
 * name changes.
 */
export function measureSlug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const isAddress = /^[a-z]./.test(plain) && !TAKEN.includes(plain);
  return (isAddress ? plain : `measure-${plain}`).slice(0, LONGEST).replace(/-+$/, '');
}
