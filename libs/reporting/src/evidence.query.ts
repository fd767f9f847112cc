import { authorise } from '@lib/access';
import { type Actor, type CalendarDate, Clock, type Id, isId } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { AsAt } from './as-at.js';
import { type DutyRecords, dutyRecords } from './duty-records.js';
import { evidenceRecords, type ShownEvidence } from './evidence-records.js';
import { recordsMovedOn } from './records-moved-on.js';

export interface KnownEvidence {
  readonly known: DutyRecords;
  readonly evidence: readonly ShownEvidence[];
  /** Of the one that is wanted: versions that are records which stand no more as they were accepted. */
  readonly movedOn: readonly Id[];
  /** Responsible authorities on the day, for whom evidence can be asked and supplied. */
  readonly authorities: readonly { readonly id: Id; readonly name: string; readonly seat: string }[];
}

@Injectable()
export class EvidenceQuery {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Evidence with what is known of the duties it is about.
   *
   * @param id of the one that is wanted; null for all
   * @param asAtEndOf shows what was on record by the end of a day; null for what stands
   */
  run(
    actor: Actor,
    partnershipId: Id,
    id: string | null = null,
    asAtEndOf: CalendarDate | null = null,
  ): Promise<KnownEvidence> {
    return this.work.read(actor, partnershipId, async (tx) => {
      authorise(actor, 'duties.view', { partnershipId });
      const day = asAtEndOf ?? this.clock.today();
      const asAt = AsAt.endOf(asAtEndOf);
      const known = await dutyRecords(tx, partnershipId, day, asAt);
      const evidence = id === null || isId(id) ? await evidenceRecords(tx, partnershipId, asAt, id) : [];
      const authorities = await tx.query<{ id: Id; name: string; seat: string }>(
        `select id, name, kind as seat from authority
          where partnership_id = $1 and member_from <= $2 and (member_until is null or member_until > $2)
          order by name`,
        [partnershipId, day],
      );
      const versions = id === null ? [] : evidence.flatMap((one) => one.versions);
      const movedOn = await recordsMovedOn(tx, partnershipId, asAt, versions);
      return { known, evidence, movedOn, authorities };
    });
  }
}
