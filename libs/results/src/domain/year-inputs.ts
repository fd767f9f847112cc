import { type Decimal, FinancialQuarter, type Id } from '@lib/kernel';
import {
  type FourQuarters,
  type MeasureInputs,
  type Observation,
  observationFrom,
  type TargetCourse,
  type TargetInputs,
  type YearOfFigures,
} from '@lib/performance';
import type { AnnualCount } from './annual-count.js';
import type { ApprovedFigure, MeasureToJudge, TargetToJudge } from './measure-to-judge.js';

/** Earlier years that a year is compared and forecast with. */
export const PAST_YEARS = 3;

/** What the maths needs of a measure's financial year, from everything that is approved or published. */
export function yearInputs(
  measure: MeasureToJudge,
  financialYear: number,
  approved: readonly ApprovedFigure[],
  annual: readonly AnnualCount[],
): MeasureInputs {
  const { definition, target, marks, statusRules } = measure;
  const figuresOf = (year: number): YearOfFigures => ({
    financialYear: year,
    quarters: quartersOf(measure, year, approved),
    wholeYear: wholeYearOf(measure, year, annual),
  });
  const pastYears = Array.from({ length: PAST_YEARS }, (_, ago) => figuresOf(financialYear - 1 - ago));
  return {
    ...figuresOf(financialYear),
    type: definition.kind,
    unit: definition.unit,
    direction: definition.direction,
    rollingTwelveMonths: definition.rollingTwelveMonths,
    // From the first year that says anything, or the gap before a plan would be kept with every result.
    pastYears: pastYears.slice(0, 1 + pastYears.findLastIndex(saysSomething)),
    breaks: marks
      .filter(({ kind }) => kind === 'series-break')
      .map(({ quarter }) => ({ financialYear: quarter.financialYear, quarter: quarter.number })),
    target: target && targetInputs(target),
    statusRules,
    data: { provisional: false, revised: isRevised(measure, financialYear, approved) },
  };
}

/** The figure of a measure in a quarter; of one that is worked out, where every count behind it has one. */
export function observationIn(
  { id, definition: { kind }, partsIn }: MeasureToJudge,
  quarter: FinancialQuarter,
  approved: readonly ApprovedFigure[],
): Observation | null {
  const reported = (measureId: Id) =>
    numberOf(approved.find((one) => one.measureId === measureId && one.quarter.equals(quarter)));
  return observationFrom(kind, kind === 'count' ? [reported(id)] : partsIn(quarter).map(reported));
}

function quartersOf(
  measure: MeasureToJudge,
  year: number,
  approved: readonly ApprovedFigure[],
): FourQuarters {
  const ofYear = approved.filter(({ quarter }) => quarter.financialYear === year);
  const [first] = ofYear;
  if (!first) return [null, null, null, null];
  const inQuarter = (number: 1 | 2 | 3 | 4) => {
    const one = ofYear.filter(({ quarter }) => quarter.number === number);
    return one[0] ? observationIn(measure, one[0].quarter, one) : null;
  };
  return [inQuarter(1), inQuarter(2), inQuarter(3), inQuarter(4)];
}

/** Whether a figure of the year, or of a part of it, was corrected after it was accepted. */
function isRevised(
  { id, partsIn }: MeasureToJudge,
  year: number,
  approved: readonly ApprovedFigure[],
): boolean {
  return approved.some(
    ({ measureId, quarter, revised }) =>
      revised && quarter.financialYear === year && [id, ...partsIn(quarter)].includes(measureId),
  );
}

/** A sum is published as a whole; a percentage and a gap are worked out from the published counts behind them. */
function wholeYearOf(
  { id, definition: { kind }, partsIn }: MeasureToJudge,
  year: number,
  annual: readonly AnnualCount[],
): Observation | null {
  const published = (measureId: Id) =>
    numberOf(annual.find((one) => one.measureId === measureId && one.financialYear === year));
  return kind === 'count' || kind === 'composite'
    ? observationFrom(kind, [published(id)])
    : observationFrom(kind, partsIn(FinancialQuarter.of(year, 4)).map(published));
}

function numberOf(held: { readonly count: Decimal } | undefined): number | null {
  return held?.count.toNumber() ?? null;
}

function saysSomething({ quarters, wholeYear }: YearOfFigures): boolean {
  return wholeYear !== null || quarters.some((one) => one !== null);
}

function targetInputs(target: TargetToJudge): TargetInputs {
  const { kind, atLeast, atMost, baseline, course } = target;
  if (kind === 'narrative' || kind === 'milestone') return { kind };
  // No comparators are held yet to take a place among.
  if (kind === 'rank') return { kind, atMost: atMost?.toNumber() ?? 1, place: null };
  if (atLeast === null && atMost === null) return { kind: 'no-baseline' };
  return {
    kind: 'bounds',
    atLeast: atLeast?.toNumber() ?? null,
    atMost: atMost?.toNumber() ?? null,
    course: courseInputs(course),
    baselineYear: baseline && baseline.financialYear,
    baselineRestated: baseline?.restated ?? false,
  };
}

function courseInputs(course: TargetToJudge['course']): TargetCourse {
  const numbers = (parts: readonly Decimal[]) => parts.map((part) => part.toNumber());
  switch (course.kind) {
    case 'seasonal':
      return { kind: 'seasonal', shares: numbers(course.shares) };
    case 'explicit':
      return { kind: 'explicit', levels: numbers(course.levels), reading: course.reading };
    default:
      return course;
  }
}
