import { newId } from '@lib/kernel';
import fc from 'fast-check';
import {
  hasHeadings,
  NEW_TABLE,
  type OwnTable,
  requireTableName,
  requireWholeTable,
  whichTable,
} from './own-table.js';

const US = newId();
const table = (name: string, headings: readonly string[], loadedFor: string | null = US): OwnTable => ({
  ...{ tableId: newId(), loadedFor, name, figures: 'count' },
  columns: headings.map((heading) => ({ heading, role: 'ignore' })),
});
const LOG = table('Log', ['Kind', 'Ward', 'Month', 'Incidents']);
const CALLS = table('Calls', ['What', 'Ward', 'When', 'Calls']);
const OF_ALL = table('Of all', ['Kind', 'Place', 'Month', 'Incidents'], null);

describe('which table of one’s own a file is of', () => {
  it('is the one that has its headings, whatever their order and spelling', () =>
    fc.assert(
      fc.property(
        fc.shuffledSubarray(['KIND', ' ward', 'Mon th', 'Incidents\r\n'], { minLength: 4 }),
        fc.shuffledSubarray([LOG, CALLS, OF_ALL], { minLength: 3 }),
        (headings, kept) => {
          expect(whichTable(headings, kept, US, null)).toMatchObject({
            table: LOG,
            question: { answer: LOG.tableId },
          });
        },
      ),
    ));

  it('is asked where a heading is another, one is missing or one is more', () => {
    const headings = LOG.columns.map(({ heading }) => heading);
    for (const other of [[...headings.slice(1), 'Sort'], headings.slice(1), [...headings, 'Remark']])
      expect(whichTable(other, [LOG, CALLS, OF_ALL], US, null)).toMatchObject({
        table: null,
        // What is kept for everybody is not changed by who loads for one partnership.
        question: {
          answer: null,
          choices: [
            { words: 'Log, whose headings have changed' },
            { words: 'Calls, whose headings have changed' },
            { words: 'A new table' },
          ],
        },
      });
  });

  it('is a new one without asking where nothing is kept that it could be', () => {
    for (const kept of [[], [OF_ALL]])
      expect(whichTable(['a', 'b', 'c', 'd'], kept, US, null)).toEqual({ table: NEW_TABLE, question: null });
  });

  it('is asked where several have its headings, and is what was answered', () => {
    const twin = table('Twin', ['kind', 'ward', 'month', 'incidents']);
    const headings = LOG.columns.map(({ heading }) => heading);
    const which = (answer: string | null) => whichTable(headings, [LOG, twin, CALLS], US, answer).table;
    expect(which(null)).toBeNull();
    expect(which(twin.tableId)).toBe(twin);
    expect(which(NEW_TABLE)).toBe(NEW_TABLE);
    // Of other headings, or forgotten meanwhile.
    expect(which(CALLS.tableId)).toBeNull();
    expect(which(newId())).toBeNull();
  });

  it('can be said to be another one, although one has its headings', () => {
    const headings = LOG.columns.map(({ heading }) => heading);
    expect(whichTable(headings, [LOG], US, NEW_TABLE).table).toBe(NEW_TABLE);
  });

  it('tells headings apart as sets', () => {
    expect(hasHeadings(LOG, ['incidents', 'month', 'ward', 'kind'])).toBe(true);
    expect(hasHeadings(LOG, ['incidents', 'month', 'ward', 'ward'])).toBe(false);
  });
});

describe('what is said of a table', () => {
  const WANTED = [
    { key: 'series', name: 'what is counted' },
    { key: 'value', name: 'the figure' },
    { key: 'area', name: 'the name of the area', optional: true },
    { key: 'area-code', name: 'the ONS code of the area', optional: true },
  ];
  const AREAS = ['area', 'area-code'];

  it('is whole with each column that is needed, once', () => {
    for (const area of AREAS) requireWholeTable(['series', 'ignore', 'value', area], WANTED, AREAS);
    expect(() => requireWholeTable(['series', 'value'], WANTED, AREAS)).toThrow(
      'No column is the code of the area, or its name',
    );
    expect(() => requireWholeTable(['series', 'area'], WANTED, AREAS)).toThrow('No column is the figure');
    expect(() => requireWholeTable(['series', 'value', 'area', 'area'], WANTED, AREAS)).toThrow(
      'Two columns cannot both be the name of the area',
    );
  });

  it('has a name of some letters in one line', () => {
    expect(requireTableName('  Fly-tipping\r\nlog ')).toBe('Fly-tipping log');
    for (const name of ['', ' \n', 'x'.repeat(81)])
      expect(() => requireTableName(name)).toThrow('Say what the table is called');
  });
});
