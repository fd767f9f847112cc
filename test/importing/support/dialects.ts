import { LONDON_BOROUGHS } from '@lib/published-data';
import type { Written } from '../../../libs/importing/src/testing/csv-of.js';

type Rows = readonly (readonly string[])[];

/** A small file of one of the publishers, made by hand as theirs are. */
export interface Dialect {
  readonly name: string;
  /** The first one is the heading. */
  readonly rows: Rows;
  readonly written: Written;
  /** Columns whose cells are counted or measured. */
  readonly figures: readonly number[];
  /**
   * Rows that are about as much as there can be about something rare: the publisher leaves such rows out where nothing
   * was counted. That one of them is missing, or is of another area now, the file itself cannot tell: only the release
   * before can, and where that is loaded no row is an exception.
   */
  readonly rare: (row: readonly string[]) => boolean;
  /** Columns that say what a row is about. */
  readonly labels: readonly number[];
}

const months = (first: number, count: number) =>
  Array.from({ length: count }, (_, index) => {
    const at = Math.floor(first / 100) * 12 + (first % 100) - 1 + index;
    return `${Math.floor(at / 12)}${String((at % 12) + 1).padStart(2, '0')}`;
  });
/** Numbers that differ from row to row and month to month, some above a thousand. */
const counts = (seed: number, count: number) =>
  Array.from({ length: count }, (_, index) =>
    String(((seed * 37 + index * 11) % 90) * (seed % 4 === 0 ? 31 : 1) + 1),
  );

/** What every borough has a row of, and what not; the last line of a borough is one that every borough has. */
const OFFENCES = [
  ['ARSON AND CRIMINAL DAMAGE', 'ARSON'],
  ['ARSON AND CRIMINAL DAMAGE', 'CRIMINAL DAMAGE'],
  ['ROBBERY', 'ROBBERY OF PERSONAL PROPERTY'],
  ['SEXUAL OFFENCES', 'RAPE'],
  ['VIOLENCE AGAINST THE PERSON', 'HOMICIDE'],
  ['VIOLENCE AGAINST THE PERSON', 'VIOLENCE WITH INJURY'],
] as const;
const RARE = ['ARSON', 'RAPE', 'HOMICIDE'];

function wide(first: number, count: number, seed = 0): Rows {
  return [
    ['MajorText', 'MinorText', 'BoroughName', ...months(first, count)],
    ...['Bexley', 'Kingston upon Thames', 'Sutton'].flatMap((borough, at) =>
      OFFENCES.filter(([, minor]) => minor !== 'HOMICIDE' || at === 1).map(([major, minor], index) => [
        ...[major, minor, borough],
        ...counts(seed + at * 7 + index + 1, count),
      ]),
    ),
  ];
}

export const BOROUGH: Dialect = {
  name: 'MPS boroughs, 24 months',
  rows: wide(202403, 24),
  written: { lineEnd: '\r\n' },
  figures: Array.from({ length: 24 }, (_, at) => at + 3),
  labels: [0, 1, 2],
  rare: (row) => RARE.includes(row[1]!),
};

/** The release of March 2026 has 24 months from March 2024 on: before that lies this. */
export const HISTORICAL: Dialect = {
  ...BOROUGH,
  name: 'MPS boroughs, all months before',
  rows: wide(201004, 167, 3),
  figures: Array.from({ length: 167 }, (_, at) => at + 3),
};

const WARDS = [
  ['Canbury', 'E05013928', 'Kingston upon Thames'],
  ['St Mark’s', 'E05013943', 'Kingston upon Thames'],
  ['Belmont', 'E05013751', 'Sutton'],
  ['Belmont', 'E05013544', 'Harrow'],
] as const;

export const WARD: Dialect = {
  name: 'MPS wards',
  rows: [
    ['MajorText', 'MinorText', 'WardName', 'WardCode', 'LookUp_BoroughName', ...months(202306, 24)],
    ...WARDS.flatMap((ward, at) =>
      OFFENCES.map(([major, minor], index) => [major, minor, ...ward, ...counts(at * 9 + index, 24)]),
    ),
  ],
  written: { lineEnd: '\n' },
  figures: Array.from({ length: 24 }, (_, at) => at + 5),
  labels: [0, 1, 2, 3, 4],
  rare: (row) => RARE.includes(row[1]!),
};

export const DASHBOARD: Dialect = {
  name: 'MPS dashboard',
  rows: [
    [
      ...['month_year', 'area_type', 'borough_snt', 'area_name', 'area_code', 'crime_type', 'crime_subtype'],
      ...['measure', 'financial_year', 'fy_fyindex', 'count', 'refresh_date', 'sheet'],
    ],
    ...['2025-05-01', '2025-06-01', '2025-07-01'].flatMap((month, at) =>
      [
        ['Bexley', 'E09000004'],
        ['Kingston upon Thames', 'E09000021'],
      ].flatMap(([name, code], area) =>
        [
          ['Knife Crime', 'Knife Crime with Injury'],
          ['TNO', 'TNO Non Victim Based'],
          ['TNO', 'TNO Victim Based'],
        ].map(([type, subtype], index) => [
          ...[
            month,
            'Borough',
            name!,
            name!,
            code!,
            type!,
            subtype!,
            'Offences',
            'fy25-26',
            `25-26_0${at + 2}`,
          ],
          ...[counts(at * 11 + area * 5 + index, 1)[0]!, '2025-08-02', 'MPS_MonthlyCrimeDashboard_Other'],
        ]),
      ),
    ),
  ],
  written: { lineEnd: '\n' },
  figures: [10],
  labels: [0, 4, 6],
  rare: (row) => row[6] === 'Knife Crime with Injury',
};

const QUARTERS = ['30/06/2023', '30/09/2023', '31/12/2023'];
const SHARES = ['0,51', '0,72', '0,47', '0,69', '0,66', '0,8'];

export const SURVEY: Dialect = {
  name: 'MOPAC survey, boroughs',
  rows: [
    ['Date', 'Survey', 'Borough', 'Measure', 'Proportion', 'MPS'],
    ...QUARTERS.flatMap((quarter, at) =>
      ['"Good Job" local', 'Trust MPS'].flatMap((measure, index) =>
        Object.values(LONDON_BOROUGHS).map((borough, area) => [
          ...[quarter, 'PAS', borough, measure],
          ...[SHARES[(at + index * 2 + area) % 6]!, SHARES[(at + index) % 6]!],
        ]),
      ),
    ),
  ],
  written: { delimiter: ';', lineEnd: '\r\n' },
  figures: [4, 5],
  labels: [0, 2, 3],
  rare: () => false,
};

const numberOfCrime = (seed: number) =>
  (seed * 2_654_435_761).toString(16).padStart(16, '0').repeat(8).slice(0, 64);

function street(isNumbered: boolean): Rows {
  const crimes = [
    ['E01002900', 'Kingston upon Thames 001A', 'Burglary'],
    ['E01002900', 'Kingston upon Thames 001A', 'Burglary'],
    ['E01002900', 'Kingston upon Thames 001A', 'Shoplifting'],
    ['E01002901', 'Kingston upon Thames 001B', 'Burglary'],
    ['E01004003', 'Sutton 002C', 'Burglary'],
    ['', '', 'Burglary'],
  ];
  return [
    [
      ...[
        'Crime ID',
        'Month',
        'Reported by',
        'Falls within',
        'Longitude',
        'Latitude',
        'Location',
        'LSOA code',
      ],
      ...['LSOA name', 'Crime type', 'Last outcome category', 'Context'],
    ],
    ...crimes.map(([code, name, type], at) => [
      ...[isNumbered ? numberOfCrime(at + 1) : '', '2023-06', 'Metropolitan Police Service'],
      ...['Metropolitan Police Service', code === '' ? '' : '-0.30', code === '' ? '' : '51.4'],
      ...[code === '' ? 'No Location' : `On or near Street ${at}`, code!, name!, type!],
      ...['Status update unavailable', ''],
    ]),
  ];
}

export const STREET: Dialect = {
  name: 'crimes by street',
  rows: street(true),
  written: { lineEnd: '\n' },
  figures: [],
  labels: [1, 2, 7, 8],
  // A row is one crime: that there was one more, nothing tells.
  rare: () => true,
};

export const STREET_2010: Dialect = {
  ...STREET,
  name: 'crimes by street, without numbers',
  rows: street(false),
};

export const LOOKUP: Dialect = {
  name: 'lookup of areas',
  rows: [
    ['LAD23CD', 'LAD23NM', 'CSP23CD', 'CSP23NM', 'PFA23CD', 'PFA23NM', 'ObjectId'],
    ['E09000021', 'Kingston upon Thames', 'E22000206', 'Kingston', 'E23000001', 'Metropolitan Police', '1'],
    ['E07000244', 'East Suffolk', 'E22000274', 'Suffolk Coastal', 'E23000025', 'Suffolk', '2'],
    ['E07000244', 'East Suffolk', 'E22000278', 'Waveney', 'E23000025', 'Suffolk', '3'],
    ['E07000043', 'North Devon', 'E22000363', 'North Devon', 'E23000035', 'Devon & Cornwall', '4'],
    ['E07000046', 'Torridge', 'E22000363', 'North Devon', 'E23000035', 'Devon & Cornwall', '5'],
  ],
  written: { encoding: 'utf-8 with a mark' },
  figures: [],
  labels: [0, 2],
  // One of several rows of a local authority: how many partnerships it lies in, nothing else says.
  rare: (row) => row[0] === 'E07000244',
};

export const DIALECTS = [BOROUGH, HISTORICAL, WARD, DASHBOARD, SURVEY, STREET, STREET_2010, LOOKUP];

/** The release before, with a row of each kind for the same time and other numbers. */
export const EARLIER_BOROUGH: Dialect = { ...BOROUGH, rows: wide(202402, 24, 5) };
