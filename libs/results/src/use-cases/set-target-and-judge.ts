import { type Actor, Clock, FinancialQuarter, type Id } from '@lib/kernel';
import { type Once, type Tx, UnitOfWork } from '@lib/persistence';
import { LONGEST_MARK, MarkChart, SetTarget, type SetTargetCommand, type Target, yearOf } from '@lib/plans';
import { Injectable } from '@nestjs/common';
import { RecomputeYears } from './recompute-years.js';

/** Sets a target and judges by it at once the years it applies to. A changed target is marked on the chart. */
@Injectable()
export class SetTargetAndJudge {
  constructor(
    private readonly work: UnitOfWork,
    private readonly setTarget: SetTarget,
    private readonly markChart: MarkChart,
    private readonly recomputeYears: RecomputeYears,
    private readonly clock: Clock,
  ) {}

  /** @returns the id of the target */
  execute(actor: Actor, command: SetTargetCommand, once?: Once): Promise<Id> {
    return this.work.run(
      actor,
      command.partnershipId,
      async (tx) => {
        const target = await this.setTarget.execute(tx, actor, command);
        if (target.supersedesId) await this.mark(tx, actor, command.partnershipId, target);
        await this.recomputeYears.execute(tx, command.partnershipId, yearOf(target.applies.from));
        return target.id;
      },
      once,
    );
  }

  /** In the quarter of the change, or in the nearest one for which the target is. */
  private async mark(tx: Tx, actor: Actor, partnershipId: Id, target: Target): Promise<void> {
    const { measureId, applies, wording } = target;
    const first = FinancialQuarter.containing(applies.from);
    const last = FinancialQuarter.containing(applies.until).previous;
    const now = FinancialQuarter.containing(this.clock.today());
    const quarter = now.firstDay < first.firstDay ? first : now.firstDay > last.firstDay ? last : now;
    const words = `Target changed: ${wording}`;
    await this.markChart.execute(tx, actor, partnershipId, {
      ...{ measureId, quarter, kind: 'event', approvedBy: null },
      words: words.length > LONGEST_MARK ? `${words.slice(0, LONGEST_MARK - 1)}…` : words,
    });
  }
}
