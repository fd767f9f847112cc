import type { Decimal } from '@lib/kernel';

/** A number, a text, or nothing. What it is decides how it is written, not what it looks like. */
export type Value = Decimal | string | null;

/**
 * Rows as CSV (RFC 4180, lines end with CR LF). A text that a spreadsheet would take for a formula gets an apostrophe
 * in front: it is read, not run. A number is written as it is, below 0 too.
 */
export function writeCsv(rows: readonly (readonly Value[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: Value): string {
  if (value === null) return '';
  return typeof value === 'string' ? quoted(harmless(value)) : value.toFixed();
}

function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
