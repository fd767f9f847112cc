import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, type Id, newId } from '@lib/kernel';
import { type Once, UnitOfWork } from '@lib/persistence';
import { TRIGGERS } from '@lib/statutory';
import { Injectable } from '@nestjs/common';
import { requireHappening, type WrittenHappening } from '../domain/happening.js';
import { DutyRecordRepository } from '../persistence/duty-record.repository.js';

export interface RecordHappeningCommand extends WrittenHappening {
  readonly partnershipId: Id;
}

/** Writes down something that makes duties fall due. */
@Injectable()
export class RecordHappening {
  constructor(
    private readonly work: UnitOfWork,
    private readonly records: DutyRecordRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, { partnershipId, ...written }: RecordHappeningCommand, once?: Once): Promise<void> {
    return this.work.run(
      actor,
      partnershipId,
      async (tx) => {
        authorise(actor, 'duties.record', { partnershipId });
        const happening = { ...written, words: written.words.trim(), id: newId() };
        requireHappening(happening, this.clock.today());
        const recorded = { by: actor.personId, at: this.clock.now() };
        await this.records.addHappening(tx, partnershipId, happening, recorded);
        await this.trail.record(tx, actor, partnershipId, {
          type: 'DutyHappeningRecorded',
          subjectId: happening.id,
          data: {
            ...{ what: TRIGGERS[happening.trigger], on: happening.on, words: happening.words },
            dueOn: happening.dueOn,
          },
        });
      },
      once,
    );
  }
}
