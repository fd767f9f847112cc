import type { Mark } from '../mark.js';

/**
 * E-mail addresses, as they are written in practice.
 *
 * Source: the rule for `<input type="email">` in the HTML standard, with a domain that has a dot in it.
 */
export const emailAddresses: Mark = (text) =>
  [
    ...text.matchAll(
      /(?<![\w.!#$%&'*+/=?^`{|}~-])[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63})+/giu,
    ),
  ].map((match) => ({ index: match.index, text: match[0] }));
