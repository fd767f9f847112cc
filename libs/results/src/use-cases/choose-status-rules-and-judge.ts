import type { Actor } from '@lib/kernel';
import { type Once, UnitOfWork } from '@lib/persistence';
import { ChooseStatusRules, type ChooseStatusRulesCommand } from '@lib/plans';
import { Injectable } from '@nestjs/common';
import { MeasureResultRepository } from '../persistence/measure-result.repository.js';
import { RecomputeYears } from './recompute-years.js';

/** Chooses the rules that colour a measure's status and colours its newest judged year by them; earlier years keep theirs. */
@Injectable()
export class ChooseStatusRulesAndJudge {
  constructor(
    private readonly work: UnitOfWork,
    private readonly chooseStatusRules: ChooseStatusRules,
    private readonly results: MeasureResultRepository,
    private readonly recomputeYears: RecomputeYears,
  ) {}

  execute(actor: Actor, command: ChooseStatusRulesCommand, once?: Once): Promise<void> {
    const { partnershipId, measureId } = command;
    return this.work.run(
      actor,
      partnershipId,
      async (tx) => {
        await this.chooseStatusRules.execute(tx, actor, command);
        const newest = await this.results.newestJudgedYear(tx, partnershipId, measureId);
        if (newest !== null) await this.recomputeYears.execute(tx, partnershipId, newest);
      },
      once,
    );
  }
}
