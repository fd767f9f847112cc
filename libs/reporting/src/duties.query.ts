import { authorise } from '@lib/access';
import { type Actor, type CalendarDate, Clock, type Id } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { AsAt } from './as-at.js';
import { type DutyRecords, dutyRecords } from './duty-records.js';

@Injectable()
export class DutiesQuery {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @param asAtEndOf shows what was written down by the end of a day; null for what stands */
  run(actor: Actor, partnershipId: Id, asAtEndOf: CalendarDate | null = null): Promise<DutyRecords> {
    return this.work.read(actor, partnershipId, (tx) => {
      authorise(actor, 'duties.view', { partnershipId });
      return dutyRecords(tx, partnershipId, asAtEndOf ?? this.clock.today(), AsAt.endOf(asAtEndOf));
    });
  }

  /**
   * What is on record about the duties of a day: as it is now, and as it was at the end of that day. Evidence must not
   * have expired by that day.
   */
  ofDay(
    actor: Actor,
    partnershipId: Id,
    day: CalendarDate,
  ): Promise<{ readonly now: DutyRecords; readonly atItsEnd: DutyRecords }> {
    return this.work.read(actor, partnershipId, async (tx) => {
      authorise(actor, 'duties.view', { partnershipId });
      return {
        now: await dutyRecords(tx, partnershipId, day, AsAt.now),
        atItsEnd: await dutyRecords(tx, partnershipId, day, AsAt.endOf(day)),
      };
    });
  }
}
