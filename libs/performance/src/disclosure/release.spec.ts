import fc from 'fast-check';
import { mayDrawLimits, publishedCount, publishedPoints, publishedRate, publishedTotal } from './release.js';

/** The same thousand in every run. */
const RUNS = { numRuns: 1000, seed: 2023 };
const cell = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 400 }));

/** Everything the public gets of a table of places by quarters: cells, totals both ways, years to date, rates, chart. */
function everythingPublished(table: readonly (readonly number[])[]) {
  const cells = table.map((row) => row.map((count) => publishedCount(count, 'sensitive')));
  const columns = cells[0]!.map((_, column) => cells.map((row) => row[column]!));
  const rowTotals = cells.map(publishedTotal);
  return {
    cells,
    rowTotals,
    columnTotals: columns.map(publishedTotal),
    total: publishedTotal(cells.flat()),
    yearsToDate: cells.map((row) => row.map((_, upTo) => publishedTotal(row.slice(0, upTo + 1)))),
    rates: cells.flat().map((count) => publishedRate(count, 168_302, 1000)),
    points: cells.map(publishedPoints),
    limits: cells.map(mayDrawLimits),
  };
}

describe('what is published of a sensitive count', () => {
  it.each([
    [0, { kind: 'exact', value: 0 }],
    [1, { kind: 'hidden' }],
    [7, { kind: 'hidden' }],
    [8, { kind: 'rounded', value: 10 }],
    [12, { kind: 'rounded', value: 10 }],
    [13, { kind: 'rounded', value: 15 }],
  ])('%i is %j', (count, published) => expect(publishedCount(count, 'sensitive')).toEqual(published));

  it('is everything for an ordinary one and nothing for a restricted one', () => {
    expect(publishedCount(3, 'ordinary')).toEqual({ kind: 'exact', value: 3 });
    expect(publishedCount(300, 'restricted')).toEqual({ kind: 'hidden' });
  });

  it('leaves no shape of a hidden count on a chart, and no limits beside it', () => {
    const counts = [10, 3, 12].map((count) => publishedCount(count, 'sensitive'));
    expect(publishedPoints(counts)).toEqual([10, null, 10]);
    expect(mayDrawLimits(counts)).toBe(false);
  });
});

describe('an adversary who sees everything that is published', () => {
  it('sees the same whatever a hidden count is, so cannot solve for it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 7 }),
        (table, other) => {
          const seen = everythingPublished(table);
          for (const [row, counts] of table.entries())
            for (const [column, count] of counts.entries()) {
              if (count < 1 || count > 7) continue;
              const changed = table.map((line, at) => (at === row ? line.with(column, other) : line));
              expect(everythingPublished(changed)).toEqual(seen);
            }
        },
      ),
      RUNS,
    );
  });

  it('would solve 7, 11 and 1 if overlapping totals were rounded by themselves, which is why they are not', () => {
    const rounded = (count: number) => 5 * Math.round(count / 5);
    const solutions: number[][] = [];
    for (let a = 1; a <= 7; a += 1)
      for (let b = 8; b <= 12; b += 1)
        for (let c = 1; c <= 7; c += 1)
          if (rounded(b) === 10 && rounded(a + b) === 20 && rounded(b + c) === 10) solutions.push([a, b, c]);
    expect(solutions).toEqual([[7, 11, 1]]);
    const ours = [7, 11, 1].map((count) => publishedCount(count, 'sensitive'));
    expect(publishedTotal(ours.slice(0, 2))).toEqual(
      publishedTotal([publishedCount(2, 'sensitive'), publishedCount(9, 'sensitive')]),
    );
  });
});
