import { describeWithSharedData, sheetRows, workbookParts, zipOf } from '@lib/testing';
import fc from 'fast-check';
import { shuffled } from '../testing/csv-of.js';
import { figuresOf, readPublished } from '../testing/read-published.js';
import { onsPopulation } from './ons-population.js';

type Cell = string | number;
const HEADING = ['Code', 'Name', 'Geography', 'Mid-2022', 'Mid-2021'];
const ROWS: Cell[][] = [
  ['K04000001', 'ENGLAND AND WALES', 'Country', 330, 321],
  ['E92000001', 'ENGLAND', 'Country', 300, 291],
  ['E12000007', 'LONDON', 'Region', 200, 195],
  ['E09000021', 'Kingston upon Thames', 'London Borough', 200, 195],
  ['E10000003', 'Cambridgeshire', 'County', 100, 96],
  ['E07000008', ' Cambridge', 'Non-metropolitan District', 100, 96],
  ['W92000004', 'WALES', 'Country', 30, 30],
  ['W06000022', 'Newport', 'Unitary Authority', 30, 30],
];
const TITLE = 'MYE4: Population estimates: Summary for England and Wales, mid-2011 to mid-2022';
const bytesOf = (rows: readonly (readonly Cell[])[] = [HEADING, ...ROWS], title = TITLE) =>
  zipOf(
    workbookParts({
      'Correction notice': sheetRows([['Corrected on 19/12/2023']]),
      'Cover sheet': sheetRows([
        ['Publication dates'],
        ['The data tables were originally published at 9.30am 23 November 2023.'],
        ['The next publication is scheduled for summer 2024.'],
      ]),
      MYE1: sheetRows([
        ['MYE1: Population estimates: Summary for England and Wales, mid-2022'],
        ['Groups/Codes', 'England \nand Wales'],
        ['All Persons', 330],
      ]),
      'MYE4 ': sheetRows([[title], ['This worksheet contains one table.'], ...rows]),
      MYE5: sheetRows([
        ['MYE5: Population density for local authorities, mid-2011 to mid-2022'],
        [
          'Code',
          'Name',
          'Geography',
          'Area (sq km)',
          'Estimated Population mid-2022',
          '2022 people per sq. km',
        ],
        ['E09000021', 'Kingston upon Thames', 'London Borough', 37.26, 200, 5.4],
      ]),
      MYE6: sheetRows([
        ['MYE6: Median age of population for local authorities, mid-2011 to mid-2022'],
        HEADING,
        ['E09000021', 'Kingston upon Thames', 'London Borough', 38, 37],
      ]),
    }),
  );
const read = async (rows?: readonly (readonly Cell[])[], answers: Record<string, string> = {}) =>
  readPublished(onsPopulation, await bytesOf(rows), new Map(Object.entries(answers)));
const changed = (at: number, column: number, cell: Cell) =>
  [HEADING as Cell[], ...ROWS].map((row, index) => (index === at ? row.with(column, cell) : row));

describe('mid-year estimates', () => {
  it('have everybody in each area at each mid-year', async () => {
    const found = (await read())!;
    expect(found.asked).toEqual([]);
    expect(found.cells).toHaveLength(16);
    expect(figuresOf(found)).toEqual(
      expect.arrayContaining([
        'E09000021 | All persons (people) | 2021-06-30 to 2021-07-01 | 195',
        'E09000021 | All persons (people) | 2022-06-30 to 2022-07-01 | 200',
        'E12000007 | All persons (people) | 2022-06-30 to 2022-07-01 | 200',
      ]),
    );
    expect(found.cells[0]).toMatchObject({ row: 4, column: 3, sheet: 'MYE4 ' });
    expect(found.recognised.what).toBe('mid-2021 to mid-2022, by area');
  });

  it('were released on the day that the cover says, and corrected later', async () => {
    const { release, notes } = (await read())!;
    expect([release, notes]).toEqual([
      '2023-11-23',
      ['The file says that it was corrected on 19 December 2023.'],
    ]);
  });

  it('are asked about where districts do not add up to their country', async () => {
    const [question] = (await read([HEADING, ...ROWS.filter(([code]) => code !== 'E07000008')]))!.asked;
    expect(question!.sentence).toBe(
      'At mid-2022 England has 300 people in row 5, and its local authorities add up to 200. Is that so at its publisher’s?',
    );
  });

  it('leave footnotes out', async () => {
    const found = (await read([HEADING, ...ROWS, ['Source: ONS']]))!;
    expect(figuresOf(found)).toEqual(figuresOf((await read())!));
  });

  it.each([
    [
      'a part of a person',
      changed(4, 3, 38.5),
      'Cell D7 of sheet “MYE4 ” holds “38.5”, which is not a whole number',
    ],
    [
      'people of nowhere',
      changed(4, 0, 'Kingston'),
      'Row 7 of sheet “MYE4 ” has figures, but no code of an area (“Kingston”)',
    ],
    ['two columns of a year', changed(0, 4, 'mid 2022'), 'two columns of mid-2022'],
    ['a row beyond the heading', [HEADING, [...ROWS[0]!, 7]], 'goes on to the right of the heading'],
  ])('are refused with %s', async (_, rows, sentence) => expect(read(rows)).rejects.toThrow(sentence));

  it('are not mistaken for ages, which have the same columns', async () => {
    const bytes = await bytesOf(undefined, 'MYE4: Median age of population, mid-2011 to mid-2022');
    expect(await readPublished(onsPopulation, bytes)).toBeNull();
  });
});

describe('mid-year estimates that were changed on their way', () => {
  it('say the same in any order of columns', async () => {
    const figures = figuresOf((await read())!);
    const table = [HEADING, ...ROWS.map((row) => row.map(String))];
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), async (order) =>
        expect(figuresOf((await read(shuffled(table, order)))!)).toEqual(figures),
      ),
      { numRuns: 15 },
    );
  });

  it.each(HEADING.map((heading, column) => [heading, column] as const))(
    'are asked about where “%s” is called something else',
    async (_, column) => {
      const renamed = changed(0, column, 'New heading');
      expect(await read(renamed)).toBeNull();
      const answer = ['code', 'area', 'geography', '2022-06', '2021-06'][column]!;
      expect(figuresOf((await read(renamed, { 'new heading': answer }))!)).toEqual(
        figuresOf((await read())!),
      );
    },
  );

  it('are asked about by the title of each sheet that they may be in, where none is known', async () => {
    const title = 'Table 4: How many there are, mid-2011 to mid-2022';
    const bytes = await bytesOf(undefined, title);
    expect(await readPublished(onsPopulation, bytes)).toBeNull();
    const answers = new Map([[title, 'sheet-population']]);
    expect(figuresOf((await readPublished(onsPopulation, bytes, answers))!)).toEqual(
      figuresOf((await read())!),
    );
  });

  it.each<[string, readonly (readonly Cell[])[], string]>([
    [
      'years that changed their headings',
      [HEADING.with(3, 'Mid-2021').with(4, 'Mid-2022'), ...ROWS.map((row) => row)],
      'The years are not in order',
    ],
    [
      'codes that changed their rows',
      changed(4, 0, 'E07000008').with(6, ROWS[5]!.with(0, 'E09000021')),
      'gives Cambridge the code E09000021, which is that of Kingston upon Thames in another sheet',
    ],
  ])('are asked about or refused with %s', async (_, rows, sentence) => {
    const years = [HEADING, ...ROWS]
      .map((row) => [...row, 1])
      .map((row, at) => (at === 0 ? row.with(5, 'Mid-2020') : row));
    const asked = await read(
      sentence.includes('years') ? years.with(0, [...rows[0]!, 'Mid-2020']) : rows,
    ).then(
      (found) => found!.asked.map((question) => question.sentence).join(' '),
      (error: Error) => error.message,
    );
    expect(asked).toContain(sentence);
  });

  it('are refused where they are cut', async () => {
    const bytes = await bytesOf();
    for (let length = 2; length < bytes.length; length += 41)
      await expect(readPublished(onsPopulation, bytes.subarray(0, length))).rejects.toThrow(
        /damaged or incomplete/,
      );
  });
});

describeWithSharedData(
  'mid-year estimates as they were published',
  { file: 'population/LAD23_Mid_Year_pop_2011_to_2022.xlsx' },
  ({ file }) => {
    it('have Kingston’s population, and everybody’s', async () => {
      const found = (await readPublished(onsPopulation, file.bytes()))!;
      expect(found.asked).toEqual([]);
      expect([found.release, found.notes, found.recognised.what]).toEqual([
        '2023-11-23',
        ['The file says that it was corrected on 19 December 2023.'],
        'mid-2011 to mid-2022, by area',
      ]);
      expect(found.cells).toHaveLength(357 * 12);
      expect(figuresOf(found)).toEqual(
        expect.arrayContaining([
          'E09000021 | All persons (people) | 2022-06-30 to 2022-07-01 | 168302',
          'E12000007 | All persons (people) | 2022-06-30 to 2022-07-01 | 8866180',
          'K04000001 | All persons (people) | 2011-06-30 to 2011-07-01 | 56170927',
        ]),
      );
    });
  },
);
