import { calendarDate, DomainError, FinancialQuarter } from '@lib/kernel';
import { partsOn } from './composite-parts.js';
import { changedFields, requireChange } from './definition-change.js';
import type { DefinitionSheet, MeasureDefinition } from './measure.js';

const SHEET: DefinitionSheet = {
  name: 'Robbery',
  unit: 'offences',
  kind: 'count',
  direction: 'lower',
  sensitivity: 'ordinary',
  rollingTwelveMonths: false,
  countedBy: 'quarter',
  wording: 'Robberies.',
  numerator: null,
  denominator: null,
  inclusions: null,
  exclusions: null,
  source: 'The police',
  caveats: null,
  publicationLag: null,
  ownerPost: null,
  componentIds: [],
};
const NEWEST: MeasureDefinition = {
  ...{ ...SHEET, id: 'd1', measureId: 'm1', version: 1, change: null },
  inForceFrom: calendarDate('2010-04-01'),
};
const WANTED = {
  ...{ sheet: { ...SHEET, wording: 'With attempts.' }, from: FinancialQuarter.of(2011, 2) },
  ...{ comparable: false, reason: 'As agreed', approvedBy: 'The board' },
};

function refusal(wanted: Partial<typeof WANTED>, asked: FinancialQuarter | null = null): string | null {
  try {
    requireChange(NEWEST, { ...WANTED, ...wanted }, asked);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

describe('a new version of a definition', () => {
  it('starts after the version before and after the returns that were asked by it', () => {
    expect(refusal({})).toBeNull();
    expect(refusal({ from: FinancialQuarter.of(2010, 1) })).toBe('plans.definition-order');
    expect(refusal({}, FinancialQuarter.of(2011, 1))).toBeNull();
    expect(refusal({}, FinancialQuarter.of(2011, 2))).toBe('plans.definition-asked');
    expect(refusal({}, FinancialQuarter.of(2012, 2))).toBe('plans.definition-asked');
  });

  it('says why, and who approved it', () => {
    expect(refusal({ reason: ' ' })).toBe('plans.definition-reason');
    expect(refusal({ approvedBy: ' ' })).toBe('plans.definition-reason');
  });

  it('differs, and holds together', () => {
    expect(refusal({ sheet: SHEET })).toBe('plans.definition-same');
    expect(refusal({ sheet: { ...SHEET, componentIds: ['m2'] } })).toBe('plans.components');
    expect(refusal({ sheet: { ...SHEET, numerator: 'victims' } })).toBe('plans.rate');
  });

  it('is not comparable where its unit or its period differs', () => {
    expect(refusal({ comparable: true })).toBeNull();
    for (const differs of [{ unit: 'victims' }, { rollingTwelveMonths: true }])
      expect(refusal({ comparable: true, sheet: { ...SHEET, ...differs } })).toBe(
        'plans.definition-not-comparable',
      );
  });
});

describe('what differs', () => {
  it('is told by field, whatever the order of the parts', () => {
    const sum: DefinitionSheet = { ...SHEET, kind: 'composite', componentIds: ['a', 'b'] };
    expect(changedFields(sum, { ...sum, componentIds: ['b', 'a'] })).toEqual([]);
    expect(changedFields(sum, { ...sum, componentIds: ['b'], caveats: 'Late', name: 'Theft' })).toEqual([
      'name',
      'componentIds',
      'caveats',
    ]);
  });
});

describe('the parts of a composite', () => {
  const parts = [
    { from: calendarDate('2010-04-01'), componentIds: ['a', 'b'] },
    { from: calendarDate('2011-04-01'), componentIds: ['a'] },
  ];
  it.each([
    ['2009-04-01', ['a', 'b']],
    ['2011-03-31', ['a', 'b']],
    ['2011-04-01', ['a']],
  ])('on %s are %p', (day, componentIds) => expect(partsOn(parts, calendarDate(day))).toEqual(componentIds));
  it('are none of nothing', () => expect(partsOn([], calendarDate('2011-04-01'))).toEqual([]));
});
