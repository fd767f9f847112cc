import { Decimal } from '@lib/kernel';

/**
 * The most that meets "reduce by `percent` from `baseline`", in whole offences: floor(baseline × (1 − percent/100)).
 * Never rounded up: 4.5% off 1,754 is 1,675.07, so 1,675 passes and 1,676 does not.
 *
 * @param baseline a count, 0 or more
 * @param percent above 0, at most 100
 */
export function passMarkOfReduction(baseline: Decimal, percent: Decimal): Decimal {
  if (baseline.isNegative()) throw new RangeError('A baseline count cannot be negative.');
  if (percent.lte(0) || percent.gt(100)) throw new RangeError('A reduction is above 0% and at most 100%.');
  return baseline.times(new Decimal(100).minus(percent)).div(100).floor();
}
