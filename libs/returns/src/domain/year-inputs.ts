import type { Decimal, FinancialQuarter, Id } from '@lib/kernel';
import {
  type CountInputs,
  type CountTarget,
  type FourCounts,
  type PastYear,
  sumOfComponents,
} from '@lib/performance';
import type { AnnualCount } from './annual-count.js';

/** Earlier years that a year is compared and forecast with. */
export const PAST_YEARS = 3;

/** An approved count of one measure in one quarter. */
export interface ApprovedCount {
  readonly measureId: Id;
  readonly quarter: FinancialQuarter;
  readonly count: Decimal;
}

/** A measure as far as its year is worked out from it. */
export interface CountedMeasure {
  readonly id: Id;
  readonly unit: string;
  readonly direction: 'lower' | 'higher' | 'context';
  /** The measures a composite adds up; empty for a count. */
  readonly componentIds: readonly Id[];
  readonly target: {
    readonly kind: 'percentage-reduction' | 'narrative';
    readonly passMark: Decimal | null;
  } | null;
}

/** What the maths needs of a measure's financial year, from everything that is approved or published. */
export function yearInputs(
  measure: CountedMeasure,
  financialYear: number,
  approved: readonly ApprovedCount[],
  annual: readonly AnnualCount[],
): CountInputs {
  const quartersOf = (year: number): FourCounts => {
    const countOf = (number: 1 | 2 | 3 | 4) => {
      const reported = (measureId: Id) =>
        approved.find(
          (one) =>
            one.measureId === measureId &&
            one.quarter.financialYear === year &&
            one.quarter.number === number,
        )?.count ?? null;
      const { id, componentIds } = measure;
      const count = componentIds.length > 0 ? sumOfComponents(componentIds.map(reported)) : reported(id);
      return count?.toNumber() ?? null;
    };
    return [countOf(1), countOf(2), countOf(3), countOf(4)];
  };
  const totalOf = (year: number) =>
    annual.find((one) => one.measureId === measure.id && one.financialYear === year)?.count.toNumber() ??
    null;
  return {
    financialYear,
    unit: measure.unit,
    direction: measure.direction,
    quarters: quartersOf(financialYear),
    wholeYear: totalOf(financialYear),
    pastYears: Array.from({ length: PAST_YEARS }, (_, ago) => {
      const year = financialYear - 1 - ago;
      return pastYear(year, quartersOf(year), totalOf(year));
    }),
    target: countTarget(measure.target),
    data: { provisional: false, revised: false, seriesBreak: false },
  };
}

function pastYear(financialYear: number, quarters: FourCounts, published: number | null): PastYear {
  const held = quarters.some((count) => count !== null);
  const whole = quarters.every((count) => count !== null);
  return {
    financialYear,
    quarters: held ? quarters : null,
    total: whole ? quarters.reduce<number>((sum, count) => sum + (count ?? 0), 0) : published,
    breakAfter: false,
  };
}

function countTarget(target: CountedMeasure['target']): CountTarget | null {
  if (target === null) return null;
  if (target.kind === 'narrative') return { kind: 'narrative' };
  return target.passMark === null
    ? { kind: 'no-baseline' }
    : { kind: 'at-most', passMark: target.passMark.toNumber() };
}
