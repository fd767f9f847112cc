import type { LabelledLine } from './step-line.js';
import type { LimitsSegment, PeriodLimits, TimeSeriesChartSpec } from './time-series-spec.js';

/** Unlike those of targets, baselines and events. A trial's are wider apart: they are less certain. */
const LIMIT_DASHES = '10 3 2 3';
const TRIAL_LIMIT_DASHES = '10 8 2 8';

/** The average or one of the limits over the periods of one segment. */
export interface LimitLine extends LabelledLine {
  /** None for the average, which is solid. */
  readonly dashes: string | undefined;
  readonly width: number;
}

/** True where limits are drawn: the chart has more lines to label than any other. */
export function isControlChart(spec: TimeSeriesChartSpec): boolean {
  return (spec.limits ?? []).length > 0;
}

/** The lines of all segments, each of which has its own: none is joined to the next. */
export function limitLines(spec: TimeSeriesChartSpec): LimitLine[] {
  return (spec.limits ?? []).flatMap((segment) => linesOf(segment, spec));
}

/** The lines of the last segment, the only ones to be labelled: they are what the next figure is held against. */
export function latestLimitLines(spec: TimeSeriesChartSpec): LimitLine[] {
  const latest = (spec.limits ?? []).toSorted((one, other) => one.toIndex - other.toIndex).at(-1);
  return latest ? linesOf(latest, spec) : [];
}

function linesOf(segment: LimitsSegment, spec: TimeSeriesChartSpec): LimitLine[] {
  const { fromIndex, toIndex, trial, limits } = segment;
  const line = (
    name: string,
    level: (limits: PeriodLimits) => number,
    looks: Pick<LimitLine, 'dashes' | 'labelSide'>,
  ): LimitLine => ({
    ...looks,
    label: trial ? `${name} (trial)` : name,
    fromIndex,
    toIndex,
    valueAt: (index) => level(limits[index - fromIndex]!),
    width: trial ? 1 : 1.5,
  });
  const dashes = trial ? TRIAL_LIMIT_DASHES : LIMIT_DASHES;
  const goesBelowZero = hasNegativeFigures(spec);
  // Where figures cannot be negative, a lower limit of zero or less rules nothing out and only clutters the axis.
  const hasLowerLimit = goesBelowZero || limits.some(({ lower }) => lower > 0);
  return [
    line('Upper limit', ({ upper }) => upper, { dashes, labelSide: 'above' }),
    line('Average', ({ mean }) => mean, { dashes: undefined }),
    ...(hasLowerLimit
      ? [
          line('Lower limit', ({ lower }) => (goesBelowZero ? lower : Math.max(0, lower)), {
            dashes,
            labelSide: 'below',
          }),
        ]
      : []),
  ];
}

function hasNegativeFigures({ points }: TimeSeriesChartSpec): boolean {
  return points.some(({ value }) => value !== null && value < 0);
}
