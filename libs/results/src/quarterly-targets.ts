import type { FinancialQuarter, Id } from '@lib/kernel';
import { MEASURE_FACTS_2, type MeasureInputs, type QuarterLevel, quarterlyTarget } from '@lib/performance';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { MeasureResultRepository } from './persistence/measure-result.repository.js';

/** What the targets of the measures ask of one quarter by itself, from the results that stand. */
@Injectable()
export class QuarterlyTargets {
  constructor(private readonly results: MeasureResultRepository) {}

  /** By measure; one whose target has no number is left out. */
  async of(tx: Tx, partnershipId: Id, quarter: FinancialQuarter): Promise<Map<Id, QuarterLevel>> {
    const standing = await this.results.current(tx, partnershipId, quarter.financialYear);
    const levels = new Map<Id, QuarterLevel>();
    for (const [measureId, { ruleSet, inputs }] of standing) {
      const level =
        ruleSet === MEASURE_FACTS_2 && quarterlyTarget(inputs as MeasureInputs)?.[quarter.number - 1];
      if (level) levels.set(measureId, level);
    }
    return levels;
  }
}
