import type { Actor } from '@lib/kernel';
import { type Once, UnitOfWork } from '@lib/persistence';
import { ChangeDefinition, type ChangeDefinitionCommand } from '@lib/plans';
import { Injectable } from '@nestjs/common';
import { PAST_YEARS } from '../domain/year-inputs.js';
import { MeasureResultRepository } from '../persistence/measure-result.repository.js';
import { RecomputeYears } from './recompute-years.js';

/** Changes a definition and judges by it at once the years from then on that have results. */
@Injectable()
export class ChangeDefinitionAndJudge {
  constructor(
    private readonly work: UnitOfWork,
    private readonly changeDefinition: ChangeDefinition,
    private readonly results: MeasureResultRepository,
    private readonly recomputeYears: RecomputeYears,
  ) {}

  execute(actor: Actor, command: ChangeDefinitionCommand, once?: Once): Promise<void> {
    const { partnershipId, from } = command;
    return this.work.run(
      actor,
      partnershipId,
      async (tx) => {
        await this.changeDefinition.execute(tx, actor, command);
        const before = from.financialYear - 1;
        const [first] = await this.results.yearsAfter(tx, partnershipId, before, 1 + PAST_YEARS);
        if (first !== undefined) await this.recomputeYears.execute(tx, partnershipId, first);
      },
      once,
    );
  }
}
