import type { FinancialQuarter } from '@lib/kernel';
import {
  type Direction,
  type Observation,
  type ProcessChart,
  processChart,
  type QuarterLevel,
} from '@lib/performance';
import type { ShownMark } from './chart-marks.js';
import type { MeasureQuarter } from './measure-quarters.js';

/** A measure's quarters with its process chart: from the first that is known to the last, none left out. */
export interface ProcessOverTime {
  readonly quarters: readonly FinancialQuarter[];
  readonly observations: readonly (Observation | null)[];
  readonly chart: ProcessChart;
}

/**
 * The process chart of a measure's approved quarters. A chart's time runs evenly: a quarter for which nothing was
 * reported is in it, without a figure.
 *
 * @param target what the target in force asks of the newest quarter
 */
export function processOverTime(
  measure: {
    readonly direction: Direction;
    readonly rollingTwelveMonths: boolean;
    readonly quarters: readonly MeasureQuarter[];
    readonly marks: readonly Pick<ShownMark, 'kind' | 'quarter' | 'words' | 'approvedBy'>[];
  },
  target: QuarterLevel | null,
): ProcessOverTime {
  const quarters = everyQuarter(measure.quarters.map(({ quarter }) => quarter));
  const observations = quarters.map(
    (quarter) => measure.quarters.find((one) => one.quarter.equals(quarter))?.observation ?? null,
  );
  const marked = (kind: ShownMark['kind']) =>
    measure.marks.flatMap((mark) => {
      const from = quarters.findIndex((one) => one.equals(mark.quarter));
      return mark.kind === kind && from > 0 ? [{ mark, from }] : [];
    });
  const chart = processChart({
    quarters: observations,
    direction: measure.direction,
    rollingTwelveMonths: measure.rollingTwelveMonths,
    breaks: marked('series-break').map(({ from }) => from),
    rebases: marked('new-limits').map(({ mark, from }) => ({
      from,
      reason: mark.words,
      approvedBy: mark.approvedBy ?? '',
    })),
    // Between two ends no process "always meets" or "always misses" by one of them.
    target:
      target && (target.atLeast === null || target.atMost === null)
        ? (target.atMost ?? target.atLeast)
        : null,
  });
  return { quarters, observations, chart };
}

function everyQuarter(held: readonly FinancialQuarter[]): FinancialQuarter[] {
  const [first, last] = [held[0], held.at(-1)];
  if (!first || !last) return [];
  const quarters = [first];
  while (!quarters.at(-1)!.equals(last)) quarters.push(quarters.at(-1)!.next);
  return quarters;
}
