import { createHash } from 'node:crypto';
import {
  type CsvDialect,
  delimiterOf,
  EncodingWatch,
  isArchive,
  isCompoundFile,
  openWorkbook,
  refuseLargeWorkbook,
  type SheetRow,
  streamCsv,
  StreamedText,
} from '@lib/spreadsheets';
import { ImportRefused } from '../domain/import-refused.js';

/** A file on its way in. It can be read more than once, from the start. */
export interface ImportedFile {
  readonly name: string;
  open(): AsyncIterable<Uint8Array>;
}

/** The first rows of a file, for importers to recognise it by. */
export interface HeadOfTable {
  readonly format: 'csv' | 'xlsx';
  /** A CSV has one without a name. */
  readonly sheets: readonly { readonly name: string | null; readonly rows: readonly SheetRow[] }[];
  /** Null for a workbook. */
  readonly delimiter: string | null;
}

/** A file that can be read row by row, as often as one likes. */
export interface OpenTable {
  readonly head: HeadOfTable;
  /** Of all its bytes. */
  readonly sha256: string;
  readonly size: number;
  /**
   * Rows in batches; of a CSV, whether its last line ends like one.
   * @param sheet of a workbook; null for a CSV
   */
  rows(sheet: string | null): AsyncGenerator<readonly SheetRow[], { endsWithALineEnd: boolean }>;
}

const HEAD_BYTES = 256 * 1024;
const HEAD_ROWS = 30;
const BATCH = 1000;

/**
 * Looks at all bytes of a file once, and at its first rows.
 * @throws ImportRefused or FileRefused for what is no table
 */
export async function openTable(file: ImportedFile): Promise<OpenTable> {
  const { sha256, size, encoding, first } = await lookAtBytes(file);
  if (size === 0) throw new ImportRefused('The file is empty. Download it again from its publisher.');
  if (isArchive(first) || isCompoundFile(first)) return openWorkbookTable(file, { sha256, size });
  const text = new StreamedText(encoding).take(first);
  if (/^\s*</.test(text))
    throw new ImportRefused('The file is a web page: download the CSV or XLSX that it links to.');
  const dialect: CsvDialect = { encoding, delimiter: delimiterOf(text) };
  const rows = () => streamCsv(file.open(), dialect);
  return {
    ...{ sha256, size, rows },
    head: {
      format: 'csv',
      delimiter: dialect.delimiter,
      sheets: [{ name: null, rows: await headOf(rows()) }],
    },
  };
}

/** A workbook is small, and its table of contents stands at its end: it is held in memory. */
async function openWorkbookTable(
  file: ImportedFile,
  looked: { sha256: string; size: number },
): Promise<OpenTable> {
  refuseLargeWorkbook(looked.size);
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.open()) chunks.push(chunk);
  const sheets = await openWorkbook(Buffer.concat(chunks));
  return {
    ...looked,
    head: {
      format: 'xlsx',
      delimiter: null,
      sheets: sheets.map((sheet) => ({ name: sheet.name, rows: sheet.head(HEAD_ROWS) })),
    },
    async *rows(name) {
      const sheet = sheets.find((one) => one.name === name);
      if (!sheet) throw new Error(`The workbook has no sheet ${name}.`);
      const rows = sheet.rows();
      for (let at = 0; at < rows.length; at += BATCH) yield rows.slice(at, at + BATCH);
      return { endsWithALineEnd: true };
    },
  };
}

async function lookAtBytes(file: ImportedFile) {
  const hash = createHash('sha256');
  const watch = new EncodingWatch();
  let size = 0;
  let first = Buffer.alloc(0);
  for await (const chunk of file.open()) {
    hash.update(chunk);
    watch.look(chunk);
    size += chunk.length;
    if (first.length < HEAD_BYTES) first = Buffer.concat([first, chunk]).subarray(0, HEAD_BYTES);
  }
  return { sha256: hash.digest('hex'), size, encoding: watch.encoding, first };
}

async function headOf(batches: AsyncGenerator<readonly SheetRow[]>): Promise<readonly SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const batch of batches) {
    rows.push(...batch.slice(0, HEAD_ROWS - rows.length));
    if (rows.length >= HEAD_ROWS) break;
  }
  return rows;
}
