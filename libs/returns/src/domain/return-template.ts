import type { Decimal, Id } from '@lib/kernel';
import { cellReference, type Cell, type Row, type Sheet } from '@lib/spreadsheets';
import {
  collected,
  type LineToFill,
  readFigure,
  type ReadFigure,
  type ReadFigures,
  refuse,
  reject,
  type Rejected,
  sameName,
} from './read-figures.js';

/** The sheet of the figures in a template that is a workbook. */
export const TEMPLATE_SHEET = 'Figures';

const HEADINGS = ['Measure', 'Unit', 'Figure', 'Quarter', 'Authority', 'Partnership'] as const;
type Heading = (typeof HEADINGS)[number];

/** What every row of a template says about itself, so that it cannot be taken for another return's. */
export interface ReturnNames {
  readonly quarter: string;
  readonly authority: string;
  readonly partnership: string;
}

const IDENTITY = ['Quarter', 'Authority', 'Partnership'] as const;
const NAME_OF: Record<(typeof IDENTITY)[number], keyof ReturnNames> = {
  Quarter: 'quarter',
  Authority: 'authority',
  Partnership: 'partnership',
};

/** The template of a return: the heading, and a row for each line with what is saved on it. */
export function templateRows(
  { quarter, authority, partnership }: ReturnNames,
  lines: readonly {
    readonly label: string;
    readonly unit: string;
    readonly figure: Decimal | string | null;
  }[],
): (Decimal | string | null)[][] {
  return [
    [...HEADINGS],
    ...lines.map(({ label, unit, figure }) => [label, unit, figure, quarter, authority, partnership]),
  ];
}

/**
 * Reads a template that was filled in. Columns may stand in another order and rows too; a row without a figure is left
 * as it is. All or nothing, as with what is pasted.
 */
export function readTemplate(
  { rows, decimalMark }: Pick<Sheet, 'rows' | 'decimalMark'>,
  names: ReturnNames,
  lines: readonly LineToFill[],
): ReadFigures {
  const [heading, ...filled] = rows;
  const columns = heading && columnsOf(heading);
  if (!columns)
    return refuse(
      `The selected file must use the template: its first row has to have the headings ${HEADINGS.join(', ')}`,
    );
  const ofAnother = ofAnotherReturn(filled, columns, names);
  if (ofAnother) return refuse(ofAnother);

  const seen = new Map<Id, string>();
  const results = filled.flatMap((row): (ReadFigure | Rejected)[] => {
    const cellUnder = (column: Heading) => row.cells[columns[column]] ?? { text: '', fault: null };
    const where = (column: Heading) => `Cell ${cellReference(columns[column], row.number)}`;
    const strangers = IDENTITY.filter((column) => !sameName(cellUnder(column).text, names[NAME_OF[column]]));
    if (strangers.length > 0 && row.cells.length > heading.cells.length)
      return [
        reject(
          `Row ${row.number}: there are more cells than headings: put a figure with a comma in quotation marks, or leave the comma out`,
        ),
      ];
    if (strangers.length > 0)
      return strangers.map((column) => reject(`${where(column)} must say “${names[NAME_OF[column]]}”`));
    const { text: name } = cellUnder('Measure');
    if (name === '') return [reject(`${where('Measure')} is empty: it must name a measure of this return`)];
    const line = lines.find(({ label }) => sameName(label, name));
    if (!line) return [reject(`${where('Measure')}: there is no line “${name.slice(0, 60)}” in this return`)];
    const before = seen.get(line.id);
    if (before)
      return [reject(`${where('Measure')}: ${line.label} is there twice, in cell ${before} too`, line)];
    seen.set(line.id, cellReference(columns.Measure, row.number));
    return figureIn(cellUnder('Figure'), where('Figure'), line, decimalMark);
  });
  return collected(results, 'The selected file has no figures: fill in the column “Figure”');
}

function figureIn(
  { text, fault }: Cell,
  where: string,
  line: LineToFill,
  decimalMark: Sheet['decimalMark'],
): (ReadFigure | Rejected)[] {
  if (fault !== null) return [reject(`${where}: ${line.label} ${fault}`, line)];
  return text === '' ? [] : [readFigure(where, line, text, decimalMark)];
}

/** Where each heading stands; null where one is missing or there twice. */
function columnsOf({ cells }: Row): Record<Heading, number> | null {
  const places = HEADINGS.map((heading) => {
    const found = cells.flatMap(({ text }, column) => (sameName(text, heading) ? [column] : []));
    return [heading, found.length === 1 ? found[0]! : null] as const;
  });
  if (places.some(([, column]) => column === null)) return null;
  return Object.fromEntries(places) as Record<Heading, number>;
}

/** The sentence for a template that is another return's from the first row to the last; null for any other file. */
function ofAnotherReturn(
  rows: readonly Row[],
  columns: Record<Heading, number>,
  names: ReturnNames,
): string | null {
  if (rows.some(({ cells }) => cells.length > Math.max(...Object.values(columns)) + 1)) return null;
  for (const column of IDENTITY) {
    const ours = names[NAME_OF[column]];
    const [first, ...others] = rows.map(({ cells }) => cells[columns[column]]?.text ?? '');
    // One name on every row, and another than ours; a name longer than any is no name.
    if (!first || first.length > 100 || sameName(first, ours)) continue;
    if (others.some((other) => !sameName(other, first))) continue;
    return column === 'Quarter'
      ? `This is the template for ${first}; this return is for ${ours}`
      : `This is the template of ${first}; this return is of ${ours}`;
  }
  return null;
}
