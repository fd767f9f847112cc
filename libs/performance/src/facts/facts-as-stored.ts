import { NO_COLOUR, type Status } from '../status/status-rules.js';
import type { CountFacts } from './count-facts-1/count-facts.js';
import type { Comparison } from './comparisons.js';
import type { MeasureFacts } from './measure-facts.js';

/** Facts as pages read them: those of today's rule set, or of an earlier one in today's shape. */
export type FactsAsStored = Omit<MeasureFacts, 'ruleSet'> & { readonly ruleSet: string };

/**
 * Stored facts of any rule set in today's shape. Nothing is worked out anew: what an earlier rule set did not say is
 * said to be unknown.
 */
export function factsAsStored(stored: MeasureFacts | CountFacts): FactsAsStored {
  if (stored.ruleSet !== 'count-facts-1') return stored;
  const { target, change, yearToDate, forecast } = stored;
  const { before, comparedWith, ...fact } = change;
  const counted = (count: number | null) => (count === null ? null : ({ type: 'count', count } as const));
  return {
    ...stored,
    soFar: counted(yearToDate),
    target: { ...target, atLeast: null, atMost: target.passMark },
    change: { before: counted(before), now: counted(yearToDate), comparedWith, change: fact },
    sameQuarter: NOT_COMPARED,
    rollingYear: NOT_COMPARED,
    forecast: 'reason' in forecast && forecast.reason === 'no-target' ? { reason: 'no-method' } : forecast,
    status: UNCOLOURED,
  } as FactsAsStored;
}

const NOT_COMPARED: Comparison = {
  before: null,
  now: null,
  change: { verdict: 'insufficient-data', reason: 'nothing-before' },
};

const UNCOLOURED: Status = {
  rag: 'grey',
  ruleSet: NO_COLOUR.name,
  ruleSetVersion: NO_COLOUR.version,
  rule: 0,
  reason: 'the rules of its day gave no colour',
};
