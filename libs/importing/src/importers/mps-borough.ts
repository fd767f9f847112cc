import { londonAreaCode } from '@lib/published-data';
import type { Importer } from '../importer.js';
import { OFFENCE_COLUMNS, readWide, recogniseWide, type WideLayout } from './mps-wide.js';

const LAYOUT: WideLayout = {
  wanted: [
    ...OFFENCE_COLUMNS,
    {
      key: 'borough',
      name: 'the name of the borough',
      headings: ['LookUp_BoroughName', 'BoroughName', 'Borough', 'LookUp Borough'],
    },
  ],
  areaOf: (cell) => {
    const name = cell('borough');
    return { label: name, name, code: londonAreaCode(name), within: null };
  },
  by: 'by borough',
};

export const mpsBorough: Importer = {
  key: 'mps-borough',
  source: 'mps-borough',
  title: 'MPS Borough Level Crime',
  lookOf:
    'A CSV with a row for each offence and borough and a column for each month; the last 24 months, or all before',
  roles: LAYOUT.wanted,
  // The longest there was has 1,731.
  mostRows: 20_000,
  recognise: (head, answers) => recogniseWide(head, answers, LAYOUT),
  read: (table, recognised, findings, answers) => readWide(table, recognised, findings, answers, LAYOUT),
};
