import { describeWithSharedData } from '@lib/testing';
import fc from 'fast-check';
import { csvOf, ENCODINGS, LINE_ENDS, shuffled } from '../testing/csv-of.js';
import { type ReadForSpec, readPublished } from '../testing/read-published.js';
import { cspLookups } from './csp-lookups.js';

const OF_2023 = ['LAD23CD', 'LAD23NM', 'CSP23CD', 'CSP23NM', 'PFA23CD', 'PFA23NM', 'ObjectId'];
const OF_2024 = ['ltla24_code', 'ltla24_name', 'csp24_code', 'csp24_name', 'pfa24_code', 'pfa24_name'];
const ROWS = [
  [
    'E09000021',
    'Kingston upon Thames',
    'E22000206',
    'Kingston upon Thames',
    'E23000001',
    'Metropolitan Police',
    '1',
  ],
  // One local authority in two partnerships, and two in one.
  ['E07000244', 'East Suffolk', 'E22000274', 'Suffolk Coastal', 'E23000025', 'Suffolk', '2'],
  ['E07000244', 'East Suffolk', 'E22000278', 'Waveney', 'E23000025', 'Suffolk', '3'],
  ['E07000043', 'North Devon', 'E22000363', 'North Devon', 'E23000035', 'Devon & Cornwall', '4'],
  ['E07000046', 'Torridge', 'E22000363', 'North Devon', 'E23000035', 'Devon & Cornwall', '5'],
];
const FILE = [OF_2023, ...ROWS];
const read = (rows: readonly (readonly string[])[]) => readPublished(cspLookups, csvOf(rows));
const linksOf = (found: ReadForSpec | null) =>
  found!.links.map(({ areaCode, kind, withinCode }) => `${areaCode} in ${kind} ${withinCode}`).toSorted();

describe('a lookup of areas', () => {
  it('says what lies in what, each once', async () => {
    const found = (await read(FILE))!;
    expect(found.cells).toEqual([]);
    expect(linksOf(found)).toEqual([
      'E07000043 in partnership E22000363',
      'E07000046 in partnership E22000363',
      'E07000244 in partnership E22000274',
      'E07000244 in partnership E22000278',
      'E09000021 in partnership E22000206',
      'E22000206 in police-force E23000001',
      'E22000274 in police-force E23000025',
      'E22000278 in police-force E23000025',
      'E22000363 in police-force E23000035',
    ]);
    expect(found.links[0]).toEqual({
      ...{ areaCode: 'E09000021', areaName: 'Kingston upon Thames', kind: 'partnership' },
      ...{ withinCode: 'E22000206', withinName: 'Kingston upon Thames', row: 2 },
    });
  });

  it('is of the year that its headings name', async () => {
    const found = await read(FILE);
    expect([found!.release, found!.recognised.what]).toEqual([
      '2023-12-31',
      'local authorities and partnerships of 2023',
    ]);
    const later = (await read([OF_2024, ...ROWS.map((row) => row.slice(0, 6))]))!;
    expect(later.release).toBe('2024-12-31');
    expect(linksOf(later)).toEqual(linksOf(found));
  });

  it.each<[string, string[][], string]>([
    ['columns of two years', [OF_2023.with(0, 'LAD22CD'), ...ROWS], 'Its columns are of 2022 and of 2023.'],
    ['fewer local authorities than there are', FILE, 'The file has 4 local authorities; England and Wales'],
    [
      'one code with two names',
      [...FILE, ROWS[4]!.with(3, 'South Devon')],
      'E22000363 is “North Devon” first and “South Devon” in row 7.',
    ],
    [
      'a partnership in two forces',
      [...FILE, ROWS[4]!.with(4, 'E23000036')],
      '“North Devon” lies in Devon & Cornwall first',
    ],
  ])('is asked about with %s', async (_, rows, sentence) => {
    const { asked } = (await read(rows))!;
    expect(asked.map((one) => one.sentence).join(' ')).toContain(sentence);
  });

  it.each<[string, string[][], string]>([
    [
      'a code of another kind',
      [...FILE, ROWS[0]!.with(2, 'E09000021')],
      'Row 7: “E09000021” is not the code of a partnership',
    ],
    [
      'a code that lacks a digit',
      [...FILE, ROWS[0]!.with(4, 'E2300001')],
      'Row 7: “E2300001” is not the code of a police force',
    ],
    ['an area without a name', [...FILE, ROWS[0]!.with(1, ' ')], 'Row 7 does not name a local authority'],
    ['a row of another width', [...FILE, ROWS[0]!.slice(1)], 'Row 7 has 6 cells, and the heading has 7'],
  ])('is refused with %s', async (_, rows, sentence) => expect(read(rows)).rejects.toThrow(sentence));
});

describe('a lookup that was changed on its way', () => {
  it('says the same in any order of columns, encoding and line ends', async () => {
    const links = linksOf(await read(FILE));
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 }),
        fc.record({ lineEnd: fc.constantFrom(...LINE_ENDS), encoding: fc.constantFrom(...ENCODINGS) }),
        async (order, written) =>
          expect(linksOf(await readPublished(cspLookups, csvOf(shuffled(FILE, order), written)))).toEqual(
            links,
          ),
      ),
      { numRuns: 30 },
    );
  });

  it('is asked about where a column is called something else', async () => {
    const renamed = [OF_2023.with(2, 'Partnership'), ...ROWS];
    expect(await read(renamed)).toBeNull();
    const answers = new Map([['partnership', 'partnership-code']]);
    expect(linksOf(await readPublished(cspLookups, csvOf(renamed), answers))).toEqual(
      linksOf(await read(FILE)),
    );
  });

  it('is asked about or refused where it is cut', async () => {
    const bytes = csvOf(FILE);
    for (let length = 1; length < bytes.length; length += 1) {
      const found = await readPublished(cspLookups, bytes.subarray(0, length)).catch(() => null);
      if (found) expect(found.asked.map(({ subject }) => subject)).toContain('local-authorities');
    }
  });
});

describeWithSharedData(
  'lookups as they were published',
  {
    of2023: 'csp-lookups/LAD_CSP_PFA_December_2023_Lookup_EW.csv',
    of2024: 'csp-lookups/lookup_ltla24_csp24_pfa24.from-rda.csv',
  },
  (files) => {
    it.each(['of2023', 'of2024'] as const)('hold all areas of England and Wales: %s', async (name) => {
      const found = (await readPublished(cspLookups, files[name].bytes()))!;
      expect(found.asked).toEqual([]);
      const of = (kind: string) => found.links.filter((link) => link.kind === kind);
      expect(of('partnership')).toHaveLength(332);
      expect(of('police-force')).toHaveLength(314);
      expect(new Set(of('police-force').map(({ withinCode }) => withinCode)).size).toBe(43);
      expect(linksOf(found)).toEqual(
        expect.arrayContaining(['E09000021 in partnership E22000206', 'E22000206 in police-force E23000001']),
      );
    });
  },
);
