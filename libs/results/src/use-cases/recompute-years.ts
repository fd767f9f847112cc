import { isDeepStrictEqual } from 'node:util';
import { calendarDate, Clock, FinancialQuarter, type Id } from '@lib/kernel';
import { MEASURE_FACTS_2, measureFacts, measureSentence } from '@lib/performance';
import type { Tx } from '@lib/persistence';
import { type JudgedMeasure, MeasuresInForce, partsOn, yearOf } from '@lib/plans';
import { type ApprovedCount, approvedCounts } from '@lib/reporting';
import { Injectable } from '@nestjs/common';
import type { AnnualCount } from '../domain/annual-count.js';
import type { MeasureToJudge } from '../domain/measure-to-judge.js';
import { PAST_YEARS, yearInputs } from '../domain/year-inputs.js';
import { AnnualCountRepository } from '../persistence/annual-count.repository.js';
import { MeasureResultRepository, type NewResult } from '../persistence/measure-result.repository.js';

/**
 * Works out the results of a partnership's financial year from its approved figures, and of the later years that are
 * compared with it, in the transaction of what changed them. Results whose inputs are the same are left as they stand.
 */
@Injectable()
export class RecomputeYears {
  constructor(
    private readonly measures: MeasuresInForce,
    private readonly annualCounts: AnnualCountRepository,
    private readonly results: MeasureResultRepository,
    private readonly clock: Clock,
  ) {}

  /** @param financialYear the year in which something changed */
  async execute(tx: Tx, partnershipId: Id, financialYear: number): Promise<void> {
    const later = await this.results.yearsAfter(tx, partnershipId, financialYear, PAST_YEARS);
    for (const year of [financialYear, ...later]) await this.recompute(tx, partnershipId, year);
  }

  private async recompute(tx: Tx, partnershipId: Id, financialYear: number): Promise<void> {
    await this.results.lockYear(tx, partnershipId, financialYear);
    const approved = await approvedCounts(tx, partnershipId, {
      from: calendarDate(`${financialYear - PAST_YEARS}-04-01`),
      until: calendarDate(`${financialYear + 1}-04-01`),
    });
    const annual = await this.annualCounts.inYears(
      tx,
      partnershipId,
      financialYear - PAST_YEARS,
      financialYear,
    );
    const standing = await this.results.current(tx, partnershipId, financialYear);
    const { firstDay } = newestQuarterOf(financialYear, approved);
    for (const measure of await this.measures.on(tx, partnershipId, firstDay)) {
      const result = resultOf(measure, financialYear, approved, annual);
      const before = standing.get(measure.id);
      if (!before || before.ruleSet !== result.ruleSet || !isDeepStrictEqual(before.inputs, result.inputs))
        await this.results.replace(tx, partnershipId, before, result, this.clock.now());
    }
  }
}

/** The newest quarter of a year with a figure says which definitions and targets hold; the first one without any. */
function newestQuarterOf(financialYear: number, approved: readonly ApprovedCount[]): FinancialQuarter {
  const newest = approved.findLast(({ quarter }) => quarter.financialYear === financialYear);
  return newest?.quarter ?? FinancialQuarter.of(financialYear, 1);
}

function resultOf(
  measure: JudgedMeasure,
  financialYear: number,
  approved: readonly ApprovedCount[],
  annual: readonly AnnualCount[],
): NewResult {
  const inputs = yearInputs(measureToJudge(measure), financialYear, approved, annual);
  const facts = measureFacts(inputs);
  return {
    measureId: measure.id,
    financialYear,
    definitionId: measure.definition.id,
    targetId: measure.target?.id ?? null,
    ruleSet: MEASURE_FACTS_2,
    inputs,
    facts,
    targetStatus: facts.target.status,
    sentence: measureSentence(inputs, facts),
  };
}

/** A measure of the plan as the domain here needs it. */
function measureToJudge({ target, ...measure }: JudgedMeasure): MeasureToJudge {
  const baseline = target?.baseline;
  return {
    ...measure,
    partsIn: (quarter) => partsOn(measure.parts, quarter.firstDay),
    target: target && {
      ...target,
      baseline: baseline
        ? { financialYear: yearOf(baseline.period.from), restated: baseline.restated }
        : null,
    },
  };
}
