const LONGEST = 500;

/**
 * Whether text is the address of a page that anybody can follow: https, with a host, without a name or password, in 500
 * characters or fewer.
 */
export function isWebLink(text: string): boolean {
  if (text.length > LONGEST || /\s/.test(text) || !text.startsWith('https://')) return false;
  const url = URL.parse(text);
  return url !== null && url.hostname.includes('.') && url.username === '' && url.password === '';
}
