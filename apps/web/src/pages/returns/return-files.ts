import { Decimal } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import type { ReturnSheet } from '@lib/reporting';
import { type ReturnNames, TEMPLATE_SHEET, templateRows } from '@lib/returns';
import { type SheetToWrite, type Value, writeCsv } from '@lib/spreadsheets';

/** What a template of this return says of itself. */
export function namesOf(partnership: Partnership, sheet: ReturnSheet): ReturnNames {
  return { quarter: sheet.quarter.name, authority: sheet.authority, partnership: partnership.name };
}

/** The template with what is saved. A line that says why there is no figure is blank in it, and stays as it is. */
function rowsOf(names: ReturnNames, sheet: ReturnSheet): Value[][] {
  const lines = sheet.lines.map(({ label, unit, figure }) => ({
    label,
    unit,
    count: figure?.kind === 'value' ? new Decimal(figure.value) : null,
  }));
  return templateRows(names, lines);
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
          `Fill in the column “Figure” of the sheet “${TEMPLATE_SHEET}”: whole numbers, and 0 where there were none.`,
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
  'not_available_because',
  'quarter',
  'first_day',
  'authority',
  'partnership',
  'state',
];

/** What a return says as CSV, for other programs (no byte order mark, ISO dates). Blank is `[x]`, as on the pages. */
export function returnCsv(names: ReturnNames, { lines, quarter, state }: ReturnSheet): string {
  const rows = lines.map(({ label, unit, figure }): Value[] => [
    ...[label, unit, figure?.kind === 'value' ? new Decimal(figure.value) : '[x]'],
    figure?.kind === 'not-available' ? figure.reason : null,
    ...[names.quarter, quarter.firstDay, names.authority, names.partnership, state],
  ]);
  return writeCsv([HEADINGS, ...rows]);
}
