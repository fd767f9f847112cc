import {
  type ConnectedUseCases,
  connectUseCases,
  createTestDatabase,
  describeWithSharedData,
  type TestDatabase,
} from '@lib/testing';
import fc from 'fast-check';
import { Client } from 'pg';
import type { Dialect } from './support/dialects.js';
import { MORE } from './support/more-mutations.js';
import { ALL } from './support/mutations.js';
import { type Outcome, outcomeOf, wrongIn } from './support/outcome.js';
import {
  dialectOf,
  REAL_DASHBOARD,
  REAL_LOOKUP,
  REAL_STREET,
  REAL_SURVEY,
  REAL_WARDS,
} from './support/real-dialects.js';
import { OF_WORKBOOKS } from './support/workbook-mutations.js';
import { type SheetOfTexts, sheetsOf, workbookOf } from './support/workbook-texts.js';

/** As in mutated-real-files.db-spec.ts, of every publisher. The long files only where MUTATIONS=20 says how often. */
const IS_LONG = process.env['MUTATIONS'] !== undefined;
const RUNS = Number(process.env['MUTATIONS'] ?? 3);
const NUMBERS = fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat());
const FILES = {
  survey: 'mopac-pas/PAS_buroughs_semicolon-decimalcomma.csv',
  street: 'police-uk/2022-01-surrey-street.csv',
  lookup: 'csp-lookups/LAD_CSP_PFA_December_2023_Lookup_EW.csv',
  wards: 'mps-ward-level/2025-06-release_ward_24m_202306-202505.csv',
  dashboard: 'mps-monthly-dashboard/2025-08-release_all-boroughs_202108-202507.from-parquet.csv',
  partnerships: 'ons-csp/policeforceareatablesyedecember2024.xlsx',
  population: 'population/LAD23_Mid_Year_pop_2011_to_2022.xlsx',
} as const;
/** A crime without a number may be there twice; a measure of Londoners is a number that nothing else tells. */
const CSV_MUTATIONS = { ...ALL, ...MORE };

describeWithSharedData('files of every publisher that something has happened to', FILES, (files) => {
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

  it.each([
    ['the survey', files.survey, REAL_SURVEY],
    ['crimes by street', files.street, REAL_STREET],
    ['the lookup', files.lookup, REAL_LOOKUP],
    ...(IS_LONG
      ? ([
          ['wards', files.wards, REAL_WARDS],
          ['the dashboard', files.dashboard, REAL_DASHBOARD],
        ] as const)
      : []),
  ] as const)(
    'are never right where they are not: %s',
    async (_, file, said) => {
      const right = await come(file.bytes());
      expect(right).toMatchObject({ state: 'read', open: [] });
      const dialect: Dialect = await dialectOf(file.bytes(), said);
      const names = Object.keys(CSV_MUTATIONS).filter(
        (name) => !(said === REAL_STREET && name === 'a row is there twice'),
      );
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...names), NUMBERS, async (name, numbers) => {
          const mutated = CSV_MUTATIONS[name]!(dialect, numbers);
          fc.pre(mutated !== null);
          const wrong = wrongIn(await come(mutated!.bytes), right);
          expect({ name, what: mutated!.what, ...wrong }).toEqual({ name, what: mutated!.what });
        }),
        { numRuns: RUNS, maxSkipsPerRun: 1000, endOnFailure: true },
      );
    },
    RUNS * 120_000,
  );

  it.each([
    ['tables of partnerships', files.partnerships, /^(Cover|Table C)/],
    ['mid-year estimates', files.population, /^(Cover|MYE[456])/],
  ] as const)(
    'are never right where they are not: %s',
    async (_, file, wanted) => {
      const right = await come(file.bytes());
      expect(right).toMatchObject({ state: 'read', open: [] });
      const sheets: readonly SheetOfTexts[] = await sheetsOf(file.bytes(), wanted);
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...Object.keys(OF_WORKBOOKS)),
          NUMBERS,
          fc.boolean(),
          async (name, numbers, asTexts) => {
            const mutated = OF_WORKBOOKS[name]!(sheets, numbers);
            fc.pre(mutated !== null);
            const outcome: Outcome = await come(await workbookOf(mutated!.sheets, asTexts));
            const what = { name, what: mutated!.what };
            expect({ ...what, ...wrongIn(outcome, right) }).toEqual(what);
          },
        ),
        { numRuns: RUNS, maxSkipsPerRun: 1000, endOnFailure: true },
      );
    },
    RUNS * 120_000,
  );
});
