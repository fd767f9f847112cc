import { describeWithSharedData, sheetRows, workbookParts, zipOf } from '@lib/testing';
import fc from 'fast-check';
import { shuffled } from '../testing/csv-of.js';
import { fileOf, figuresOf, readPublished } from '../testing/read-published.js';
import { openTable } from '../table/open-table.js';
import { onsPartnerships } from './ons-partnerships.js';

type Cell = string | number;
type Row = Cell[];
const AREAS = [
  'Police Force\n Area code',
  'Police Force  Area name',
  'Community Safety\nPartnership code',
  'Community Safety Partnership name',
  'Local Authority code',
  'Local Authority name ',
];
const COUNTS = [
  ...AREAS,
  'Total recorded crime\n (excluding fraud)',
  'Burglary [note 4]',
  'Robbery',
  'Residential burglary',
];
const RATES = [
  ...AREAS,
  'Population figures\n (mid-2022) \n- rounded to 100',
  'Household figures\n (mid-2021)\n - rounded to 100',
  'Total recorded crime (excluding fraud)',
  'Burglary',
  'Robbery',
  'Residential burglary (per 1,000 household)',
];
const FORCE = ['E23000001', 'Metropolitan Police', '', '', '', ''];
const KINGSTON = [
  'E23000001',
  'Metropolitan Police ',
  'E22000206',
  'Kingston upon Thames',
  'E09000021',
  'Kingston upon Thames',
];
const CITY = [
  'E23000001',
  'Metropolitan Police',
  'E22000999',
  'Two Boroughs [note 9]',
  'Combined Local Authorities',
  '',
];
const UNASSIGNED = ['E23000001', 'Metropolitan Police', '', 'unassigned Metropolitan police', '', ''];
const GWENT = ['W15000002', 'Gwent', '', '', '', ''];
const NEWPORT = ['W15000002', 'Gwent', 'W14000010', 'Newport', 'W06000022', 'Newport'];
const title = (text: string): Row[] => [
  [text],
  ['This worksheet contains one table.'],
  ['Source: Home Office'],
];
const TITLES = {
  c2: 'Table C2: Number of police recorded crimes for headline offences by Community Safety Partnership area, year ending December 2024 [note 1][note 2]',
  c3: 'Table C3: Percentage change between recorded crimes, for year ending December 2023 and year ending December 2024',
  c4: 'Table C4:  Recorded crime rate per 1,000 population/households by Community Safety Partnership area, January 2024 to December 2024',
  c5: 'Table C5: Number of police recorded crimes by Community Safety Partnership area, year ending December 2023 [note 1]',
};
const counts = (times: number): Row[] => [
  COUNTS,
  [...FORCE, 30 * times, 12 * times, 6 * times, 8 * times],
  [...KINGSTON, 10 * times, 5 * times, 2 * times, 3 * times],
  [...CITY, 18 * times, 7 * times, 4 * times, 5 * times],
  [...UNASSIGNED, 2 * times],
  [...GWENT, 4 * times, 3 * times, 1 * times, 2 * times],
  [...NEWPORT, 4 * times, 3 * times, 1 * times, 2 * times],
  ['[note 1] Caution must be taken.'],
];
// A workbook keeps no empty cells at the end of a row: nothing was recorded for two columns.
const rates = (): Row[] => [
  RATES,
  [...FORCE, 1000, 500, 30, 12, 6, 16],
  [...KINGSTON, 168300, 65600, 10 / 168.3, 5 / 168.3, 2 / 168.3, 3 / 65.6],
  [...CITY, 8600, 4700, '[u1]', '[u1]', '[u1]', '[u1]'],
  [...UNASSIGNED, '[X]', '[X]', '[x]', '[x]', '[x]', '[x]'],
  [...GWENT, 1000, 500, 4, 3, 1, 4],
  [...NEWPORT, 1000, 500, 4, 3, 1, 4],
];
/** From twice as many. */
const changes = (): Row[] => [
  COUNTS,
  ...[FORCE, KINGSTON, CITY, GWENT, NEWPORT].map((area) => [...area, -50, -50, -50, '[u]']),
  [...UNASSIGNED, '[x]', '[x]', '[x]', '[x]'],
];
interface Tables {
  c2: Row[];
  c3: Row[];
  c4: Row[];
  c5: Row[];
  titles: typeof TITLES;
  /** Headings of the list of combined local authorities that are other ones. */
  c1: Readonly<Record<string, string>>;
}
const TABLES: Tables = { c2: counts(1), c3: changes(), c4: rates(), c5: counts(2), titles: TITLES, c1: {} };
const bytesOf = (changed: Partial<Tables> = {}) => {
  const { c1, c2, c3, c4, c5, titles } = { ...TABLES, ...changed };
  const sheet = (heading: string, rows: Row[]) => sheetRows([...title(heading), ...rows]);
  return zipOf(
    workbookParts({
      Cover_sheet: sheetRows([['Police force area data tables - year ending December 2024']]),
      'Table P1': sheetRows([
        ['Area Code', 'Area Name', 'Burglary'],
        ['K04000001', 'ENGLAND AND WALES', 7],
      ]),
      'Table C1': sheetRows([
        ['Table C1: List of combined Local Authorities'],
        [
          'Police Force Area name',
          'Community Safety Partnership name',
          'Local Authority code',
          'Local Authority name',
        ].map((heading) => c1[heading] ?? heading),
        ['Metropolitan Police', 'Two Boroughs', 'E09000002', 'Barking and Dagenham'],
        ['', '', 'E09000003', 'Barnet'],
      ]),
      'Table C2 ': `<sheetData>${sheet(titles.c2, c2)}</sheetData><mergeCells><mergeCell ref="A1:C1"/></mergeCells>`,
      'Table C3': sheet(titles.c3, c3),
      'Table C4': sheet(titles.c4, c4),
      'Table C5': sheet(titles.c5, c5),
    }),
  );
};
const read = async (changed: Partial<Tables> = {}, answers: Record<string, string> = {}) =>
  readPublished(onsPartnerships, await bytesOf(changed), new Map(Object.entries(answers)));
const changedRow = (rows: Row[], at: number, change: (row: Row) => Row) =>
  rows.map((row, index) => (index === at ? change(row) : row));
const askedOf = async (changed: Partial<Tables>) =>
  (await read(changed))!.asked.map(({ sentence }) => sentence);

describe('the tables of partnerships', () => {
  it('have counts of two years and rates, in the places where the headings say', async () => {
    const found = (await read())!;
    expect(found.asked).toEqual([]);
    expect(found.release).toBe('2025-04-01');
    expect(found.recognised.what).toBe(
      'year ending December 2024 and year ending December 2023, by community safety partnership',
    );
    expect(figuresOf(found).filter((figure) => figure.startsWith('E22000206'))).toEqual([
      'E22000206 | Burglary (count) | 2023-01-01 to 2024-01-01 | 10',
      'E22000206 | Burglary (count) | 2024-01-01 to 2025-01-01 | 5',
      'E22000206 | Burglary (per 1,000 population) (rate) | 2024-01-01 to 2025-01-01 | 0.029708853238265',
      'E22000206 | Household figures - rounded to 100 (count) | 2021-06-30 to 2021-07-01 | 65600',
      'E22000206 | Population figures - rounded to 100 (people) | 2022-06-30 to 2022-07-01 | 168300',
      'E22000206 | Residential burglary (count) | 2023-01-01 to 2024-01-01 | 6',
      'E22000206 | Residential burglary (count) | 2024-01-01 to 2025-01-01 | 3',
      'E22000206 | Residential burglary (per 1,000 household) (rate) | 2024-01-01 to 2025-01-01 | 0.0457317073170732',
      'E22000206 | Robbery (count) | 2023-01-01 to 2024-01-01 | 4',
      'E22000206 | Robbery (count) | 2024-01-01 to 2025-01-01 | 2',
      'E22000206 | Robbery (per 1,000 population) (rate) | 2024-01-01 to 2025-01-01 | 0.011883541295306',
      'E22000206 | Total recorded crime (excluding fraud) (count) | 2023-01-01 to 2024-01-01 | 20',
      'E22000206 | Total recorded crime (excluding fraud) (count) | 2024-01-01 to 2025-01-01 | 10',
      'E22000206 | Total recorded crime (excluding fraud) (per 1,000 population) (rate) | 2024-01-01 to 2025-01-01 | 0.05941770647653',
    ]);
    expect(found.cells[4]).toMatchObject({ row: 6, column: 6, sheet: 'Table C2 ' });
  });

  it('keep forces, partnerships and what lies in none of them apart', async () => {
    const areas = new Set((await read())!.cells.map(({ area }) => area));
    expect([...areas]).toEqual([
      { label: 'E23000001', name: 'Metropolitan Police', code: 'E23000001', within: null },
      { label: 'E22000206', name: 'Kingston upon Thames', code: 'E22000206', within: 'Metropolitan Police' },
      { label: 'E22000999', name: 'Two Boroughs', code: 'E22000999', within: 'Metropolitan Police' },
      {
        ...{ label: 'E23000001/unassigned', code: 'E23000001/unassigned' },
        ...{ name: 'unassigned Metropolitan police', within: 'Metropolitan Police' },
      },
      { label: 'W15000002', name: 'Gwent', code: 'W15000002', within: null },
      { label: 'W14000010', name: 'Newport', code: 'W14000010', within: 'Gwent' },
    ]);
  });

  it('keep marks apart from numbers, and what is empty from nought', async () => {
    const found = (await read())!;
    const marks = new Map(
      found.cells
        .filter(({ mark }) => mark)
        .map(({ area, series, mark, period }) => [`${area.label} ${series.label} ${period.from}`, mark]),
    );
    expect(marks.get('E22000999 Burglary (per 1,000 population) 2024-01-01')).toBe('u1');
    expect(marks.get('E23000001/unassigned Population figures - rounded to 100 2022-06-30')).toBe('x');
    expect(marks.get('E23000001/unassigned Robbery 2024-01-01')).toBe('blank');
  });

  it('say which local authority lies in which partnership, and that in which force', async () => {
    const links = (await read())!.links.map(({ areaCode, withinCode }) => `${areaCode} in ${withinCode}`);
    expect(links.toSorted()).toEqual([
      'E09000002 in E22000999',
      'E09000003 in E22000999',
      'E09000021 in E22000206',
      'E22000206 in E23000001',
      'E22000999 in E23000001',
      'W06000022 in W14000010',
      'W14000010 in W15000002',
    ]);
  });

  it('say that changes are not read', async () => {
    expect((await read())!.notes).toEqual([
      'Sheet “Table C3” is not read: changes are worked out from counts.',
    ]);
  });

  it('may be called anything', async () => {
    const titles = { ...TITLES, c2: TITLES.c2.replace('Table C2', 'Table 7') };
    expect(figuresOf((await read({ titles }))!)).toEqual(figuresOf((await read())!));
  });
});

describe('tables that contradict themselves are asked about', () => {
  it('where a row has the code of another force', async () => {
    const rows = changedRow(counts(1), 6, (row) => row.with(0, 'E23000001'));
    const found = (await read({ c2: rows }))!;
    expect(found.asked.map(({ sentence }) => sentence)).toEqual([
      'Row 10 of sheet “Table C2 ” (Newport) says Gwent, which has the code W15000002, but gives the code E23000001, which is that of Metropolitan Police. Is it of Gwent?',
    ]);
    expect(found.links.find(({ areaCode }) => areaCode === 'W14000010')?.withinCode).toBe('W15000002');
  });

  it.each<[string, Partial<Tables>, string]>([
    [
      'where a partnership has two codes',
      { c5: changedRow(counts(2), 2, (row) => row.with(2, 'E22000207')) },
      'has E22000207 for Kingston upon Thames in Metropolitan Police, and before it was the code E22000206.',
    ],
    [
      'where a code has two names',
      { c5: changedRow(counts(2), 2, (row) => row.with(3, 'Merton')) },
      'has E22000206 for Merton in Metropolitan Police, and before it was “Kingston upon Thames in Metropolitan Police”.',
    ],
    [
      'where a row was lost',
      { c2: counts(1).filter((_, index) => index !== 2) },
      'row 5 has 30 for “Total recorded crime (excluding fraud)” in all of Metropolitan Police, and the rows of its parts add up to 20.',
    ],
    [
      'where one sheet has areas that another one lacks',
      { c4: rates().filter((_, index) => index !== 2) },
      'Sheet “Table C4” has no row for E22000206, which other sheets have.',
    ],
    [
      'where two columns of counts have changed their headings',
      { c2: changedRow(counts(1), 0, (row) => row.with(7, COUNTS[8]!).with(8, COUNTS[7]!)) },
      'The rates of sheet “Table C4” are not what the counts of sheet “Table C2 ” make: “Burglary (per 1,000 population)” in Metropolitan Police (row 5: 12)',
    ],
    [
      'where a number of the year before is another one',
      {
        c5: changedRow(
          changedRow(counts(2), 2, (row) => row.with(8, 5)),
          1,
          (row) => row.with(8, 13),
        ),
      },
      'The changes of sheet “Table C3” are not what the counts of sheets “Table C5” and “Table C2 ” make: “Robbery” in Metropolitan Police (row 5: -50)',
    ],
    [
      'where a partnership has no number',
      { c5: changedRow(counts(2), 2, (row) => row.with(8, '')) },
      'Row 6 of sheet “Table C5” has no number for “Robbery” in Kingston upon Thames',
    ],
    [
      'where an offence has no column',
      { c5: counts(2).map((row) => row.toSpliced(8, 1)) },
      'Sheet “Table C5” has no column for “robbery”, which other sheets have',
    ],
    [
      'where a table is missing',
      { titles: { ...TITLES, c5: TITLES.c3 } },
      'Such workbooks have sheets with numbers of recorded crimes in the year and in the year before',
    ],
    [
      'where rates are of another year than counts',
      { titles: { ...TITLES, c4: TITLES.c4.replaceAll('2024', '2025') } },
      'Sheets “Table C4”, with rates, and “Table C2 ”, with the newest counts, are of different years',
    ],
    [
      'where a year is another one',
      { titles: { ...TITLES, c5: TITLES.c5.replace('2023', '2022') } },
      'The counts are of the years to December 2024 and December 2022',
    ],
  ])('%s', async (_, changed, sentence) => expect((await askedOf(changed)).join(' ')).toContain(sentence));

  it('where a place has a name and no code', async () => {
    const rows = changedRow(counts(1), 2, (row) => row.with(2, ''));
    const place = (await read({ c2: rows }))!.cells.find(({ area }) => area.code === null);
    expect(place?.area).toMatchObject({
      label: 'E23000001/Kingston upon Thames',
      within: 'Metropolitan Police',
    });
  });
});

describe('tables that cannot be read are refused', () => {
  it.each<[string, Partial<Tables>, string]>([
    [
      'with no year in a title',
      { titles: { ...TITLES, c2: TITLES.c2.replace(/year.*/, '') } },
      'does not say of which year',
    ],
    [
      'with two years',
      { titles: { ...TITLES, c2: `${TITLES.c2} and year ending March 2024` } },
      'does not say of which year',
    ],
    [
      'with half a year',
      { titles: { ...TITLES, c4: TITLES.c4.replace('January', 'July') } },
      'does not say of which year',
    ],
    [
      'with a part of a crime',
      { c2: changedRow(counts(1), 2, (row) => row.with(8, 2.5)) },
      'Cell I6 of sheet “Table C2 ” holds “2.5”',
    ],
    [
      'with words',
      { c2: changedRow(counts(1), 2, (row) => row.with(8, 'few')) },
      'Cell I6 of sheet “Table C2 ” holds “few”',
    ],
    [
      'with a row beyond the heading',
      { c2: changedRow(counts(1), 2, (row) => [...row, 7]) },
      'Row 6 of sheet “Table C2 ” goes on to the right',
    ],
    [
      'with figures of nobody',
      { c2: changedRow(counts(1), 2, (row) => row.with(0, '')) },
      'Row 6 of sheet “Table C2 ” has figures, but no code',
    ],
    [
      'with two headings that are the same',
      { c2: changedRow(counts(1), 0, (row) => row.with(8, 'Burglary [note 4]')) },
      'two columns “Burglary [note 4]”',
    ],
  ])('%s', async (_, changed, sentence) => expect(read(changed)).rejects.toThrow(sentence));
});

describe('tables that were changed on their way', () => {
  it('say the same in any order of columns', async () => {
    const figures = figuresOf((await read())!);
    const all = (row: Row) => [...row, ...Array<Cell>(10 - row.length).fill('')].map(String);
    const c2 = counts(1).map(all);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], { minLength: 10 }),
        async (order) =>
          expect(figuresOf((await read({ c2: shuffled(c2, order) as Row[] }))!)).toEqual(figures),
      ),
      { numRuns: 15 },
    );
  });

  it.each(AREAS.map((heading, column) => [heading, column] as const))(
    'are asked about where “%s” is called something else',
    async (_, column) => {
      const c2 = changedRow(counts(1), 0, (row) => row.with(column, 'New heading'));
      expect(await read({ c2 })).toBeNull();
      const answers = { 'New heading': onsPartnerships.roles[column]!.key };
      expect(figuresOf((await read({ c2 }, answers))!)).toEqual(figuresOf((await read())!));
    },
  );

  it('are asked about by the title where a sheet has one that nobody knows', async () => {
    const titles = { ...TITLES, c5: 'Offences by Community Safety Partnership, year ending December 2023' };
    expect(await read({ titles })).toBeNull();
    const found = (await read({ titles }, { [titles.c5]: 'sheet-counts' }))!;
    expect(figuresOf(found)).toEqual(figuresOf((await read())!));
    const without = (await read({ titles }, { [titles.c5]: 'sheet-nothing' }))!;
    expect(without.asked.map(({ subject }) => subject)).toContain('tables');
  });

  it('are asked about where no heading is known, and say of each which column it may be', async () => {
    const drifted = COUNTS.map((_, column) => `Drifted ${column}`);
    const c5 = changedRow(counts(2), 0, () => drifted);
    const table = await openTable(fileOf(await bytesOf({ c5 })));
    const { columns, unknown } = onsPartnerships.recognise(table.head, new Map())!;
    expect(unknown.map(({ heading }) => heading)).toEqual(drifted);
    // What is in the other sheets may be what is meant.
    expect([...columns.keys()]).toEqual([]);
  });

  it('are asked about where the list of combined local authorities calls its columns something else', async () => {
    const c1 = { 'Local Authority code': 'LA', 'Local Authority name': 'Council' };
    expect(await read({ c1 })).toBeNull();
    const answers = { LA: 'district-code', Council: 'district' };
    expect((await read({ c1 }, answers))!.links).toHaveLength((await read())!.links.length);
  });

  it('are asked about a column that is new, which may be figures or nothing', async () => {
    const c2 = counts(1).map((row, at) =>
      at === 0
        ? [...row, 'Cyber crime']
        : at < 7
          ? [...row, ...Array<Cell>(10 - row.length).fill(0), 7]
          : row,
    );
    expect(await read({ c2 })).toBeNull();
    const figures = figuresOf((await read({ c2 }, { 'cyber crime': 'figures' }))!);
    expect(figures).toContain('E22000206 | Cyber crime (count) | 2024-01-01 to 2025-01-01 | 7');
    expect(figuresOf((await read({ c2 }, { 'cyber crime': 'ignore' }))!).join(' ')).not.toContain('Cyber');
  });

  it('are refused where they are cut', async () => {
    const bytes = await bytesOf();
    for (let length = 2; length < bytes.length; length += 41)
      await expect(readPublished(onsPartnerships, bytes.subarray(0, length))).rejects.toThrow(
        /damaged or incomplete/,
      );
  });
});

it('is not a workbook of forces only', async () => {
  const parts = workbookParts({
    'Table P1': sheetRows([
      ['Area Code', 'Area Name', 'Burglary'],
      ['K04000001', 'ENGLAND', 7],
    ]),
  });
  expect(await readPublished(onsPartnerships, await zipOf(parts))).toBeNull();
});

describeWithSharedData(
  'the tables as they were published',
  { file: 'ons-csp/policeforceareatablesyedecember2024.xlsx' },
  ({ file }) => {
    let found: NonNullable<Awaited<ReturnType<typeof readPublished>>>;
    beforeAll(async () => {
      found = (await readPublished(onsPartnerships, file.bytes()))!;
    });

    it('have Kingston’s figures', () => {
      const figures = figuresOf(found);
      const [year, before] = ['2024-01-01 to 2025-01-01', '2023-01-01 to 2024-01-01'];
      for (const figure of [
        `Total recorded crime (excluding fraud) (count) | ${year} | 11244`,
        `Total recorded crime (excluding fraud) (count) | ${before} | 12901`,
        `Burglary (count) | ${year} | 575`,
        `Residential burglary (count) | ${year} | 417`,
        `Robbery (count) | ${year} | 216`,
        `Shoplifting (count) | ${year} | 1506`,
        `Total recorded crime (excluding fraud) (per 1,000 population) (rate) | ${year} | 66.8084752409359`,
        'Population figures - rounded to 100 (people) | 2022-06-30 to 2022-07-01 | 168300',
      ])
        expect(figures).toContain(`E22000206 | ${figure}`);
    });

    it('have all partnerships, forces and places in none', () => {
      const areas = [...new Set(found.cells.map(({ area }) => area))];
      const of = (form: RegExp) => areas.filter(({ label }) => form.test(label)).length;
      expect([of(/^(E22|W14)\d+$/), of(/^(E23|W15)\d+$/), of(/\//), areas.length]).toEqual([
        314, 42, 43, 399,
      ]);
      expect(areas.filter(({ code }) => code === null)).toEqual([]);
      // 303 partnerships of one local authority, and 38 local authorities of the others.
      expect(found.links).toHaveLength(314 + 303 + 38);
    });

    it('add up to their forces, with the rows whose code is not that of the force they name twice', () => {
      expect(found.asked).toEqual([]);
      expect(found.notes.filter((note) => note.includes('gives the code'))).toEqual([
        expect.stringContaining('(Unassigned Gwent) says Gwent'),
        expect.stringContaining('(unassigned Surrey) says Surrey'),
      ]);
    });
  },
);
