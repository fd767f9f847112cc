import { isDeepStrictEqual } from 'node:util';
import { calendarDate, Clock, type FinancialQuarter, type Id } from '@lib/kernel';
import { COUNT_FACTS_1, countFacts, measureSentence } from '@lib/performance';
import type { Tx } from '@lib/persistence';
import { MeasuresInForce, type MeasureWithTarget } from '@lib/plans';
import { Injectable } from '@nestjs/common';
import type { AnnualCount } from '../domain/annual-count.js';
import { type ApprovedCount, PAST_YEARS, yearInputs } from '../domain/year-inputs.js';
import { AnnualCountRepository } from '../persistence/annual-count.repository.js';
import { FigureRepository } from '../persistence/figure.repository.js';
import { MeasureResultRepository, type NewResult } from '../persistence/measure-result.repository.js';

/**
 * Works out the results of a partnership's financial year from its approved figures, in the transaction of the
 * approval that changed them. Results whose inputs are the same are left as they stand.
 */
@Injectable()
export class RecomputeYear {
  constructor(
    private readonly measures: MeasuresInForce,
    private readonly figures: FigureRepository,
    private readonly annualCounts: AnnualCountRepository,
    private readonly results: MeasureResultRepository,
    private readonly clock: Clock,
  ) {}

  /** @param quarter whose financial year it is, and whose first day says which definitions and targets hold */
  async execute(tx: Tx, partnershipId: Id, quarter: FinancialQuarter): Promise<void> {
    const { financialYear } = quarter;
    await this.results.lockYear(tx, partnershipId, financialYear);
    const from = calendarDate(`${financialYear - PAST_YEARS}-04-01`);
    const until = calendarDate(`${financialYear + 1}-04-01`);
    const approved = await this.figures.approvedCounts(tx, partnershipId, from, until);
    const annual = await this.annualCounts.inYears(
      tx,
      partnershipId,
      financialYear - PAST_YEARS,
      financialYear,
    );
    const standing = await this.results.current(tx, partnershipId, financialYear);

    for (const measure of await this.measures.on(tx, partnershipId, quarter.firstDay)) {
      const result = resultOf(measure, financialYear, approved, annual);
      const before = standing.get(measure.id);
      if (!before || !isDeepStrictEqual(before.inputs, result.inputs) || before.ruleSet !== result.ruleSet)
        await this.results.replace(tx, partnershipId, before, result, this.clock.now());
    }
  }
}

function resultOf(
  { id, definition, target }: MeasureWithTarget,
  financialYear: number,
  approved: readonly ApprovedCount[],
  annual: readonly AnnualCount[],
): NewResult {
  const { unit, direction, componentIds } = definition;
  const inputs = yearInputs({ id, unit, direction, componentIds, target }, financialYear, approved, annual);
  const facts = countFacts(inputs);
  return {
    measureId: id,
    financialYear,
    definitionId: definition.id,
    targetId: target?.id ?? null,
    ruleSet: COUNT_FACTS_1,
    inputs,
    facts,
    targetStatus: facts.target.status,
    sentence: measureSentence(inputs, facts),
  };
}
