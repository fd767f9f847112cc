import type { Actor, Id } from '@lib/kernel';
import { type Once, UnitOfWork } from '@lib/persistence';
import { SetTarget, type SetTargetCommand, yearOf } from '@lib/plans';
import { Injectable } from '@nestjs/common';
import { RecomputeYears } from './recompute-years.js';

/** Sets a target and judges by it at once the years it applies to. */
@Injectable()
export class SetTargetAndJudge {
  constructor(
    private readonly work: UnitOfWork,
    private readonly setTarget: SetTarget,
    private readonly recomputeYears: RecomputeYears,
  ) {}

  /** @returns the id of the target */
  execute(actor: Actor, command: SetTargetCommand, once?: Once): Promise<Id> {
    return this.work.run(
      actor,
      command.partnershipId,
      async (tx) => {
        const { id, applies } = await this.setTarget.execute(tx, actor, command);
        await this.recomputeYears.execute(tx, command.partnershipId, yearOf(applies.from));
        return id;
      },
      once,
    );
  }
}
