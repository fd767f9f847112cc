import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, type Id, notFound } from '@lib/kernel';
import { type Once, UnitOfWork } from '@lib/persistence';
import { AsAt, dutyRecords } from '@lib/reporting';
import { occurrenceOf } from '@lib/statutory';
import { Injectable } from '@nestjs/common';
import { requireProgress, type WrittenProgress } from '../domain/duty-progress.js';
import { DutyRecordRepository } from '../persistence/duty-record.repository.js';

export interface RecordDutyProgressCommand extends WrittenProgress {
  readonly partnershipId: Id;
  /** The key of the occurrence. */
  readonly occurrence: string;
}

/** Says how far an occurrence of a duty has come, and when it was done. */
@Injectable()
export class RecordDutyProgress {
  constructor(
    private readonly work: UnitOfWork,
    private readonly records: DutyRecordRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, command: RecordDutyProgressCommand, once?: Once): Promise<void> {
    const { partnershipId, occurrence: key, progress, doneOn } = command;
    return this.work.run(
      actor,
      partnershipId,
      async (tx) => {
        authorise(actor, 'duties.record', { partnershipId });
        const today = this.clock.today();
        const known = await dutyRecords(tx, partnershipId, today, AsAt.now);
        const occurrence = occurrenceOf(key, known.profile, known.records, today);
        if (!occurrence) throw notFound('occurrence of a duty');
        const written = { progress, doneOn, words: command.words.trim() };
        requireProgress(written, today);
        const recorded = { by: actor.personId, at: this.clock.now() };
        await this.records.setProgress(tx, partnershipId, key, written, recorded);
        await this.trail.record(tx, actor, partnershipId, {
          type: 'DutyProgressRecorded',
          subjectId: partnershipId,
          data: {
            ...{ occurrence: key, progress, doneOn, words: written.words },
            before: known.progress.find((one) => one.occurrence === key)?.progress ?? null,
          },
        });
      },
      once,
    );
  }
}
