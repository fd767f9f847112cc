import { isDeepStrictEqual } from 'node:util';
import { calendarDate, Clock, type Decimal, FinancialQuarter, type Id } from '@lib/kernel';
import {
  ANNUAL_TARGET_RULES,
  type AnnualTarget,
  judgeAnnualTarget,
  type QuarterCounts,
  sumOfComponents,
} from '@lib/performance';
import type { Tx } from '@lib/persistence';
import { MeasuresInForce, type MeasureWithTarget, type Target } from '@lib/plans';
import { Injectable } from '@nestjs/common';
import { FigureRepository } from '../persistence/figure.repository.js';
import { MeasureResultRepository, type NewResult } from '../persistence/measure-result.repository.js';

/**
 * Works out the results of a partnership's financial year from its approved figures, in the transaction of the
 * approval that changed them. Results that come out the same are left as they stand.
 */
@Injectable()
export class RecomputeYear {
  constructor(
    private readonly measures: MeasuresInForce,
    private readonly figures: FigureRepository,
    private readonly results: MeasureResultRepository,
    private readonly clock: Clock,
  ) {}

  /** @param quarter whose financial year it is, and whose first day says which definitions and targets hold */
  async execute(tx: Tx, partnershipId: Id, quarter: FinancialQuarter): Promise<void> {
    const { financialYear } = quarter;
    await this.results.lockYear(tx, partnershipId, financialYear);
    const yearFrom = calendarDate(`${financialYear}-04-01`);
    const yearUntil = calendarDate(`${financialYear + 1}-04-01`);
    const approved = await this.figures.approvedCounts(tx, partnershipId, yearFrom, yearUntil);
    const standing = await this.results.current(tx, partnershipId, financialYear);
    const reported = (measureId: Id, quarter: 1 | 2 | 3 | 4) =>
      approved.find((one) => one.measureId === measureId && one.quarter.number === quarter)?.count ?? null;

    for (const measure of await this.measures.on(tx, partnershipId, quarter.firstDay)) {
      const result = judge(measure, financialYear, reported);
      const before = standing.get(measure.id);
      if (!before || !isDeepStrictEqual(before.inputs, result.inputs) || before.ruleSet !== result.ruleSet)
        await this.results.replace(tx, partnershipId, before, result, this.clock.now());
    }
  }
}

function judge(
  { id, definition, target }: MeasureWithTarget,
  financialYear: number,
  reported: (measureId: Id, quarter: 1 | 2 | 3 | 4) => Decimal | null,
): NewResult {
  const countOf = (quarter: 1 | 2 | 3 | 4) =>
    definition.kind === 'composite'
      ? sumOfComponents(definition.componentIds.map((component) => reported(component, quarter)))
      : reported(id, quarter);
  const quarters: QuarterCounts = [countOf(1), countOf(2), countOf(3), countOf(4)];
  const judgement = judgeAnnualTarget(target && annualTarget(target), quarters);
  return {
    measureId: id,
    financialYear,
    targetId: target?.id ?? null,
    ruleSet: ANNUAL_TARGET_RULES,
    inputs: {
      definition: definition.id,
      target: target?.id ?? null,
      passMark: target?.passMark?.toFixed() ?? null,
      quarters: quarters.map((count) => count?.toFixed() ?? null),
    },
    targetStatus: judgement.status,
    reason: judgement.reason,
    yearToDate: judgement.yearToDate?.toFixed() ?? null,
    quartersHeld: judgement.quartersHeld,
    difference: judgement.difference?.toFixed() ?? null,
  };
}

function annualTarget({ kind, passMark }: Target): AnnualTarget {
  return kind === 'narrative' ? { kind } : { kind, passMark };
}
