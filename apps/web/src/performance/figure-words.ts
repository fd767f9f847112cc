import { mayShowPercentage, numberInWords, type Observation, valueOf } from '@lib/performance';
import { formatCount } from '@lib/ui';

/**
 * A figure as a table says it, without the unit of what is counted: "1,695", "78.8% (2,340 of 2,970)",
 * "4.9 percentage points (78.8% and 73.9%)". A percentage of few is said by its counts alone.
 */
export function figureInWords(observation: Observation): string {
  switch (observation.type) {
    case 'proportion':
      return withItsCounts(observation);
    case 'gap': {
      const { first, second } = observation;
      const [one, other] = [first, second].map((share) => ({ type: 'proportion', ...share }) as const);
      if (!mayShowPercentage(observation)) return `${outOf(first)} and ${outOf(second)}`;
      return `${rounded(observation)} (${rounded(one!)} and ${rounded(other!)})`;
    }
    default:
      return formatCount(valueOf(observation));
  }
}

/** A figure as it is drawn: the number that its words say; null where they say none. */
export function drawnValue(observation: Observation | null): number | null {
  if (observation === null || !mayShowPercentage(observation)) return null;
  const value = valueOf(observation);
  return value === null || isWhole(observation) ? value : Number(value.toFixed(1));
}

/** What stands behind each number on a chart. */
export function chartUnit(observation: Observation, unit: string): string {
  if (observation.type === 'proportion') return '%';
  return observation.type === 'gap' ? 'percentage points' : unit;
}

function withItsCounts(share: Extract<Observation, { type: 'proportion' }>): string {
  return mayShowPercentage(share) ? `${rounded(share)} (${outOf(share)})` : outOf(share);
}

function outOf({ numerator, denominator }: { numerator: number; denominator: number }): string {
  return `${formatCount(numerator)} of ${formatCount(denominator)}`;
}

function rounded(observation: Observation): string {
  return numberInWords(valueOf(observation), observation.type, '');
}

function isWhole({ type }: Observation): boolean {
  return type === 'count' || type === 'composite';
}
