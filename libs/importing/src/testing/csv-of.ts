/** How a CSV may be written without saying anything else; for specs. */
export interface Written {
  readonly delimiter?: string;
  readonly lineEnd?: string;
  readonly encoding?: 'utf-8' | 'utf-8 with a mark' | 'utf-16le' | 'utf-16be' | 'windows-1252';
}

export const LINE_ENDS = ['\r\n', '\n', '\r'] as const;
export const ENCODINGS = ['utf-8', 'utf-8 with a mark', 'utf-16le', 'utf-16be', 'windows-1252'] as const;

/** Rows as a CSV, the first one the heading. */
export function csvOf(rows: readonly (readonly string[])[], written: Written = {}): Buffer {
  const { delimiter = ',', lineEnd = '\r\n', encoding = 'utf-8' } = written;
  const quoted = (cell: string) =>
    cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const text = rows.map((cells) => cells.map(quoted).join(delimiter) + lineEnd).join('');
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text);
    case 'utf-8 with a mark':
      return Buffer.from(`\uFEFF${text}`);
    case 'utf-16le':
      return Buffer.from(`\uFEFF${text}`, 'utf16le');
    case 'utf-16be':
      return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
    case 'windows-1252':
      return Buffer.from(text, 'latin1');
  }
}

/** The same table with its columns in another order. */
export function shuffled(
  rows: readonly (readonly string[])[],
  order: readonly number[],
): readonly (readonly string[])[] {
  return rows.map((cells) => order.map((column) => cells[column]!));
}
