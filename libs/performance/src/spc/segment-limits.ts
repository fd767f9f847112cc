import type { Methods, Observation } from '../measures/observation.js';
import { shareOfInterviews, valueOf } from '../measures/value.js';
import {
  type CountOver,
  cLimits,
  dispersionOfShares,
  pLimits,
  pPrimeLimits,
  uLimits,
  uPrimeLimits,
} from './attribute-charts.js';
import { chartForCounts, chartForShares } from './chart-choice.js';
import type { ChartedSegment } from './charted-segment.js';
import { FIXED_FROM, limitsStage } from './limits-life.js';
import { type ProcessLimits, xmrLimits } from './xmr.js';

type SegmentLimits = Pick<ChartedSegment, 'limits' | 'stage' | 'kind' | 'reason'>;

/**
 * The limits of one segment of a chart, in the measure's own unit, one for each of its quarters.
 *
 * @param method the family of charts that the measure's type takes
 * @param quarters of the segment, null where there is no figure; limits are of those that have one
 */
export function segmentLimits(
  method: Methods['chart'],
  quarters: readonly (Observation | null)[],
): SegmentLimits {
  const held = quarters.filter((one) => one !== null && valueOf(one) !== null) as Observation[];
  if (method === null) return none('no-method');
  const stage = limitsStage(held.length);
  if (stage === 'none') return none('too-few-points');
  const basis = held.slice(0, FIXED_FROM);
  switch (method) {
    case 'counts': {
      const counts = basis.map((one) => valueOf(one)!);
      const { kind, reason } = chartForCounts(counts);
      // Quarterly counts do not say how many days lie between two events, which is what a g- or t-chart needs.
      if (kind === 'g') return none('rare-events');
      return { stage, kind, reason, limits: everywhere(kind === 'c' ? cLimits(counts) : xmrLimits(counts)) };
    }
    case 'rate':
    case 'proportion':
      return sharesLimits(method, quarters, basis, stage);
    case 'xmr': {
      const limits = xmrLimits(basis.map((one) => valueOf(one)!));
      return { stage, kind: 'xmr', reason: 'not-counted', limits: everywhere(limits) };
    }
  }

  function everywhere(limits: ProcessLimits): ProcessLimits[] {
    return quarters.map(() => limits);
  }
}

/** Limits that vary with the base; a quarter without a figure has those of the one before it. */
function sharesLimits(
  family: 'rate' | 'proportion',
  quarters: readonly (Observation | null)[],
  basis: readonly Observation[],
  stage: SegmentLimits['stage'],
): SegmentLimits {
  const points = basis.map(countOver);
  if (points.some(({ count, base }) => family === 'proportion' && count > base)) return none('no-method');
  const { kind, reason } = chartForShares(family, dispersionOfShares(family, points), points.length);
  const limitsOf = { u: uLimits, "u'": uPrimeLimits, p: pLimits, "p'": pPrimeLimits }[kind];
  const known = quarters.map((one) => (one && valueOf(one) !== null ? countOver(one) : null));
  let last = points[0]!;
  const bases = known.map((one) => (last = one ?? last));
  const unit = family === 'proportion' ? 100 : perOf(basis[0]!);
  return { stage, kind, reason, limits: limitsOf(bases, points).map((limits) => scaled(limits, unit)) };
}

function countOver(observation: Observation): CountOver {
  switch (observation.type) {
    case 'rate':
      return { count: observation.count, base: observation.population };
    case 'survey': {
      const { numerator, denominator } = shareOfInterviews(observation);
      return { count: numerator, base: denominator };
    }
    case 'proportion':
      return { count: observation.numerator, base: observation.denominator };
    default:
      throw new RangeError(`A ${observation.type} is not a share of anything.`);
  }
}

function perOf(observation: Observation): number {
  return observation.type === 'rate' ? observation.per : 1;
}

function scaled(limits: ProcessLimits, unit: number): ProcessLimits {
  return {
    mean: unit * limits.mean,
    lower: unit * limits.lower,
    upper: unit * limits.upper,
    nearLower: unit * limits.nearLower,
    nearUpper: unit * limits.nearUpper,
  };
}

function none(reason: SegmentLimits['reason']): SegmentLimits {
  return { stage: 'none', kind: null, reason, limits: null };
}
