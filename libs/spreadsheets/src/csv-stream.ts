import Papa from 'papaparse';
import { refused, FileRefused } from './refusals.js';
import type { SheetRow } from './sheet-row.js';
import { StreamedText, type TextEncoding } from './streamed-text.js';

/** How a CSV is written, as its first bytes say. */
export interface CsvDialect {
  readonly encoding: TextEncoding;
  readonly delimiter: string;
}

/** What may stand in one line, or in one cell over several lines. */
const LONGEST_RECORD = 4 * 1024 * 1024;
/** Bytes that are made rows at a time, however large the chunks are in which they come. */
const PIECE = 64 * 1024;

/**
 * Reads a CSV (RFC 4180) of any length, in the memory of some of its rows. Line ends may be of any kind.
 *
 * @returns batches of rows; the return value says whether the last line ends like one
 * @throws FileRefused where a quotation mark is not closed, or the bytes are no text
 */
export async function* streamCsv(
  chunks: AsyncIterable<Uint8Array>,
  { encoding, delimiter }: CsvDialect,
): AsyncGenerator<readonly SheetRow[], { endsWithALineEnd: boolean }> {
  const text = new StreamedText(encoding);
  let number = 0;
  let rest = '';
  const rowsOf = (records: string): SheetRow[] => {
    // The parser itself: what is around it in `Papa.parse` takes as long again.
    const parser = new Papa.Parser({ delimiter, newline: '\n' });
    const { data, errors } = parser.parse(records, 0, false) as Papa.ParseResult<string[]>;
    const fault = errors.find(({ type }) => type === 'Quotes');
    if (fault) throw unclosed(number + (fault.row ?? 0) + 1);
    // The line end of the last record begins no further one.
    if (records.endsWith('\n')) data.pop();
    return data.map((cells) => ({ number: (number += 1), cells }));
  };
  for await (const piece of inPieces(chunks)) {
    rest += text.take(piece);
    const end = endOfRecords(rest);
    if (end > 0) {
      const records = rest.slice(0, end);
      rest = rest.slice(end);
      yield rowsOf(records);
    } else if (rest.length > LONGEST_RECORD) throw unclosed(number + 1);
  }
  rest += text.end();
  const endsWithALineEnd = rest === '' || rest.endsWith('\n');
  if (rest !== '') yield rowsOf(rest);
  if (number === 0) throw refused('file.empty');
  return { endsWithALineEnd };
}

async function* inPieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks)
    for (let at = 0; at < chunk.length; at += PIECE) yield chunk.subarray(at, at + PIECE);
}

/** Behind the last line end that is not within quotation marks. */
function endOfRecords(text: string): number {
  let end = text.lastIndexOf('\n') + 1;
  if (!text.includes('"')) return end;
  let quotes = 0;
  for (let at = text.indexOf('"'); at >= 0 && at < end; at = text.indexOf('"', at + 1)) quotes += 1;
  while (end > 0 && quotes % 2 === 1) {
    const earlier = text.lastIndexOf('\n', end - 2) + 1;
    for (let at = text.indexOf('"', earlier); at >= 0 && at < end; at = text.indexOf('"', at + 1))
      quotes -= 1;
    end = earlier;
  }
  return end;
}

function unclosed(row: number): FileRefused {
  return new FileRefused(
    `Row ${row}: a quotation mark is not closed, or stands inside a cell: put it right in your spreadsheet and save the file again`,
  );
}
