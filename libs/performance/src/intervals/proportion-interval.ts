import { type Confidence, type Interval, multiplier } from '../confidence.js';
import { requireCount, requirePositive } from '../requirements.js';

/**
 * The range in which a proportion lies (Wilson 1927):
 * (2x + z² ∓ z√(z² + 4x(1 − x/n))) / 2(n + z²).
 *
 * @param successes a count, 0 to `trials`
 * @param trials the base, above 0
 * @returns proportions from 0 to 1, not percentages
 */
export function wilsonInterval(successes: number, trials: number, confidence: Confidence = 0.95): Interval {
  requireCount(successes, 'The numerator');
  requireCount(trials, 'The base');
  requirePositive(trials, 'The base');
  if (successes > trials) throw new RangeError('The numerator of a proportion is at most its base.');
  const z = multiplier(confidence);
  const spread = z * Math.sqrt(z ** 2 + 4 * successes * (1 - successes / trials));
  const centre = 2 * successes + z ** 2;
  const scale = 2 * (trials + z ** 2);
  return { lower: Math.max(0, (centre - spread) / scale), upper: Math.min(1, (centre + spread) / scale) };
}

/**
 * The difference of two independent proportions with its range (Newcombe 1998, method 10: the two Wilson intervals
 * combined, which keeps within −1 and 1).
 *
 * @returns second less first, as proportions
 */
export function differenceOfProportions(
  first: { readonly successes: number; readonly trials: number },
  second: { readonly successes: number; readonly trials: number },
  confidence: Confidence = 0.95,
): Interval & { readonly difference: number } {
  const p1 = first.successes / first.trials;
  const p2 = second.successes / second.trials;
  const one = wilsonInterval(first.successes, first.trials, confidence);
  const two = wilsonInterval(second.successes, second.trials, confidence);
  const difference = p2 - p1;
  return {
    difference,
    lower: difference - Math.hypot(p2 - two.lower, one.upper - p1),
    upper: difference + Math.hypot(two.upper - p2, p1 - one.lower),
  };
}
