import { Decimal } from '@lib/kernel';
import { sumOfComponents } from './composite.js';

const counts = (...values: (number | null)[]) =>
  values.map((value) => (value === null ? null : new Decimal(value)));

describe('a composite', () => {
  it('is the sum of its components', () => {
    // 2010/11 quarter 1: 126 + 52 + 152 + 38 = 368
    expect(sumOfComponents(counts(126, 52, 152, 38))?.toString()).toBe('368');
  });

  it('is unknown while a component is', () => {
    expect(sumOfComponents(counts(126, null, 152, 38))).toBeNull();
    expect(sumOfComponents([])).toBeNull();
  });
});
