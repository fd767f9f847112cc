import type { Actor, Id } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from './audit-trail.js';

export interface SensitiveReading {
  readonly subjectId: Id;
  /** Which record, in words that give nothing away themselves. */
  readonly what: string;
  /** Why it is sensitive: `OFFICIAL-SENSITIVE`. */
  readonly marking: string;
}

/**
 * Records that somebody is shown what not everybody should see. Called by the handler of such a page before it answers:
 * what cannot be recorded is not shown. Not for other pages: that performance was read is recorded of nobody.
 */
@Injectable()
export class RecordSensitiveReading {
  constructor(
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
  ) {}

  async execute(
    actor: Actor,
    partnershipId: Id,
    { subjectId, what, marking }: SensitiveReading,
  ): Promise<void> {
    await this.work.run(actor, partnershipId, (tx) =>
      this.trail.record(tx, actor, partnershipId, {
        type: 'SensitiveRead',
        subjectId,
        data: { what, marking },
      }),
    );
  }
}
