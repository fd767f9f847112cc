import { COUNT_FACTS_1, type CountFacts, countFacts } from './count-facts-1/count-facts.js';
import type { CountInputs } from './count-facts-1/count-inputs.js';
import { MEASURE_FACTS_2, type MeasureFacts, measureFacts } from './measure-facts.js';
import type { MeasureInputs } from './measure-inputs.js';

/** A result as it is kept: the rules it was made by and everything it was made from. */
export type StoredResult =
  | { readonly ruleSet: typeof MEASURE_FACTS_2; readonly inputs: MeasureInputs }
  | { readonly ruleSet: typeof COUNT_FACTS_1; readonly inputs: CountInputs };

/**
 * Works a stored result out again by the rules of its day: the same answer for ever. No rule set is ever taken out or
 * changed.
 *
 * @throws RangeError for rules nobody knows
 */
export function replay(result: StoredResult): MeasureFacts | CountFacts {
  switch (result.ruleSet) {
    case MEASURE_FACTS_2:
      return measureFacts(result.inputs);
    case COUNT_FACTS_1:
      return countFacts(result.inputs);
    default:
      throw new RangeError(`There is no rule set ${String((result as { ruleSet: unknown }).ruleSet)}.`);
  }
}
