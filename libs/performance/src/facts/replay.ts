import { COUNT_FACTS_1, type CountFacts, countFacts } from './count-facts.js';
import type { CountInputs } from './count-inputs.js';

/** A result as it is kept: the rules it was made by and everything it was made from. */
export interface StoredResult {
  readonly ruleSet: string;
  readonly inputs: CountInputs;
}

/** Every rule set there ever was. None is ever taken out or changed. */
const RULE_SETS: Readonly<Record<string, (inputs: CountInputs) => CountFacts>> = {
  [COUNT_FACTS_1]: countFacts,
};

/** Works a stored result out again by the rules of its day. Throws RangeError for rules nobody knows. */
export function replay({ ruleSet, inputs }: StoredResult): CountFacts {
  const rules = Object.hasOwn(RULE_SETS, ruleSet) ? RULE_SETS[ruleSet] : undefined;
  if (!rules) throw new RangeError(`There is no rule set ${ruleSet}.`);
  return rules(inputs);
}
