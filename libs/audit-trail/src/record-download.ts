import type { Actor, Id } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from './audit-trail.js';

export interface Download {
  /** The record whose file it is; the partnership where it is of no single one. */
  readonly subjectId: Id;
  readonly file: string;
  /** What was asked for: the address with everything that it was narrowed by. */
  readonly address: string;
}

/** Records that a file leaves the service. Called before it does: what cannot be recorded is not handed out. */
@Injectable()
export class RecordDownload {
  constructor(
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
  ) {}

  async execute(actor: Actor, partnershipId: Id, { subjectId, file, address }: Download): Promise<void> {
    await this.work.run(actor, partnershipId, (tx) =>
      this.trail.record(tx, actor, partnershipId, {
        type: 'FileDownloaded',
        subjectId,
        data: { file, address },
      }),
    );
  }
}
