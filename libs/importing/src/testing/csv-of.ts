/** How a CSV may be written without saying anything else; for specs. */
export interface Written {
  readonly delimiter?: string;
  readonly lineEnd?: string | readonly string[];
  readonly encoding?: Encoding;
  readonly quotesAll?: boolean;
}

export const ENCODINGS = ['utf-8', 'utf-8 with a mark', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];
export const LINE_ENDS = ['\r\n', '\n', '\r'] as const;
export const DELIMITERS = [',', ';', '\t', '|'] as const;

/** Rows as a CSV, the first one the heading; of several line ends each is used in turn. */
export function csvOf(rows: readonly (readonly string[])[], written: Written = {}): Buffer {
  const { delimiter = ',', lineEnd = '\r\n', encoding = 'utf-8', quotesAll = false } = written;
  const ends = typeof lineEnd === 'string' ? [lineEnd] : lineEnd;
  const quoted = (cell: string) =>
    quotesAll || cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const text = rows.map((cells, at) => cells.map(quoted).join(delimiter) + ends[at % ends.length]!).join('');
  return encoded(text, encoding);
}

function encoded(text: string, encoding: Encoding): Buffer {
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
      // Of what it has beyond Latin-1, the files have the apostrophe.
      return Buffer.from(Array.from(text, (letter) => (letter === '’' ? 0x92 : letter.charCodeAt(0))));
  }
}

/** The same table with its columns in another order. */
export function shuffled(
  rows: readonly (readonly string[])[],
  order: readonly number[],
): readonly (readonly string[])[] {
  return rows.map((cells) => order.map((column) => cells[column]!));
}
