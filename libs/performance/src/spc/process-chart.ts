import { type Direction, meaningOf } from '../direction.js';
import { METHODS, type Observation } from '../measures/observation.js';
import { valueOf } from '../measures/value.js';
import { type Assurance, assuranceOf } from './assurance.js';
import type { ChartedSegment } from './charted-segment.js';
import { type Rebase, segmentsOf } from './limits-life.js';
import { segmentLimits } from './segment-limits.js';
import { MDC_2023, type Signal, signals } from './signals.js';
import type { ProcessLimits } from './xmr.js';

/** One measure over time, as a process chart needs it. */
export interface ProcessSeries {
  /** One for each quarter, oldest first; null where there is no figure. All of one type. */
  readonly quarters: readonly (Observation | null)[];
  readonly direction: Direction;
  /** Each figure covers twelve months: such figures share eleven of them and are never control-charted. */
  readonly rollingTwelveMonths: boolean;
  /** Indexes of the first quarters after a break in the series. */
  readonly breaks: readonly number[];
  readonly rebases: readonly Rebase[];
  /** What the target in force asks of the newest quarter by itself, in the measure's own unit; null for none. */
  readonly target: number | null;
}

/** What the newest special cause means by the direction that is good. */
export type Variation = 'improvement' | 'concern' | 'neutral' | 'common-cause';

export interface ProcessChart {
  readonly ruleSet: typeof MDC_2023;
  readonly segments: readonly ChartedSegment[];
  /** One for each quarter; null is common cause, no figure, or no limits. */
  readonly signals: readonly (Signal | null)[];
  /** Of the newest quarter with a figure; null where no limits say. */
  readonly variation: Variation | null;
  /** Of the newest limits against the target in force. */
  readonly assurance: Assurance | null;
}

/**
 * The process chart of a measure: the kind of chart is chosen by the type and by how much the figures vary, limits are
 * a trial under 12 points and fixed on the first 12 from then on, and start anew after a break or a rebase; runs of
 * points are never followed across either. Rule set MDC-2023, stamped on every signal.
 */
export function processChart(series: ProcessSeries): ProcessChart {
  const { quarters, rebases, breaks, direction } = series;
  const method = METHODS[typeOf(quarters) ?? 'narrative'].chart;
  const found: (Signal | null)[] = quarters.map(() => null);
  const charted = segmentsOf(quarters.length, rebases, breaks).map(({ from, until, rebase }) => {
    const { limits, stage, kind, reason } =
      series.rollingTwelveMonths && method !== null
        ? ({ limits: null, stage: 'none', kind: null, reason: 'rolling-total' } as const)
        : segmentLimits(method, quarters.slice(from, until));
    if (limits)
      for (const [index, signal] of signalsWithin(quarters.slice(from, until), limits))
        found[from + index] = signal;
    return { from, until, stage, kind, reason, limits, rebase };
  });
  const newest = quarters.findLastIndex((one) => one !== null);
  const latest = charted.find(({ from, until }) => from <= newest && newest < until);
  const newestLimits = latest?.limits?.[newest - latest.from] ?? null;
  return {
    ruleSet: MDC_2023,
    segments: charted,
    signals: found,
    variation: newestLimits && variationOf(found[newest] ?? null, direction),
    assurance: newestLimits && assuranceOf(newestLimits, series.target, direction),
  };
}

/** The signals of the quarters that have a figure: a missing one is passed over, it is neither above nor below. */
function signalsWithin(
  quarters: readonly (Observation | null)[],
  limits: readonly ProcessLimits[],
): [number, Signal | null][] {
  const held = quarters.flatMap((one, index) => {
    const value = one && valueOf(one);
    return value === null ? [] : [{ index, value }];
  });
  const found = signals(
    held.map(({ value }) => value),
    held.map(({ index }) => limits[index]!),
  );
  return held.map(({ index }, place) => [index, found[place] ?? null]);
}

function variationOf(signal: Signal | null, direction: Direction): Variation {
  if (signal === null) return 'common-cause';
  const meaning = meaningOf(direction, signal.towards);
  return meaning === null ? 'neutral' : meaning === 'better' ? 'improvement' : 'concern';
}

function typeOf(quarters: readonly (Observation | null)[]) {
  return quarters.find((one) => one !== null)?.type ?? null;
}

/**
 * On which side of the mean in force each figure from an index on lies: what is asked before limits are rebased there.
 *
 * @returns 1, −1 or 0 for each quarter that has a figure; empty where no limits are drawn
 */
export function sidesSince(
  { segments }: ProcessChart,
  quarters: ProcessSeries['quarters'],
  from: number,
): number[] {
  return quarters.slice(from).flatMap((one, ahead) => {
    const index = from + ahead;
    const value = one && valueOf(one);
    const segment = segments.find((each) => each.from <= index && index < each.until);
    const limits = segment?.limits?.[index - segment.from];
    return value === null || !limits ? [] : [Math.sign(value - limits.mean)];
  });
}
