import { createTestDatabase, type TestDatabase } from '@lib/testing';
import { Client } from 'pg';
import { BY_QUARTER, publishedSpans } from './published-spans.js';

/** A figure of a file; files are applied in the order of their numbers. */
interface Said {
  readonly file: number;
  readonly from: string;
  readonly until: string;
  readonly value: number;
  readonly source?: string;
}

const month = (file: number, name: string, value: number, source?: string): Said => {
  const [from, until] = {
    April: ['2024-04-01', '2024-05-01'],
    May: ['2024-05-01', '2024-06-01'],
    June: ['2024-06-01', '2024-07-01'],
  }[name] as [string, string];
  return { file, from, until, value, ...(source && { source }) };
};
const quarter = (file: number, value: number): Said => ({
  ...{ file, from: '2024-04-01', until: '2024-07-01', value },
});

describe('what a release says of a quarter', () => {
  let database: TestDatabase;
  let client: Client;
  beforeAll(async () => {
    database = await createTestDatabase('empty');
    client = new Client({ connectionString: database.adminUrl });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  /** The sum, how many days it is of, and how many the quarter has. */
  async function told(said: readonly Said[]): Promise<unknown> {
    const rows = said
      .map(
        ({ file, from, until, value, source = 'mps-borough' }) =>
          `('${source}', timestamptz '2024-08-0${file}', null::date, ${file}, date '${from}', date '${until}', ${value}, null::text, 1)`,
      )
      .join(', ');
    const query = `select * from (values ${rows})
      as v(source, decided_at, extracted_on, id, period_from, period_until, value, mark, series)`;
    const { rows: sums } = await client.query(
      `with ${publishedSpans(query, { by: 'series', ...BY_QUARTER })}
       select sum(value)::int as value, sum(period_until - period_from)::int as days, min(stretch_days)::int as of
         from spans group by series, stretch`,
    );
    return sums;
  }

  const MONTHS = [month(1, 'April', 1), month(1, 'May', 2), month(1, 'June', 3)];

  it.each<[string, readonly Said[], object]>([
    ['adds up its months', MONTHS, { value: 6, days: 91 }],
    ['takes a quarter as it is', [quarter(1, 6)], { value: 6, days: 91 }],
    ['takes the months, and not the quarter beside them', [...MONTHS, quarter(2, 6)], { value: 6, days: 91 }],
    [
      'whichever was applied first',
      [quarter(1, 6), ...MONTHS.map((one) => ({ ...one, file: 2 }))],
      { value: 6, days: 91 },
    ],
    [
      'takes the quarter where a month beside it is missing',
      [...MONTHS.slice(1), quarter(2, 7)],
      { value: 7, days: 91 },
    ],
    ['does not take a part for the whole', MONTHS.slice(1), { value: 5, days: 61 }],
    [
      'takes a figure that two files have from the first of them',
      [...MONTHS, month(2, 'May', 9)],
      { value: 6, days: 91 },
    ],
    [
      'adds up what files hold parts of',
      [month(1, 'April', 1, 'police-uk'), month(2, 'April', 4, 'police-uk')],
      { value: 5, days: 30 },
    ],
    [
      'says by more days than there are that nobody can say which are meant',
      [...MONTHS.slice(0, 2), { file: 1, from: '2024-05-01', until: '2024-07-01', value: 8 }],
      { value: 11, days: 122 },
    ],
  ])('%s', async (_, said, expected) => {
    expect(await told(said)).toEqual([{ ...expected, of: 91 }]);
  });
});
