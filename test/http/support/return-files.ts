import { sheetRows, workbookParts, zipOf } from '@lib/testing';
import type { SentFile } from './send.js';

const HEADING = ['Measure', 'Unit', 'Figure', 'Quarter', 'Authority', 'Partnership'];
const NAMES = ['April to June 2011', 'Metropolitan Police Service', 'Safer Kingston Partnership'];

/** The template of the police's return for April to June 2011, with a figure for each measure named. */
export function rowsWith(
  figures: Readonly<Record<string, string>>,
  names: readonly string[] = NAMES,
): string[][] {
  return [HEADING, ...Object.entries(figures).map(([name, figure]) => [name, 'offences', figure, ...names])];
}

export function csvText(rows: readonly (readonly string[])[], separator = ','): string {
  const quoted = (text: string) => (/[",;\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => `${row.map(quoted).join(separator)}\r\n`).join('');
}

export function csvFile(content: string | Buffer, name = 'figures.csv'): SentFile {
  return { name, bytes: Buffer.from(content) };
}

/** The template as a workbook; the cells under "Figure" are XML with REF for where they stand, or a text. */
export async function workbookFile(
  figures: Readonly<Record<string, string>>,
  change: (parts: Record<string, string | Buffer>) => Record<string, string | Buffer> = (parts) => parts,
  name = 'figures.xlsx',
): Promise<SentFile> {
  const rows = rowsWith(figures).map((cells, row) =>
    cells.map((cell) => (cell.startsWith('<c ') ? { xml: cell.replace('REF', `C${row + 1}`) } : cell)),
  );
  const parts = workbookParts({ Figures: sheetRows(rows), Notes: sheetRows([['Notes']]) });
  return { name, bytes: await zipOf(change(parts)) };
}
