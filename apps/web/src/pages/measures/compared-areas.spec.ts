import { calendarDate } from '@lib/kernel';
import type { ComparedArea, PublishedComparison } from '@lib/reporting';
import { areCounts, changesBeside, comparedAreas } from './compared-areas.js';

const sumOf = (value: number | null) => ({ value, marks: [], withoutRow: value === null ? 12 : 0 });
const area = (code: string, before: number | null, after: number | null, population: number | null) =>
  ({
    ...{ code, name: code, isOwn: code === 'own', population },
    ...{ before: sumOf(before), after: sumOf(after) },
  }) satisfies ComparedArea;
const months = (from: string, until: string) => ({ from: calendarDate(from), until: calendarDate(until) });
const TIME: NonNullable<PublishedComparison['time']> = {
  ...{ releasedOn: calendarDate('2025-08-01'), coversBefore: true, isYearly: false },
  ...{ before: months('2023-08-01', '2024-08-01'), after: months('2024-08-01', '2025-08-01') },
};
const comparison = (changed: Partial<PublishedComparison> = {}): PublishedComparison => ({
  ...{ id: 'm', slug: 'burglary', name: 'Burglary', unit: 'offences', kind: 'count', groups: [] },
  sum: {
    source: 'mps-borough',
    means: ['burglary-residential'],
    areaCode: 'own',
    area: 'own',
    tableName: null,
    labels: null,
  },
  group: { id: null, name: 'London', since: null, isOwnIn: true },
  ...{ time: TIME, denominator: null, lacksHouseholds: false },
  areas: [area('own', 100, 80, 1000), area('one', 200, 220, 1000), area('two', 300, 280, 2000)],
  ...changed,
});

describe('changes beside each other', () => {
  // (80/100)/(500/500) = 0.80 with √(1/100 + 1/80 + 2/500) = 0.1628.
  it('leave the area out of the rest', () => {
    const found = changesBeside(comparison())!;
    expect(found).toMatchObject({
      ...{ kind: 'changes', own: { before: 100, after: 80 }, rest: { before: 500, after: 500 } },
    });
    const { ratio, withCare } = found as Extract<typeof found, { kind: 'changes' }>;
    expect([ratio!.ratio, ratio!.lower, ratio!.upper].map((end) => end.toFixed(2))).toEqual([
      '0.80',
      '0.58',
      '1.10',
    ]);
    expect(withCare).toContain('another system');
  });

  it('leave out areas that one of the two times lacks', () => {
    const areas = [area('own', 100, 80, 1000), area('one', 200, 220, 1000), area('two', null, 280, 2000)];
    expect(changesBeside(comparison({ areas }))).toMatchObject({ rest: { before: 200, after: 220 } });
  });

  it('are not given across a break at which they are not counted alike, nor without the earlier time', () => {
    const sum = {
      source: 'mps-dashboard',
      means: ['domestic-abuse'],
      areaCode: 'own',
      area: 'own',
      tableName: null,
      labels: null,
    } as const;
    expect(changesBeside(comparison({ sum }))).toMatchObject({ kind: 'broken', from: '2024-03-01' });
    const later = {
      ...TIME,
      before: months('2024-03-01', '2025-03-01'),
      after: months('2025-03-01', '2026-03-01'),
    };
    expect(changesBeside(comparison({ sum, time: later }))).toMatchObject({
      kind: 'changes',
      withCare: null,
    });
    expect(changesBeside(comparison({ time: { ...TIME, coversBefore: false } }))).toEqual({
      kind: 'not-held',
    });
    const areas = [area('own', null, 80, 1000), area('one', 200, 220, 1000)];
    expect(changesBeside(comparison({ areas }))).toEqual({ kind: 'not-held' });
  });

  it('have no ratio to nothing', () => {
    const areas = [area('own', 0, 2, 1000), area('one', 200, 220, 1000)];
    expect(changesBeside(comparison({ areas }))).toMatchObject({ kind: 'changes', ratio: null });
  });
});

describe('rates beside each other', () => {
  it('leave out areas without a figure or without those who live there', () => {
    const areas = [area('own', 1, 80, 1000), area('one', 1, null, 1000), area('two', 1, 5, null)];
    expect(comparedAreas(comparison({ areas }), false)).toBeNull();
    const three = [...areas, area('three', 1, 40, 1000)];
    const found = comparedAreas(comparison({ areas: three }), false)!;
    expect(found.counted.map(({ code }) => code)).toEqual(['own', 'three']);
    // 120 of 2,000.
    expect(found.group.rate).toBeCloseTo(60, 10);
    expect(found.rank).toMatchObject({ rank: 1, of: 2 });
  });

  it('are of counts only', () => {
    expect(areCounts(comparison())).toBe(true);
    expect(areCounts(comparison({ kind: 'proportion' }))).toBe(false);
    expect(areCounts(comparison({ areas: [area('own', 0.5, 0.7, 1000)] }))).toBe(false);
  });
});
