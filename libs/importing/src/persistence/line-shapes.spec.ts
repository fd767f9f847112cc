import { calendarDate } from '@lib/kernel';
import type { AreaLabel, Period, PublishedCell, SeriesLabel } from '../importer.js';
import { monthFrom } from '../table/months.js';
import { LineShapes, linesOf } from './line-shapes.js';

const [JANUARY, FEBRUARY] = ['2024-01-01', '2024-02-01'].map((day) => monthFrom(calendarDate(day))) as [
  Period,
  Period,
];
const SERIES: SeriesLabel = { label: 'Arson', unit: 'count' };
const AREA: AreaLabel = { label: 'Kingston', name: 'Kingston', code: null, within: null };

const cell = (of: Partial<PublishedCell>): PublishedCell => ({
  ...{ series: SERIES, area: AREA, period: JANUARY, value: '1', mark: null },
  ...{ row: 2, column: 3, sheet: null, ...of },
});

describe('cells that follow one another', () => {
  it('are one line for as long as they are of one series, area, row and sheet', () => {
    const cells = [
      cell({}),
      cell({ column: 4, period: FEBRUARY }),
      cell({ row: 3 }),
      cell({ row: 3, series: { ...SERIES } }),
      cell({ row: 3, sheet: 'Other' }),
      cell({ row: 3, sheet: 'Other', area: { ...AREA } }),
    ];
    expect([...linesOf(cells)].map((line) => line.length)).toEqual([2, 1, 1, 1, 1]);
  });
});

describe('the shape of a line', () => {
  const wide = (row: number) => [cell({ row }), cell({ row, column: 4, period: FEBRUARY })];

  it('is kept once for all lines that have the same periods in the same columns', () => {
    const shapes = new LineShapes();
    const numbers = [wide(2), [cell({})], wide(3), wide(4), [cell({ row: 9 })]].map(
      (line) => shapes.of(line).number,
    );
    expect(numbers).toEqual([1, 2, 1, 1, 2]);
    expect(shapes.all.map(({ places }) => places.map(({ column }) => column))).toEqual([[3, 4], [3]]);
  });

  it.each([
    ['column', cell({ column: 7 })],
    ['period', cell({ period: FEBRUARY })],
    ['sheet', cell({ sheet: 'Other' })],
  ])('is another one with another %s', (_, other) => {
    const shapes = new LineShapes();
    expect(shapes.of([other])).not.toBe(shapes.of([cell({})]));
  });

  it('has no period twice', () => {
    const line = [cell({}), cell({ column: 4, period: { ...JANUARY } })];
    expect(() => new LineShapes().of(line)).toThrow(/^Row 2 has two figures for the time from 2024-01-01\./);
  });
});
