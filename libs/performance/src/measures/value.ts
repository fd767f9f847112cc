import { type Confidence, type Interval, multiplier } from '../confidence.js';
import { countInterval, rateInterval } from '../intervals/count-interval.js';
import { differenceOfProportions, wilsonInterval } from '../intervals/proportion-interval.js';
import { percentageOf, pointsBetween } from '../quantities/percent.js';
import type { Observation, Share } from './observation.js';

/**
 * An observation as one number in the measure's own unit: a count, a rate for each `per`, a percentage (0 to 100),
 * percentage points (how far two groups are apart, 0 or more), a mean, days of harm.
 *
 * @returns null for what is no number, and where a part or the whole base is missing
 */
export function valueOf(observation: Observation): number | null {
  switch (observation.type) {
    case 'count':
    case 'composite':
      return observation.count;
    case 'rate':
      return observation.population > 0
        ? (observation.count * observation.per) / observation.population
        : null;
    case 'proportion':
      return observation.denominator > 0
        ? percentageOf(observation.numerator, observation.denominator)
        : null;
    case 'survey':
      return observation.interviews > 0 ? observation.percentage : null;
    case 'gap':
      return observation.first.denominator > 0 && observation.second.denominator > 0
        ? Math.abs(pointsBetween(percentageOfShare(observation.first), percentageOfShare(observation.second)))
        : null;
    case 'mean':
      return observation.mean;
    case 'index':
      return observation.value;
    case 'milestone':
    case 'yes-no':
    case 'narrative':
      return null;
  }
}

/** The cases behind a value, by which it is judged whether a percentage may be shown; null where there is no such base. */
export function baseOf(observation: Observation): number | null {
  switch (observation.type) {
    case 'proportion':
      return observation.denominator;
    case 'survey':
      return observation.interviews;
    case 'gap':
      return Math.min(observation.first.denominator, observation.second.denominator);
    default:
      return null;
  }
}

/**
 * The range in which the underlying value lies, in the measure's own unit, by the method its type takes (exact Poisson
 * below 10 and Byar from 10 for counts and rates, Wilson for proportions and surveys, Newcombe for gaps, normal for
 * means).
 *
 * @returns null where no method gives one: an index, a mean without a standard error, what is no number
 */
export function intervalOf(observation: Observation, confidence: Confidence = 0.95): Interval | null {
  if (valueOf(observation) === null) return null;
  switch (observation.type) {
    case 'count':
    case 'composite':
      return countInterval(observation.count!, confidence);
    case 'rate': {
      const { count, population, per } = observation;
      const { lower, upper } = rateInterval(count, population, per, confidence);
      return { lower, upper };
    }
    case 'proportion':
      return isShare(observation)
        ? inPercent(wilsonInterval(observation.numerator, observation.denominator, confidence))
        : null;
    case 'survey': {
      const { numerator, denominator } = shareOfInterviews(observation);
      return inPercent(wilsonInterval(numerator, denominator, confidence));
    }
    case 'gap':
      return isShare(observation.first) && isShare(observation.second)
        ? gapInterval(observation.first, observation.second, confidence)
        : null;
    case 'mean': {
      if (observation.standardError === null) return null;
      const reach = multiplier(confidence) * observation.standardError;
      return { lower: observation.mean - reach, upper: observation.mean + reach };
    }
    default:
      return null;
  }
}

/** A percentage of interviews as a share of whole people, as near as whole people come. */
export function shareOfInterviews({
  percentage,
  interviews: denominator,
}: Extract<Observation, { type: 'survey' }>): Share {
  return { numerator: Math.round((percentage * denominator) / 100), denominator };
}

/** Two groups apart either way: the range of the signed difference, folded at no gap. */
function gapInterval(first: Share, second: Share, confidence: Confidence): Interval {
  const [one, two] = [first, second].map(({ numerator, denominator }) => ({
    successes: numerator,
    trials: denominator,
  })) as [{ successes: number; trials: number }, { successes: number; trials: number }];
  const { lower, upper } = differenceOfProportions(one, two, confidence);
  const ends = [Math.abs(lower), Math.abs(upper)];
  return inPercent({ lower: lower <= 0 && upper >= 0 ? 0 : Math.min(...ends), upper: Math.max(...ends) });
}

/** Outcomes of earlier offences may outnumber a quarter's own: then it is no share of them. */
function isShare({ numerator, denominator }: Share): boolean {
  return numerator <= denominator;
}

function percentageOfShare({ numerator, denominator }: Share) {
  return percentageOf(numerator, denominator);
}

function inPercent({ lower, upper }: Interval): Interval {
  return { lower: 100 * lower, upper: 100 * upper };
}
