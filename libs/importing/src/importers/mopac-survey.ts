import type { Importer, PublishedCell } from '../importer.js';
import { findColumns, findHeading, type WantedColumn } from '../table/columns.js';
import { rowsBelow } from '../table/rows-below.js';
import { SurveyRows } from './mopac-survey-rows.js';

const WANTED: readonly WantedColumn[] = [
  { key: 'date', name: 'the last day of the twelve months', headings: ['Date'] },
  { key: 'survey', name: 'the survey', headings: ['Survey'], optional: true },
  { key: 'borough', name: 'the name of the borough', headings: ['Borough'] },
  { key: 'measure', name: 'what was asked about', headings: ['Measure'] },
  { key: 'share', name: 'the share of people', headings: ['Proportion'] },
  { key: 'london', name: 'the share in all of London', headings: ['MPS'], optional: true },
];

/**
 * The survey's two files: by borough, with all of London beside each row, and of London alone. Each row is a measure in
 * the twelve months that end with a quarter.
 */
export const mopacSurvey: Importer = {
  key: 'mopac-survey',
  source: 'mopac-survey',
  title: 'MOPAC Public Attitude Survey',
  lookOf:
    'A CSV with a row for each quarter, borough and measure: “Good Job” local, Trust MPS; by borough, or of London',
  roles: WANTED,
  // That of boroughs to December 2023 has 9,312.
  mostRows: 200_000,
  recognise({ format, sheets }, answers) {
    if (format !== 'csv') return null;
    const { rows } = sheets[0]!;
    const heading = findHeading(rows, WANTED, 4, answers);
    if (!heading) return null;
    const found = findColumns(heading.cells, WANTED, answers);
    const borough = found.columns.get('borough');
    const isOfLondon =
      borough !== undefined &&
      rows.every(({ number, cells }) => number <= heading.number || /^mps$/i.test(cells[borough] ?? ''));
    return {
      ...found,
      headingRow: heading.number,
      what: `twelve months to each quarter, ${isOfLondon ? 'all of London' : 'by borough'}`,
    };
  },
  async *read(table, { columns, headingRow }, findings) {
    const survey = new SurveyRows(columns, findings);
    for await (const rows of rowsBelow(table, headingRow, findings))
      yield { cells: rows.flatMap((row): PublishedCell[] => survey.cellsOf(row)) };
    survey.askForMissing();
  },
};
