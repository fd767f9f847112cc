import { CODE_LISTS, meaningOf, seriesEverywhere } from '@lib/published-data';
import { calendarDate } from '@lib/kernel';
import {
  type ConnectedUseCases,
  connectUseCases,
  createTestDatabase,
  describeWithSharedData,
  type SharedFile,
  type TestDatabase,
} from '@lib/testing';
import fc from 'fast-check';
import { Client } from 'pg';
import type { Dialect } from './support/dialects.js';
import { ALL } from './support/mutations.js';
import { fileOf, importFile } from './support/import-files.js';
import { type Outcome, outcomeOf, wrongIn } from './support/outcome.js';

/** As in mutations.db-spec.ts, with files as they were published. MUTATIONS=20 says how often each is tried. */
const RUNS = Number(process.env['MUTATIONS'] ?? 1);
const NUMBERS = fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat());
const FILES = {
  recent: 'mps-borough-level/2026-03-release_24m_202403-202602.from-parquet.csv',
  before: 'mps-borough-level/2025-08-release_24m_202308-202507.from-parquet.csv',
  historical: 'mps-borough-level/2026-03-release_historical_201004-202402.from-parquet.csv',
  street: 'police-uk/2023-06-metropolitan-street.csv',
} as const;

describeWithSharedData('files of publishers that something has happened to', FILES, (files) => {
  let database: TestDatabase;
  let useCases: ConnectedUseCases;
  let admin: Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    useCases = await connectUseCases(database);
    admin = new Client({ connectionString: database.adminUrl });
    await admin.connect();
  }, 60_000);
  afterAll(async () => {
    await admin?.end();
    await useCases?.close();
    await database?.drop();
  });

  const come = (bytes: Buffer) => outcomeOf(useCases, admin, bytes);
  const noRightOnes: Outcome = { state: 'read', failure: null, open: [], release: 'none', figures: [] };
  const lines = (file: SharedFile) => file.bytes().toString().trimEnd().split(/\r?\n/);
  const cells = (file: SharedFile) => lines(file).map((line) => line.split(','));

  describe('24 months of boroughs', () => {
    let right: Outcome;
    const dialect = (): Dialect => ({
      ...{
        name: 'boroughs',
        rows: cells(files.recent),
        written: { lineEnd: '\n' },
        labels: [0, 1, 2],
        rare: isRare,
      },
      figures: Array.from({ length: 24 }, (_, at) => at + 3),
    });
    beforeAll(async () => (right = await come(files.recent.bytes())), 60_000);

    it('are asked nothing as they are', () => {
      expect(right).toMatchObject({ state: 'read', open: [], release: '2026-03-01' });
    });

    it.each(Object.keys(ALL))(
      '%s',
      (name) =>
        fc.assert(
          fc.asyncProperty(NUMBERS, async (numbers) => {
            const mutated = ALL[name]!(dialect(), numbers);
            fc.pre(mutated !== null);
            const wrong = wrongIn(await come(mutated!.bytes), right);
            expect({ what: mutated!.what, ...wrong }).toEqual({ what: mutated!.what });
          }),
          { numRuns: RUNS, maxSkipsPerRun: 1000, endOnFailure: true },
        ),
      RUNS * 60_000,
    );
  });

  const ofLines = (...parts: readonly (readonly string[])[]) => Buffer.from(`${parts.flat().join('\n')}\n`);
  const below = (file: SharedFile) => lines(file).slice(1);

  it.each([
    ['two releases, one below the other', () => ofLines(lines(files.recent), lines(files.before))],
    ['two releases under one heading', () => ofLines(lines(files.recent), below(files.before))],
    ['the 24 months and all before them', () => ofLines(lines(files.recent), lines(files.historical))],
    ['the 24 months without their last', () => withoutLastColumn(files.recent)],
    ['all before, cut at the end of a line', () => ofLines(lines(files.historical).slice(0, -1))],
    ['crimes, cut at the end of a line', () => ofLines(lines(files.street).slice(0, 3000))],
    ['crimes of a street under another name', () => Buffer.from(renamed(files.street.bytes().toString()))],
  ])(
    'are never right: %s',
    async (_, bytes) => {
      expect(wrongIn(await come(bytes()), noRightOnes)).toEqual({});
    },
    60_000,
  );

  // By itself, all before without its last month is what it would have been a month earlier: its figures are right.
  it('asks about all before without its last month, once the 24 months are loaded that go with it', async () => {
    await importFile(useCases, fileOf(files.recent.bytes()));
    const { state, open } = await come(withoutLastColumn(files.historical));
    expect([state, open]).toEqual(['read', [expect.stringContaining('Which release is it?')]]);
  }, 60_000);

  function withoutLastColumn(file: SharedFile): Buffer {
    return ofLines(lines(file).map((line) => line.replace(/,[^,]*$/, '')));
  }

  /** One row of an LSOA that has more. */
  function renamed(text: string): string {
    return text.replace(/(E01\d{6}),[^,\n]*(?=,[^\n]*\n[^\n]*\1)/, '$1,Somewhere else 001A');
  }
});

const RELEASE = calendarDate('2026-03-01');
const EVERYWHERE = seriesEverywhere(CODE_LISTS['mps-borough'], RELEASE);

/**
 * What not every borough has a row of, or what has several names: one of them may be missing. Nobody knows either what
 * else was recorded for no borough.
 */
function isRare([major, minor, borough]: readonly string[]): boolean {
  const means = meaningOf(CODE_LISTS['mps-borough'], `${major} / ${minor}`, RELEASE);
  return (
    means === null || !EVERYWHERE.includes(means) || /unknown|airport|burglary/i.test(`${minor} ${borough}`)
  );
}
