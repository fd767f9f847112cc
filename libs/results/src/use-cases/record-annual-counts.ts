import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, financialYearName, type Id } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import type { AnnualCount } from '../domain/annual-count.js';
import { AnnualCountRepository } from '../persistence/annual-count.repository.js';
import { RecomputeYears } from './recompute-years.js';

/** Records totals of a year that was published as a whole, to be compared with, and works the year out. */
@Injectable()
export class RecordAnnualCounts {
  constructor(
    private readonly work: UnitOfWork,
    private readonly counts: AnnualCountRepository,
    private readonly recomputeYears: RecomputeYears,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(
    actor: Actor,
    command: {
      partnershipId: Id;
      financialYear: number;
      counts: readonly Omit<AnnualCount, 'financialYear'>[];
    },
  ): Promise<void> {
    const { partnershipId, financialYear, counts } = command;
    return this.work.run(actor, partnershipId, async (tx) => {
      authorise(actor, 'plans.edit', { partnershipId });
      const recorded = { by: actor.personId, at: this.clock.now() };
      for (const count of counts)
        await this.counts.record(tx, partnershipId, { ...count, financialYear }, recorded);
      await this.recomputeYears.execute(tx, partnershipId, financialYear);
      await this.trail.record(tx, actor, partnershipId, {
        type: 'AnnualCountsRecorded',
        subjectId: partnershipId,
        data: {
          year: financialYearName(financialYear),
          counts: String(counts.length),
          sources: [...new Set(counts.map(({ source, release }) => `${source}, ${release}`))].join('; '),
        },
      });
    });
  }
}
