import { ImportRefused } from '../domain/import-refused.js';
import { findColumns, findHeading, headingKey, refuseOtherWidth, type WantedColumn } from './columns.js';

const WANTED: readonly WantedColumn[] = [
  { key: 'borough', name: 'the name of the borough', headings: ['LookUp_BoroughName', 'BoroughName'] },
  { key: 'code', name: 'the code of the district', headings: [/^lad\d\dcd$/] },
  { key: 'survey', name: 'the survey', headings: ['Survey'], optional: true },
];
const find = (headings: string[], answers: Record<string, string> = {}) => {
  const { columns, missing, unknown } = findColumns(headings, WANTED, new Map(Object.entries(answers)));
  return {
    columns: Object.fromEntries(columns),
    missing: missing.map(({ key }) => key),
    unknown: unknown.map(({ heading, column }) => `${column} ${heading}`),
  };
};

describe('columns by their headings', () => {
  it.each([
    ['lookup_boroughname', 'LAD23CD'],
    ['Borough\n  Name ', 'lad24_cd'],
    ['\uFEFFBoroughName', 'LAD 23 CD'],
  ])('are found whatever the spelling: %j, %j', (borough, code) =>
    expect(find([code, borough])).toEqual({ columns: { code: 0, borough: 1 }, missing: [], unknown: [] }),
  );

  it('are not guessed at under another name', () =>
    expect(find(['Borough called', 'LAD23CD'])).toEqual({
      columns: { code: 1 },
      missing: ['borough'],
      unknown: ['0 Borough called'],
    }));

  it('are what a person says they are', () =>
    expect(
      find(['Borough called', 'LAD23CD', 'Note'], { 'borough  CALLED': 'borough', Note: 'ignore' }),
    ).toEqual({ columns: { borough: 0, code: 1 }, missing: [], unknown: [] }));

  it('stay unknown where the answer is of another kind of file', () =>
    expect(find(['BoroughName', 'LAD23CD', 'Note'], { Note: 'ward' }).unknown).toEqual(['2 Note']));

  it('are called by their letter without a heading', () =>
    expect(find(['BoroughName', 'LAD23CD', ' ']).unknown).toEqual(['2 Column C']));

  it.each([
    [['BoroughName', 'borough_name', 'LAD23CD'], {}, 'two columns “borough_name”'],
    [['BoroughName', 'LookUp_BoroughName', 'LAD23CD'], {}, 'two columns for the name of the borough'],
    [['BoroughName', 'Area', 'LAD23CD'], { Area: 'borough' }, 'two columns for the name of the borough'],
  ])('are refused where two are meant: %j', (headings, answers, sentence) => {
    const refusal = () => find(headings, answers as Record<string, string>);
    expect(refusal).toThrow(ImportRefused);
    expect(refusal).toThrow(sentence);
  });
});

describe('a row of headings', () => {
  const rows = [
    ['Table C2'],
    ['Note', 'Borough Name'],
    ['Borough\nName', 'LAD23CD'],
    ['Barnet', 'E09000003'],
  ].map((cells, index) => ({ number: index + 1, cells }));

  it('is the first that has enough of them', () => {
    expect(findHeading(rows, WANTED, 2)?.number).toBe(3);
    expect(findHeading(rows, WANTED, 3)).toBeNull();
  });

  it('is compared without what varies', () =>
    expect(headingKey('\uFEFF Total_recorded\r\noffences ')).toBe('totalrecordedoffences'));
});

it('refuses a row of another width, by its number', () => {
  expect(() => refuseOtherWidth({ number: 7, cells: ['1'] }, 2)).toThrow(
    'Row 7 has 1 cell, and the heading has 2',
  );
  expect(() => refuseOtherWidth({ number: 7, cells: ['1', ''] }, 2)).not.toThrow();
});
