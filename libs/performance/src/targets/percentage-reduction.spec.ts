import { Decimal } from '@lib/kernel';
import { passMarkOfReduction } from './percentage-reduction.js';

describe('the pass mark of a percentage reduction', () => {
  it.each([
    // baseline, percent, pass mark: the sum
    ['1754', '4.5', '1675'], // 1,754 × 0.955 = 1,675.07
    ['102', '1', '100'], //       102 × 0.99  = 100.98: "1%" is two victims fewer
    ['22', '3.5', '21'], //        22 × 0.965 = 21.23
    ['116', '1', '114'], //       116 × 0.99  = 114.84
    ['200', '50', '100'], //      exactly
    ['0', '10', '0'],
    ['7', '100', '0'],
  ])('of %s less %s%% is %s', (baseline, percent, expected) => {
    expect(passMarkOfReduction(new Decimal(baseline), new Decimal(percent)).toString()).toBe(expected);
  });

  it('is exact where floats are not: 300 less 1.1% is 296.7, 1,000 less 0.7% is 993', () => {
    expect(passMarkOfReduction(new Decimal('1000'), new Decimal('0.7')).toString()).toBe('993');
  });

  it.each(['0', '-1', '100.1'])('refuses a reduction of %s%%', (percent) => {
    expect(() => passMarkOfReduction(new Decimal(10), new Decimal(percent))).toThrow(RangeError);
  });
});
