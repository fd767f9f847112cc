import { authorise } from '@lib/access';
import { type Actor, DomainError, type Id } from '@lib/kernel';
import { refusalOfRebase, sidesSince } from '@lib/performance';
import { type Once, type Tx, UnitOfWork } from '@lib/persistence';
import { type ChartMark, MarkChart, MeasuresInForce, WithdrawMark } from '@lib/plans';
import { measureQuarters, processOverTime } from '@lib/reporting';
import { Injectable } from '@nestjs/common';
import { REBASE_REFUSALS } from '../domain/rebase-refusal.js';
import { RecomputeYears } from './recompute-years.js';

/**
 * Puts a mark on a measure's chart, or takes one off, and judges the years it bears on again. New limits are refused
 * unless a shift of seven quarters starts there.
 */
@Injectable()
export class MarkChartAndJudge {
  constructor(
    private readonly work: UnitOfWork,
    private readonly markChart: MarkChart,
    private readonly withdrawMark: WithdrawMark,
    private readonly measures: MeasuresInForce,
    private readonly recomputeYears: RecomputeYears,
  ) {}

  execute(actor: Actor, partnershipId: Id, mark: Omit<ChartMark, 'id'>, once?: Once): Promise<void> {
    return this.work.run(
      actor,
      partnershipId,
      async (tx) => {
        authorise(actor, 'plans.edit', { partnershipId });
        if (mark.kind === 'new-limits') await this.requireShift(tx, partnershipId, mark);
        await this.markChart.execute(tx, actor, partnershipId, mark);
        await this.recomputeYears.execute(tx, partnershipId, mark.quarter.financialYear);
      },
      once,
    );
  }

  withdraw(actor: Actor, command: { partnershipId: Id; markId: Id; reason: string }): Promise<void> {
    return this.work.run(actor, command.partnershipId, async (tx) => {
      const { quarter } = await this.withdrawMark.execute(tx, actor, command);
      await this.recomputeYears.execute(tx, command.partnershipId, quarter.financialYear);
    });
  }

  private async requireShift(tx: Tx, partnershipId: Id, mark: Omit<ChartMark, 'id'>): Promise<void> {
    const { measureId, quarter, words, approvedBy } = mark;
    const measures = await this.measures.on(tx, partnershipId, quarter.firstDay);
    const measure = measures.find(({ id }) => id === measureId);
    if (!measure) return;
    const figures = await measureQuarters(tx, partnershipId, [measureId]);
    const { quarters, observations, chart } = processOverTime(
      { ...measure.definition, quarters: figures.get(measureId) ?? [], marks: measure.marks },
      null,
    );
    const from = quarters.findIndex((one) => one.equals(quarter));
    const since = from === -1 ? [] : sidesSince(chart, observations, from);
    const refusal = refusalOfRebase(since, { reason: words, approvedBy: approvedBy ?? '' });
    if (refusal) throw new DomainError('invalid', 'results.limits-stay', REBASE_REFUSALS[refusal]);
  }
}
