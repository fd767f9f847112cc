/** A plain decimal number: sign, whole part, fraction. */
const PLAIN_NUMBER = /^(-?)(\d+)(\.\d+)?$/;

/** The places in a run of digits that have a multiple of three digits after them. */
const THOUSANDS_BOUNDARY = /\B(?=(\d{3})+$)/g;

/**
 * Writes a number with commas between thousands: `1754` becomes `1,754`.
 *
 * Works on the text of the number, never on a float, so that an exact decimal from the
 * database keeps every digit it came with. What is not a plain number, such as the
 * shorthand `[c]`, is passed through as it is. Nothing becomes an empty string.
 */
export function formatCount(value: number | string | { toString(): string } | null | undefined): string {
  if (value === null || value === undefined) return '';
  const text = value.toString();
  const parts = PLAIN_NUMBER.exec(text);
  if (!parts) return text;
  const [, sign = '', whole = '', fraction = ''] = parts;
  return `${sign}${whole.replace(THOUSANDS_BOUNDARY, ',')}${fraction}`;
}
