import { type Mark, standingAlone } from '../mark.js';

const tenDigits = standingAlone(String.raw`\d{10}|\d{3} \d{3} \d{4}|\d{3}-\d{3}-\d{4}`);

/**
 * NHS numbers: ten digits, together or as 3, 3 and 4, of which the last checks the others.
 *
 * Source: NHS Data Dictionary, NHS NUMBER.
 */
export const nhsNumbers: Mark = (text) =>
  tenDigits(text).filter((place) => isNhsNumber(place.text.replaceAll(/\D/g, '')));

/** Modulus 11: the first nine digits weigh 10 to 2; a check of 11 is written 0, and no number has a check of 10. */
function isNhsNumber(digits: string): boolean {
  const sum = Array.from(digits.slice(0, 9)).reduce(
    (total, digit, index) => total + Number(digit) * (10 - index),
    0,
  );
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
}
