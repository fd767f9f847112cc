import type { MeasureType, Observation } from './observation.js';

/**
 * Measures of which a year is the sum of its quarters. Of the others a year is judged by its level: a proportion of
 * all its cases, the latest survey, the latest mean.
 */
const ADDS_UP: ReadonlySet<MeasureType> = new Set(['count', 'composite', 'rate', 'index']);

export function addsUp(type: MeasureType): boolean {
  return ADDS_UP.has(type);
}

/**
 * Several quarters of one measure as one observation: counts and harm add up, a rate keeps the newest population,
 * proportions and gaps are taken over all their cases (never a mean of percentages), and of surveys, means, milestones
 * and words the latest stands.
 *
 * @param observations of one type, in order of time, none missing; at least one
 * @returns null where they cannot be pooled: a composite with a part missing, an index under two sets of weights
 * @throws RangeError for none, or for two types
 */
export function pooled(observations: readonly Observation[]): Observation | null {
  const last = observations.at(-1);
  if (!last) throw new RangeError('There is nothing to pool.');
  const all = <Type extends MeasureType>(type: Type) =>
    observations.map((one) => {
      if (one.type !== type) throw new RangeError(`A ${one.type} is not pooled with a ${type}.`);
      return one as Extract<Observation, { type: Type }>;
    });
  switch (last.type) {
    case 'count':
      return { type: 'count', count: sum(all('count').map(({ count }) => count)) };
    case 'composite': {
      const counts = all('composite').map(({ count }) => count);
      return { type: 'composite', count: counts.some(isMissing) ? null : sum(counts.map(Number)) };
    }
    case 'rate':
      return { ...last, count: sum(all('rate').map(({ count }) => count)) };
    case 'proportion':
      return { type: 'proportion', ...sharesTogether(all('proportion')) };
    case 'gap': {
      const gaps = all('gap');
      const [first, second] = [gaps.map((gap) => gap.first), gaps.map((gap) => gap.second)];
      return { type: 'gap', first: sharesTogether(first), second: sharesTogether(second) };
    }
    case 'index': {
      const values = all('index');
      const oneSet = values.every(({ weightSet }) => weightSet === last.weightSet);
      return oneSet ? { ...last, value: sum(values.map(({ value }) => value)) } : null;
    }
    default:
      all(last.type);
      return last;
  }
}

function sharesTogether(shares: readonly { numerator: number; denominator: number }[]) {
  return {
    numerator: sum(shares.map(({ numerator }) => numerator)),
    denominator: sum(shares.map(({ denominator }) => denominator)),
  };
}

function isMissing(count: number | null): boolean {
  return count === null;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
