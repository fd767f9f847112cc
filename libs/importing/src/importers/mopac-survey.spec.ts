import { LONDON_BOROUGHS } from '@lib/published-data';
import { describeWithSharedData } from '@lib/testing';
import fc from 'fast-check';
import type { AskedWhileReading } from '../domain/asked.js';
import { csvOf, ENCODINGS, LINE_ENDS, shuffled, type Written } from '../testing/csv-of.js';
import { figuresOf, readPublished } from '../testing/read-published.js';
import { mopacSurvey } from './mopac-survey.js';

const HEADING = ['Date', 'Survey', 'Borough', 'Measure', 'Proportion', 'MPS'];
const NAMES = Object.values(LONDON_BOROUGHS).map((name) =>
  name === 'Westminster'
    ? 'City of Westminster'
    : name === 'Richmond upon Thames'
      ? 'Richmond Upon Thames'
      : name,
);
type Row = string[];
const quarter = (date: string, measure: string, share = '0,51', mps = '0,47'): Row[] =>
  NAMES.map((name) => [date, 'PAS', name, measure, share, mps]);
const BOROUGHS: Row[] = [
  HEADING,
  ...quarter('30/09/2023', '"Good Job" local'),
  ...quarter('31/12/2023', '"Good Job" local', '0,5', '0,50'),
];
const LONDON: Row[] = [
  HEADING.slice(0, 5),
  ['30/09/2023', 'PAS', 'MPS', 'Trust MPS', '0,68'],
  ['31/12/2023', 'PAS', 'MPS', 'Trust MPS', '0,69'],
];
const SEMICOLONS: Written = { delimiter: ';' };
const read = (rows: readonly Row[], written = SEMICOLONS) => readPublished(mopacSurvey, csvOf(rows, written));
/** Tables of one measure and some quarters are parts of a file, and asked about as such. */
const askedOf = ({ asked }: { asked: readonly AskedWhileReading[] }) =>
  asked.filter(({ subject }) => subject !== 'first' && subject !== 'known');
const refusalOf = async (rows: readonly Row[]) => {
  await expect(read(rows)).rejects.toThrow();
  return read(rows).then(
    () => '',
    (error: Error) => error.message,
  );
};
const withRow = (index: number, change: (row: Row) => Row) =>
  BOROUGHS.map((row, at) => (at === index ? change([...row]) : row));

describe('the survey by borough', () => {
  it('has the twelve months to each quarter of every borough, and London once', async () => {
    const found = (await read(BOROUGHS))!;
    expect(askedOf(found)).toEqual([]);
    expect(found.cells).toHaveLength(2 * 33);
    expect(figuresOf(found)).toEqual(
      expect.arrayContaining([
        'Kingston upon Thames | "Good Job" local (share) | 2022-10-01 to 2023-10-01 | 0.51',
        'Kingston upon Thames | "Good Job" local (share) | 2023-01-01 to 2024-01-01 | 0.5',
        'MPS | "Good Job" local (share) | 2023-01-01 to 2024-01-01 | 0.50',
      ]),
    );
    expect(found.recognised.what).toBe('twelve months to each quarter, by borough');
  });

  it('knows the boroughs by the names that London’s files give them', async () => {
    const areas = new Set((await read(BOROUGHS))!.cells.map(({ area }) => area));
    const codes = new Map([...areas].map(({ name, code }) => [name, code]));
    expect(codes.get('City of Westminster')).toBe('E09000033');
    expect(codes.get('Richmond Upon Thames')).toBe('E09000027');
    expect(codes.get('MPS')).toBe('E23000001');
  });

  it('takes two spellings of a borough for one', async () => {
    const index = BOROUGHS.findIndex(([, , name]) => name === 'Richmond Upon Thames');
    const areas = new Set(
      (await read(withRow(index, (row) => row.with(2, 'Richmond upon Thames'))))!.cells.map(
        ({ area }) => area,
      ),
    );
    expect(areas.size).toBe(33);
  });

  it('is read with decimal points and commas', async () => {
    const points = BOROUGHS.map((row) => row.map((cell) => cell.replace(/^0,/, '0.')));
    expect(figuresOf((await read(points, { delimiter: ',' }))!)).toEqual(figuresOf((await read(BOROUGHS))!));
  });

  it('gives the measures of another survey names of their own', async () => {
    const other = BOROUGHS.map((row, at) => (at === 0 ? row : row.with(1, 'VAWG')));
    expect((await read(other))!.cells[0]!.series.label).toBe('"Good Job" local (VAWG)');
  });

  it('asks about boroughs, measures and quarters that are missing', async () => {
    const kingston = (row: Row) => row[0] === '31/12/2023' && row[2] === 'Kingston upon Thames';
    const [boroughs] = askedOf((await read(BOROUGHS.filter((row) => !kingston(row))))!);
    expect(boroughs!.sentence).toContain(
      'Missing here: Kingston upon Thames (“"good job" local”, December 2023). Is that so',
    );
    const [measures] = askedOf((await read([...BOROUGHS, ...quarter('30/09/2023', 'Trust MPS')]))!);
    expect(measures!.sentence).toContain('Missing here: “trust mps”, December 2023.');
    const [quarters] = askedOf((await read([...BOROUGHS, ...quarter('30/06/2024', '"Good Job" local')]))!);
    expect(quarters!.sentence).toContain('Missing here: the quarter before that to 30 June 2024.');
  });

  it('asks about quarters before the first one, and measures that none of them has', async () => {
    const sentences = (await read(BOROUGHS))!.asked.map(({ sentence }) => sentence).join(' ');
    expect(sentences).toContain('from December 2014 on. Missing here: those before September 2023.');
    expect(sentences).toContain('Missing here: “Knows how to contact the ward officer”;');
  });

  it.each([
    [
      'rows that disagree on London',
      3,
      5,
      '0,48',
      'Rows 2 and 4 disagree on “"Good Job" local” in all of London in September 2023',
    ],
    ['a day within a quarter', 3, 0, '30/11/2023', 'Row 4: “30/11/2023” is not the last day of a quarter'],
    ['a day that never was', 3, 0, '31/09/2023', 'Row 4: “31/09/2023” is not the last day of a quarter'],
    ['a percentage', 3, 4, '51', 'Cell E4 holds “51”, which is no share of people'],
    ['less than nobody', 3, 4, '-0,1', 'Cell E4 holds “-0,1”, which is no share of people'],
    ['words', 3, 4, 'about half', 'Cell E4 holds “about half”, which is not a number'],
    ['no measure', 3, 3, ' ', 'Row 4 does not say what was asked'],
    ['no borough', 3, 2, '', 'Row 4 does not say which borough'],
  ])('is refused with %s', async (_, row, column, cell, sentence) =>
    expect(await refusalOf(withRow(row, (cells) => cells.with(column, cell)))).toContain(sentence),
  );

  it('is refused with a row of another width', async () => {
    expect(await refusalOf(withRow(3, (row) => row.slice(1)))).toContain(
      'Row 4 has 5 cells, and the heading has 6',
    );
  });
});

describe('the survey of London', () => {
  it('has no boroughs to miss', async () => {
    const found = (await read(LONDON))!;
    expect(askedOf(found)).toEqual([]);
    expect(figuresOf(found)).toEqual([
      'MPS | Trust MPS (share) | 2022-10-01 to 2023-10-01 | 0.68',
      'MPS | Trust MPS (share) | 2023-01-01 to 2024-01-01 | 0.69',
    ]);
    expect(found.recognised.what).toBe('twelve months to each quarter, all of London');
  });
});

describe('a survey file that was changed on its way', () => {
  it('says the same in any order of columns, encoding and line ends', async () => {
    const figures = figuresOf((await read(BOROUGHS))!);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }),
        fc.record({
          delimiter: fc.constantFrom(';', ',', '\t'),
          lineEnd: fc.constantFrom(...LINE_ENDS),
          encoding: fc.constantFrom(...ENCODINGS),
        }),
        async (order, written) =>
          expect(
            figuresOf((await readPublished(mopacSurvey, csvOf(shuffled(BOROUGHS, order), written)))!),
          ).toEqual(figures),
      ),
      { numRuns: 30 },
    );
  });

  it.each(HEADING.map((heading, column) => [heading, column] as const))(
    'is asked about where “%s” is called something else, and read once it is answered',
    async (heading, column) => {
      const renamed = [BOROUGHS[0]!.with(column, `New ${heading}`), ...BOROUGHS.slice(1)];
      expect(await read(renamed)).toBeNull();
      const role = mopacSurvey.roles[column]!.key;
      const answered = await readPublished(
        mopacSurvey,
        csvOf(renamed, SEMICOLONS),
        new Map([[`New ${heading}`, role]]),
      );
      expect(figuresOf(answered!)).toEqual(figuresOf((await read(BOROUGHS))!));
    },
  );

  it('never says anything else where it is cut', async () => {
    const bytes = csvOf(BOROUGHS, SEMICOLONS);
    const figures = new Set(figuresOf((await read(BOROUGHS))!));
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), async (length) => {
        const found = await readPublished(mopacSurvey, bytes.subarray(0, length)).catch(() => null);
        if (!found || askedOf(found).length > 0) return;
        const left = figuresOf(found);
        expect(left.filter((figure) => !figures.has(figure))).toEqual([]);
        // Whole quarters, as an earlier release has them.
        expect(left.length % 33).toBe(0);
      }),
      { numRuns: 150 },
    );
  });
});

describeWithSharedData(
  'the survey as it was published',
  {
    boroughs: 'mopac-pas/PAS_buroughs_semicolon-decimalcomma.csv',
    london: 'mopac-pas/PAS_Total_MPS_semicolon.csv',
  },
  ({ boroughs, london }) => {
    it('has Kingston’s figures', async () => {
      const found = (await readPublished(mopacSurvey, boroughs.bytes()))!;
      expect(found.asked).toEqual([]);
      expect(found.cells).toHaveLength(9312 + 291);
      const figures = figuresOf(found);
      for (const [measure, kingston, mps] of [
        ['"Good Job" local', '0.51', '0.47'],
        ['Trust MPS', '0.72', '0.69'],
      ])
        expect(figures).toEqual(
          expect.arrayContaining([
            `Kingston upon Thames | ${measure} (share) | 2023-01-01 to 2024-01-01 | ${kingston}`,
            `MPS | ${measure} (share) | 2023-01-01 to 2024-01-01 | ${mps}`,
          ]),
        );
    });

    it('says the same of London in both files', async () => {
      const found = [boroughs, london].map((file) => readPublished(mopacSurvey, file.bytes()));
      const [beside, alone] = (await Promise.all(found)).map((read) =>
        read!.cells
          .filter(({ area }) => area.label === 'MPS')
          .map(({ series, period, value }) => `${series.label} ${period.until} ${Number(value)}`)
          .toSorted(),
      );
      expect(alone).toEqual(beside);
      expect(alone).toHaveLength(291);
    });
  },
);
