import { requireCount } from '../requirements.js';
import type { Observation } from './observation.js';

/** The weights of one version of a harm index: days of imprisonment at the starting point of the sentencing guideline. */
export interface WeightSet {
  /** Such as "CCHI May 2023"; stamped on every value. Values of two sets are never compared or added. */
  readonly name: string;
  /** Days for each offence, 0 or more, by the offence's code. */
  readonly days: Readonly<Record<string, number>>;
}

/**
 * The harm of offences as the Cambridge Crime Harm Index counts it (Sherman, Neyroud and Neyroud 2016): each count
 * times the days of its offence, added up. Offences found only by police looking for them (possession of drugs, going
 * equipped) are no part of it: leave them out of `counts`.
 *
 * @param counts by offence code, whole numbers from 0 on
 * @returns days of imprisonment, with the name of the weight set
 * @throws RangeError for an offence without a weight: leaving it out would make harm look smaller
 */
export function crimeHarm(
  counts: Readonly<Record<string, number>>,
  { name, days }: WeightSet,
): Extract<Observation, { type: 'index' }> {
  const value = Object.entries(counts).reduce((total, [offence, count]) => {
    requireCount(count, 'A count');
    const weight = Object.hasOwn(days, offence) ? days[offence]! : NaN;
    if (!(weight >= 0 && Number.isFinite(weight)))
      throw new RangeError(`${name} has no weight for ${offence}.`);
    return total + count * weight;
  }, 0);
  return { type: 'index', value, weightSet: name };
}
