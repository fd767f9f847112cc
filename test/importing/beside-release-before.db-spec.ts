import {
  type ConnectedUseCases,
  connectUseCases,
  createTestDatabase,
  describeWithSharedData,
  type TestDatabase,
} from '@lib/testing';
import type { PublishedFileSheet } from '@lib/reporting';
import { fileAt, fileOf, importFile, readFile } from './support/import-files.js';

const FILES = {
  before: 'mps-borough-level/2025-08-release_24m_202308-202507.from-parquet.csv',
  recent: 'mps-borough-level/2026-03-release_24m_202403-202602.from-parquet.csv',
} as const;

describeWithSharedData('a file of which the release before is loaded', FILES, ({ before, recent }) => {
  let database: TestDatabase;
  let useCases: ConnectedUseCases;
  beforeAll(async () => {
    database = await createTestDatabase();
    useCases = await connectUseCases(database);
    await importFile(useCases, fileAt(before.path));
  }, 120_000);
  afterAll(async () => {
    await useCases?.close();
    await database?.drop();
  });

  const text = () => recent.bytes().toString();
  const swapped = (one: string, other: string) =>
    text().replaceAll(one, '\n\n').replaceAll(other, one).replaceAll('\n\n', other);
  const lines = () => text().trimEnd().split('\n');
  const openOf = ({ questions }: PublishedFileSheet) =>
    questions.filter(({ answer }) => answer === null).map(({ sentence }) => sentence);

  it('is asked nothing as it is', async () => {
    const sheet = await readFile(useCases, fileOf(text()));
    expect([sheet.state, openOf(sheet)]).toEqual(['read', []]);
  }, 60_000);

  it.each([
    [
      'two boroughs have changed their names',
      () => swapped('Bexley', 'Havering'),
      '“Bexley” those of “Havering”',
    ],
    [
      'two offences have changed their names',
      () => swapped('BICYCLE THEFT', 'SHOPLIFTING'),
      '“Bicycle theft” those of “Shoplifting”',
    ],
    [
      'all months have the headings of the months before them',
      () =>
        [
          lines()[0]!
            .replace(',202403,', ',202402,202403,')
            .replace(/,202602$/, ''),
          ...lines().slice(1),
          '',
        ].join('\n'),
      '“February 2024” those of “March 2024”',
    ],
    [
      'a month has ten times as much',
      () =>
        lines()
          .map((line, at) => (at === 0 ? line : line.replace(/^((?:[^,]*,){10})(\d+)/, '$1$20')))
          .join('\n') + '\n',
      'less than half or more than double of what the release before said',
    ],
  ])(
    'is asked about where %s',
    async (_, changed, sentence) => {
      const sheet = await readFile(useCases, fileOf(changed()));
      expect([sheet.state, openOf(sheet).join(' ')]).toEqual(['read', expect.stringContaining(sentence)]);
    },
    60_000,
  );

  it('says of a single figure that it is half of what it was', async () => {
    const changed = text().replace(/(,CRIMINAL DAMAGE,Westminster,)\d+/, '$14');
    const { notes } = await readFile(useCases, fileOf(changed));
    expect(notes.join(' ')).toMatch(
      /^A figure is less than half .* in Westminster from 1 March 2024 \(\d+ then, 4 here\)/,
    );
  }, 60_000);
});
