import type { Observation } from '../measures/observation.js';
import { baseOf, valueOf } from '../measures/value.js';

/** Under this many in the base, percentages say more than the numbers do: counts lead and none is shown. */
export const BASE_FOR_PERCENTAGES = 50;

/** Whether an observation has cases enough behind it for a percentage to be shown. */
export function mayShowPercentage(observation: Observation): boolean {
  const base = baseOf(observation);
  return base === null || base >= BASE_FOR_PERCENTAGES;
}

/**
 * An observation as it reads in a sentence: "1,695 offences", "12.3 offences per 1,000 residents", "52.1%", "12 of 31",
 * "4.9 percentage points".
 *
 * @param unit of the measure, in the plural
 */
export function valueInWords(observation: Observation, unit: string): string {
  if (!mayShowPercentage(observation)) return smallBaseInWords(observation);
  switch (observation.type) {
    case 'milestone':
      return observation.reached ? 'reached' : 'not reached';
    case 'yes-no':
      return observation.yes ? 'yes' : 'no';
    case 'narrative':
      return observation.text;
    default:
      return numberInWords(valueOf(observation), observation.type, unit);
  }
}

/** A number of a measure's own unit, such as a target's, as it reads in a sentence. */
export function numberInWords(value: number | null, type: Observation['type'], unit: string): string {
  if (value === null) return 'no figure';
  if (type === 'proportion' || type === 'survey') return `${oneDecimal(value)}%`;
  if (type === 'gap') return `${oneDecimal(value)} percentage points`;
  if (type === 'count' || type === 'composite') return `${wholeNumber(value)} ${unit}`;
  return `${oneDecimal(value)} ${unit}`;
}

/** The number alone: "1,675", "51.4". */
export function bareNumber(value: number, type: Observation['type']): string {
  if (type === 'count' || type === 'composite') return wholeNumber(value);
  return type === 'proportion' || type === 'survey' ? `${oneDecimal(value)}%` : oneDecimal(value);
}

function smallBaseInWords(observation: Observation): string {
  switch (observation.type) {
    case 'proportion':
      return `${wholeNumber(observation.numerator)} of ${wholeNumber(observation.denominator)}`;
    case 'survey':
      return `an answer from only ${wholeNumber(observation.interviews)} interviews`;
    default:
      return 'a gap between groups too small for percentages';
  }
}

function wholeNumber(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 0 });
}

function oneDecimal(value: number): string {
  return value.toLocaleString('en-GB', { minimumFractionDigits: 0, maximumFractionDigits: 1 });
}
