import { Decimal } from '@lib/kernel';

/** More than any partnership counts in a quarter: a slip of the finger. */
const LARGEST = 9_999_999;

export type ReadCount = { readonly count: Decimal } | { readonly problem: string };

/**
 * Reads a count as people type or paste it: `1754`, `1,754`, `1 754`, ` 1754.00 `. Refuses what cannot be right or
 * could mean two things, in a sentence that starts with the name of the box.
 *
 * @param text what was typed, not empty
 * @param label the name of the box, as on the page
 */
export function readCount(text: string, label: string): ReadCount {
  const typed = text.replace(/[\u00a0\u2009\u202f]/g, ' ').trim();
  const problem = (what: string): ReadCount => ({ problem: `${label} ${what}` });

  if (/^[-−–]/.test(typed)) return problem('cannot be below 0');
  if (/^\d+\.\d*[1-9]\d*$/.test(typed))
    return problem('must be a whole number: an offence is not counted in parts');
  const whole = typed.replace(/\.0+$/, '');
  const digits = /^\d+$/.test(whole) || /^\d{1,3}(,\d{3})+$/.test(whole) || /^\d{1,3}( \d{3})+$/.test(whole);
  if (!digits && /^[\d ,.]+$/.test(typed))
    return problem(
      `is not clear: “${typed}” could be read in two ways: enter a whole number, like 126 or 1,754`,
    );
  if (!digits) return problem('must be a whole number, like 126 or 1,754');
  const count = new Decimal(whole.replace(/[ ,]/g, ''));
  if (count.gt(LARGEST)) return problem('is more than 9,999,999: check the number');
  return { count };
}
