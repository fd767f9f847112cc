import { type Mark, standingAlone } from '../mark.js';

/** How the digits after the 0 or +44 are grouped. The first digit says what kind of number it is. */
const GROUPINGS: readonly (readonly [kind: '1' | '2' | '7', ...rest: number[]])[] = [
  ['1', 9], //        01632960123
  ['1', 3, 6], //     01632 960123
  ['1', 3, 3, 3], //  01632 960 123
  ['1', 3, 5], //     01204 52012, of the older exchanges
  ['1', 2, 3, 4], //  0131 496 0123
  ['1', 2, 7], //     0131 4960123
  ['2', 9], //        02079460123
  ['2', 1, 4, 4], //  020 7946 0123
  ['2', 1, 8], //     020 79460123
  ['2', 2, 3, 4], //  0207 946 0123, as many write it
  ['2', 2, 7], //     0207 9460123
  ['7', 9], //        07700900123
  ['7', 3, 6], //     07700 900123
  ['7', 3, 3, 3], //  07700 900 123
  ['7', 3, 2, 2, 2], // 07700 90 01 23
  ['7', 2, 3, 4], //  0770 090 0123
];

const BEFORE = String.raw`(?:\+44[ -]?(?:\(0\)[ -]?)?|0044[ -]?(?:\(0\)[ -]?)?|\(?0)`;
const BETWEEN = String.raw`(?:\)? ?[-.]? ?)`;

/**
 * Telephone numbers of the United Kingdom that can be somebody's own: of a place (01, 02) or mobile (07), in the spacings
 * that are written. Numbers that begin with 03, 08 or 09 are those of organisations.
 *
 * Source: Ofcom, National Telephone Numbering Plan.
 */
export const phoneNumbers: Mark = standingAlone(
  GROUPINGS.map(([kind, ...lengths]) => {
    const [first, ...others] = lengths.map((length) => String.raw`\d{${length}}`);
    return `${BEFORE}${[`${kind}${first}`, ...others].join(BETWEEN)}`;
  }).join('|'),
);
