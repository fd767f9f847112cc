import { type Confidence, type Interval, multiplier } from '../confidence.js';
import { requireCount } from '../requirements.js';

/**
 * Whether an area changed more than its comparators, "or was it London-wide?": R = (b/a)/(B/A), with
 * SE(ln R) = √(1/a + 1/b + 1/A + 1/B). Below 1 the area did better where lower is better.
 *
 * @param area its earlier and later count; the comparators' must not contain them
 * @returns null when one of the four is 0: a ratio to nothing is not one
 */
export function ratioOfRatios(
  area: { readonly before: number; readonly after: number },
  comparators: { readonly before: number; readonly after: number },
  confidence: Confidence = 0.95,
): (Interval & { readonly ratio: number }) | null {
  const counts = [area.before, area.after, comparators.before, comparators.after];
  for (const count of counts) requireCount(count, 'A count');
  if (counts.includes(0)) return null;
  const ratio = area.after / area.before / (comparators.after / comparators.before);
  const reach = multiplier(confidence) * Math.sqrt(counts.reduce((sum, count) => sum + 1 / count, 0));
  return { ratio, lower: ratio * Math.exp(-reach), upper: ratio * Math.exp(reach) };
}
