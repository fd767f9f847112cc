import { CsvError, parse } from 'csv-parse/sync';
import { decodeText } from './decode-text.js';
import { MOST_LINES } from './limits.js';
import { FileRefused, refused } from './refusals.js';
import { type Cell, EMPTY, Rows, type Sheet } from './sheet.js';

/** Reads a CSV (RFC 4180). A file that is parted by semicolons was written where decimals have a comma. */
export function readCsv(bytes: Uint8Array): Sheet {
  const text = decodeText(bytes);
  if (text.trim() === '') throw refused('file.empty');
  // A web page or other mark-up that is called a CSV.
  if (text.trimStart().startsWith('<')) throw refused('file.type');
  const delimiter = delimiterOf(text);
  const records = recordsOf(text, delimiter);
  if (records.length > MOST_LINES) throw refused('file.rows');
  const rows = new Rows();
  for (const [index, record] of records.entries()) rows.add(index + 1, record.map(cellOf));
  if (rows.rows.length === 0) throw refused('file.empty');
  return { name: null, decimalMark: delimiter === ';' ? 'comma' : 'point', rows: rows.rows };
}

/** What parts the first line that says anything, outside quotation marks. */
function delimiterOf(text: string): string {
  const line = text
    .trimStart()
    .split(/\r\n|\r|\n/, 1)[0]!
    .replace(/"[^"]*"/g, '');
  const times = (mark: string) => line.split(mark).length;
  return [',', ';', '\t'].reduce((most, mark) => (times(mark) > times(most) ? mark : most));
}

function recordsOf(text: string, delimiter: string): string[][] {
  try {
    return parse(text, {
      ...{ delimiter, relax_column_count: true, skip_empty_lines: false, to: MOST_LINES + 1 },
      record_delimiter: ['\r\n', '\n', '\r'],
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // Of the mistakes a CSV can have, only quotation marks are left: columns may be more or fewer.
    throw new FileRefused(
      `Line ${lineOf(error)}: a quotation mark is not closed, or stands inside a cell: put it right in your spreadsheet and save the file again`,
    );
  }
}

function lineOf(error: CsvError): string {
  const { lines } = error as unknown as { lines?: number };
  return String(lines ?? 1);
}

function cellOf(written: string): Cell {
  const text = written.trim();
  return text === '' ? EMPTY : { text: withoutApostrophe(text), fault: null };
}

/** Takes off the apostrophe that `writeCsv` puts before what a spreadsheet would run. */
function withoutApostrophe(text: string): string {
  return /^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}
