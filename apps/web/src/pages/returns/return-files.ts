import { Decimal } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import type { ReturnSheet, SheetFigure } from '@lib/reporting';
import { BETWEEN_MONTHS, type ReturnNames, TEMPLATE_SHEET, templateRows } from '@lib/returns';
import { type SheetToWrite, type Value, writeCsv } from '@lib/spreadsheets';
import { figureText } from './return-words.js';

/** What a template of this return says of itself. */
export function namesOf(partnership: Partnership, sheet: ReturnSheet): ReturnNames {
  return { quarter: sheet.quarter.name, authority: sheet.authority, partnership: partnership.name };
}

/** The template with what is saved. A line that says why there is no figure is blank in it, and stays as it is. */
function rowsOf(names: ReturnNames, sheet: ReturnSheet): Value[][] {
  const lines = sheet.lines.map(({ label, unit, countedBy, figure }) => ({
    label,
    unit:
      countedBy === 'month'
        ? `${unit}, three months like 40 ${BETWEEN_MONTHS} 44 ${BETWEEN_MONTHS} 38`
        : unit,
    figure: cellOf(figure),
  }));
  return templateRows(names, lines);
}

function cellOf(figure: SheetFigure | null): Value {
  if (figure?.kind === 'nil') return 'nil';
  if (figure?.kind !== 'value') return null;
  return figure.months ? figure.months.join(` ${BETWEEN_MONTHS} `) : new Decimal(figure.value);
}

/**
 * The template as CSV. It begins with a byte order mark, without which Excel takes UTF-8 for Windows-1252: names of
 * measures would come back spoilt.
 */
export function templateCsv(names: ReturnNames, sheet: ReturnSheet): string {
  return `\ufeff${writeCsv(rowsOf(names, sheet))}`;
}

/** The template as the sheets of a workbook. */
export function templateSheets(names: ReturnNames, sheet: ReturnSheet): SheetToWrite[] {
  return [
    { name: TEMPLATE_SHEET, rows: rowsOf(names, sheet), widths: [45, 14, 14, 26, 34, 34] },
    {
      name: 'Notes',
      rows: [
        ['Notes'],
        [`This is the template of ${names.authority} (${names.partnership}) for ${names.quarter}.`],
        [
          `Fill in the column “Figure” of the sheet “${TEMPLATE_SHEET}”: whole numbers, 0 where you counted and there were none, nil where there was nothing to report.`,
        ],
        ['A row that is left blank, or deleted, leaves its line of the return as it is.'],
        ['Do not change the other columns: they say which return the figures are for.'],
        ['Nothing is saved by uploading: you see what would change first.'],
      ],
      widths: [100],
    },
  ];
}

const HEADINGS = [
  'measure',
  'unit',
  'figure',
  'months',
  'no_figure_because',
  'source',
  'extracted_on',
  'right_because',
  'commentary',
  'quarter',
  'first_day',
  'authority',
  'partnership',
  'state',
];

/** What a return says as CSV, for other programs (no byte order mark, ISO dates). Blank is `[x]`, as on the pages. */
export function returnCsv(names: ReturnNames, { lines, quarter, state }: ReturnSheet): string {
  const rows = lines.map(({ label, unit, figure, rightBecause, commentary }): Value[] => [
    ...[label, unit, figure?.kind === 'value' ? new Decimal(figure.value) : figureText(figure)],
    ...[months(figure), figure && 'reason' in figure ? figure.reason : null],
    ...provenance(figure),
    ...[rightBecause, commentary],
    ...[names.quarter, quarter.firstDay, names.authority, names.partnership, state],
  ]);
  return writeCsv([HEADINGS, ...rows]);
}

function months(figure: SheetFigure | null): Value {
  return figure?.kind === 'value' && figure.months ? figure.months.join(` ${BETWEEN_MONTHS} `) : null;
}

function provenance(figure: SheetFigure | null): Value[] {
  const said = figure?.kind === 'value' ? figure.provenance : null;
  return [said?.source ?? null, said?.extractedOn ?? null];
}
