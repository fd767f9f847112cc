import { Decimal } from '@lib/kernel';
import { mayShowPercentage, type MeasureKind, type Observation } from '@lib/performance';
import type { MeasureFigures, MeasureQuarter } from '@lib/reporting';
import { writeCsv } from '@lib/spreadsheets';
import { chartUnit, drawnValue } from '../../performance/figure-words.js';
import { SHORTHAND } from '../../performance/figure-shorthand.js';

const HEADER = [
  'measure',
  'quarter',
  'first_day',
  'figure',
  'unit',
  'no_figure_because',
  'source',
  'release',
];

/** The counts behind a figure that is worked out; a count is its own. */
const COUNTS: Readonly<Record<MeasureKind, readonly string[]>> = {
  count: [],
  composite: [],
  proportion: ['numerator', 'denominator'],
  gap: ['first_numerator', 'first_denominator', 'second_numerator', 'second_denominator'],
};

/** The figures of a measure as CSV (RFC 4180, one header row, ISO dates). */
export function measureCsv({ name, kind, unit, quarters }: MeasureFigures): string {
  const rows = quarters.map((one) => [
    ...[name, one.quarter.name, one.quarter.firstDay],
    ...figureCells(one, unit),
    ...[one.source, one.release],
    ...COUNTS[kind].map((_, place) => (one.observation ? countsOf(one.observation)[place]! : '')),
  ]);
  return writeCsv([[...HEADER, ...COUNTS[kind]], ...rows]);
}

/** A number, or the shorthand for what is said instead; its unit; why there is none. */
function figureCells({ observation, said, reason }: MeasureQuarter, unit: string) {
  if (said !== null || observation === null) return [SHORTHAND[said ?? 'not-available'], unit, reason];
  const of = chartUnit(observation, unit);
  if (!mayShowPercentage(observation)) return ['[u]', of, 'Too few behind it for a percentage'];
  return [new Decimal(drawnValue(observation) ?? 0), of, reason];
}

function countsOf(observation: Observation): Decimal[] {
  const shares =
    observation.type === 'gap'
      ? [observation.first, observation.second]
      : observation.type === 'proportion'
        ? [observation]
        : [];
  return shares.flatMap(({ numerator, denominator }) => [new Decimal(numerator), new Decimal(denominator)]);
}
