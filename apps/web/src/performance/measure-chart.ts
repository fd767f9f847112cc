import type { Direction, Observation, QuarterLevel } from '@lib/performance';
import {
  type MeasureQuarter,
  type ProcessOverTime,
  processOverTime,
  type PublishedAs,
  type ShownMark,
} from '@lib/reporting';
import { timeSeriesChart, type TimeSeriesChartSpec, type TimeSeriesPoint } from '@lib/ui';
import { breakNotes } from './break-notes.js';
import { chartUnit, drawnValue, figureInWords } from './figure-words.js';
import { processWords, signalMeaning } from './process-words.js';

/** A measure as far as its chart is drawn from it. */
export interface ChartedMeasure {
  readonly slug: string;
  readonly name: string;
  readonly unit: string;
  readonly direction: Direction;
  readonly rollingTwelveMonths: boolean;
  readonly quarters: readonly MeasureQuarter[];
  readonly marks: readonly ShownMark[];
}

/** The target of a year, as a line over its quarters. */
export interface ChartedTarget {
  readonly financialYear: number;
  readonly quarterlyTarget: readonly QuarterLevel[] | null;
}

/**
 * The chart of a measure with its limits, its target, breaks in the series and notes, drawn for wide and for narrow
 * screens, and the same in words. Null where no quarter has a figure.
 *
 * @param published where the measure is published: when its publisher began to count another way is noted
 */
export function measureChart(
  measure: ChartedMeasure,
  target: ChartedTarget | null,
  published: PublishedAs | null,
) {
  const last = measure.quarters.findLast(isDrawn);
  if (!last) return null;
  const levels = target?.quarterlyTarget ?? null;
  const ofLast =
    levels && target?.financialYear === last.quarter.financialYear ? levels[last.quarter.number - 1] : null;
  const process = processOverTime(measure, ofLast ?? null);
  const spec = (size: 'wide' | 'narrow') => specOf(measure, process, target, size);
  return {
    id: `chart-${measure.slug}`,
    heading: `${figureWithUnit(last.observation!, measure.unit)} in ${last.quarter.name}`,
    subtitle: `${measure.name}, by quarter`,
    wide: timeSeriesChart(spec('wide')),
    narrow: timeSeriesChart(spec('narrow')),
    words: processWords(process.chart, measure.direction),
    notes: published ? breakNotes(published) : [],
  };
}

function specOf(
  measure: ChartedMeasure,
  process: ProcessOverTime,
  target: ChartedTarget | null,
  size: 'wide' | 'narrow',
): TimeSeriesChartSpec {
  const { name, unit, slug } = measure;
  const held = measure.quarters.filter(isDrawn);
  const drawnUnit = chartUnit(held[0]!.observation!, unit);
  return {
    id: `chart-${slug}-${size}`,
    size,
    title: `Line chart of ${name.charAt(0).toLowerCase()}${name.slice(1)} by quarter`,
    description: [
      `${held.length} quarters, from ${held[0]!.quarter.name} to ${held.at(-1)!.quarter.name}.`,
      ...processWords(process.chart, measure.direction).map(({ key, value }) => `${key}: ${value}.`),
      'The table below has every figure.',
    ].join(' '),
    unit: drawnUnit,
    points: process.quarters.map((quarter, index) => pointOf(measure, process, quarter, index)),
    targets: targetLines(process, target, drawnUnit),
    limits: process.chart.segments.flatMap(({ from, until, stage, limits }) =>
      limits ? [{ fromIndex: from, toIndex: until - 1, trial: stage === 'trial', limits }] : [],
    ),
  };
}

function pointOf(
  { quarters, marks, direction }: ChartedMeasure,
  { chart }: ProcessOverTime,
  quarter: ProcessOverTime['quarters'][number],
  index: number,
): TimeSeriesPoint {
  const one = quarters.find((other) => other.quarter.equals(quarter));
  const signal = chart.signals[index];
  const wordsOf = (kind: ShownMark['kind']) =>
    marks.find((mark) => mark.kind === kind && mark.quarter.equals(quarter))?.words;
  return {
    label: shortName(quarter.name),
    value: drawnValue(one?.observation ?? null),
    mark: one?.revisedFrom ? 'r' : undefined,
    note: wordsOf('event'),
    // What was never counted another way before needs no line before the first quarter.
    breakBefore: index > 0 ? wordsOf('series-break') : undefined,
    newLimits: index > 0 ? wordsOf('new-limits') : undefined,
    signal: signal ? { meaning: signalMeaning(signal, direction), towards: signal.towards } : undefined,
  };
}

/** A line for each level that the target's quarters have, with its words at the last one. */
function targetLines({ quarters }: ProcessOverTime, target: ChartedTarget | null, unit: string) {
  if (!target?.quarterlyTarget) return [];
  const ends = (['atMost', 'atLeast'] as const).filter((end) => target.quarterlyTarget![0]![end] !== null);
  return ends.flatMap((end) => {
    const levels = quarters.flatMap((quarter, index) =>
      quarter.financialYear === target.financialYear
        ? [{ index, value: target.quarterlyTarget![quarter.number - 1]![end] ?? 0 }]
        : [],
    );
    const steps: { fromIndex: number; toIndex: number; value: number }[] = [];
    for (const { index, value } of levels) {
      const step = steps.at(-1);
      if (step && step.value === value && step.toIndex === index - 1) step.toIndex = index;
      else steps.push({ fromIndex: index, toIndex: index, value });
    }
    return steps.map((step, place) => ({
      ...step,
      label: place === steps.length - 1 ? targetLabel(step.value, end, unit) : '',
    }));
  });
}

function targetLabel(value: number, end: 'atMost' | 'atLeast', unit: string): string {
  const level = value.toLocaleString('en-GB', { maximumFractionDigits: 1 });
  const bound = end === 'atMost' ? 'at most' : 'at least';
  if (unit === '%') return `Target: ${bound} ${level}%`;
  return unit === 'percentage points' ? `Target: ${bound} ${level}` : `Target: ${bound} ${level} a quarter`;
}

function isDrawn({ observation }: MeasureQuarter): boolean {
  return drawnValue(observation) !== null;
}

/** What is counted is said with its unit, a percentage with what it is of. */
function figureWithUnit(observation: Observation, unit: string): string {
  const words = figureInWords(observation);
  return observation.type === 'count' || observation.type === 'composite' ? `${words} ${unit}` : words;
}

function shortName(quarterName: string): string {
  return quarterName.replace(/\b(January|March|April|June|July|September|October|December)\b/g, (month) =>
    month.slice(0, 3),
  );
}
