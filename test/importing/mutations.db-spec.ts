import { type ConnectedUseCases, connectUseCases, createTestDatabase, type TestDatabase } from '@lib/testing';
import fc from 'fast-check';
import { Client } from 'pg';
import { BOROUGH, type Dialect, DIALECTS, EARLIER_BOROUGH } from './support/dialects.js';
import { fileOf, importFile } from './support/import-files.js';
import { ALL, type Mutation, OF_TABLES } from './support/mutations.js';
import { MORE } from './support/more-mutations.js';
import { type Outcome, outcomeOf, wrongIn } from './support/outcome.js';
import { csvOf } from '../../libs/importing/src/testing/csv-of.js';

/**
 * Files that something has happened to end in the right figures, in a question, or refused in words: never ready to be
 * applied with other figures. MUTATIONS=200 says how often each is tried; a few times, in the short form.
 */
const RUNS = Number(process.env['MUTATIONS'] ?? 3);
const NUMBERS = fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat());

describe('a published file that something has happened to', () => {
  let database: TestDatabase;
  let useCases: ConnectedUseCases;
  let admin: Client;
  const right = new Map<Dialect, Outcome>();

  beforeAll(async () => {
    database = await createTestDatabase();
    useCases = await connectUseCases(database);
    admin = new Client({ connectionString: database.adminUrl });
    await admin.connect();
    for (const dialect of DIALECTS)
      right.set(dialect, await outcomeOf(useCases, admin, csvOf(dialect.rows, dialect.written)));
  }, 60_000);
  afterAll(async () => {
    await admin?.end();
    await useCases?.close();
    await database?.drop();
  });

  it.each(DIALECTS)('is one that is read as it is: $name', (dialect) => {
    const { state, failure, figures } = right.get(dialect)!;
    expect({ state, failure }).toEqual({ state: 'read', failure: null });
    expect(figures.length).toBeGreaterThan(0);
  });

  const happens = (dialect: Dialect, mutation: Mutation, expected: () => Outcome) =>
    fc.assert(
      fc.asyncProperty(NUMBERS, async (numbers) => {
        const mutated = mutation(dialect, numbers);
        fc.pre(mutated !== null);
        const outcome = await outcomeOf(useCases, admin, mutated!.bytes);
        expect({ what: mutated!.what, ...wrongIn(outcome, expected()) }).toEqual({ what: mutated!.what });
      }),
      { numRuns: RUNS, maxSkipsPerRun: 1000 },
    );

  for (const dialect of DIALECTS)
    describe(dialect.name, () => {
      it.each(namesFor(dialect))(
        '%s',
        (name) => happens(dialect, ALL[name]!, () => right.get(dialect)!),
        RUNS * 20_000,
      );
    });

  // There are many more of these: each file is tried with some.
  it.each(DIALECTS)(
    'whatever spreadsheets, people and servers do to it: $name',
    (dialect) =>
      fc.assert(
        fc.asyncProperty(fc.constantFrom(...Object.keys(MORE)), NUMBERS, async (name, numbers) => {
          const mutated = MORE[name]!(dialect, numbers);
          fc.pre(mutated !== null);
          const wrong = wrongIn(await outcomeOf(useCases, admin, mutated!.bytes), right.get(dialect)!);
          expect({ name, what: mutated!.what, ...wrong }).toEqual({ name, what: mutated!.what });
        }),
        { numRuns: RUNS * 3, maxSkipsPerRun: 1000 },
      ),
    RUNS * 60_000,
  );

  describe('where the release before is loaded', () => {
    beforeAll(async () => {
      await importFile(useCases, fileOf(csvOf(EARLIER_BOROUGH.rows, EARLIER_BOROUGH.written)));
      right.set(BOROUGH, await outcomeOf(useCases, admin, csvOf(BOROUGH.rows, BOROUGH.written)));
    }, 60_000);

    // Then no row is too rare to be missed, but the only one of its kind: kinds end, as stalking was taken out of violence.
    const isOnlyOne = (row: readonly string[]) => row[1] === 'HOMICIDE';
    it.each(['rows are gone', 'a row is about something else', 'a row is about something unknown'])(
      'notices that %s, however rare they are',
      (name) => happens({ ...BOROUGH, rare: isOnlyOne }, OF_TABLES[name]!, () => right.get(BOROUGH)!),
      RUNS * 20_000,
    );
  });
});

function namesFor(dialect: Dialect): string[] {
  const never = [
    ...(dialect.figures.length === 0 ? ['a number is something else'] : []),
    ...(dialect.rows.slice(1).every(dialect.rare)
      ? ['rows are gone', 'a row is about something else', 'a row is about something unknown']
      : []),
    ...(dialect.name.endsWith('without numbers') ? ['a row is there twice'] : []),
  ];
  return Object.keys(ALL).filter((name) => !never.includes(name));
}
