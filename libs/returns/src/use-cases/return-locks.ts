import { Clock } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { type Lock, lockOf } from '../domain/lock.js';
import type { QuarterlyReturn } from '../domain/quarterly-return.js';
import { PeriodRepository } from '../persistence/period.repository.js';

/** Why a return's figures cannot be changed now. The period is held until the end of `tx`, so that closing waits. */
@Injectable()
export class ReturnLocks {
  constructor(
    private readonly periods: PeriodRepository,
    private readonly clock: Clock,
  ) {}

  async of(tx: Tx, quarterlyReturn: QuarterlyReturn): Promise<Lock | null> {
    const { partnershipId, quarter, authorityId } = quarterlyReturn;
    const period = await this.periods.get(tx, partnershipId, quarter);
    const reopening = await this.periods.reopening(tx, partnershipId, quarter, authorityId);
    return lockOf(quarterlyReturn, period, reopening, this.clock.today());
  }
}
