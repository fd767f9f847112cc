import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, type CalendarDate, Clock, type Id, newId, notFound } from '@lib/kernel';
import { type Once, UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { requireChange, requireReason } from '../domain/comparator-group.js';
import { ComparatorGroupRepository } from '../persistence/comparator-group.repository.js';

export interface EndGroupCommand {
  readonly partnershipId: Id;
  readonly groupId: Id;
  /** The first day without it. */
  readonly from: CalendarDate;
  readonly reason: string;
}

/** Ends a group from a day on. What it was before stays, and pages of earlier days show it. */
@Injectable()
export class EndGroup {
  constructor(
    private readonly work: UnitOfWork,
    private readonly groups: ComparatorGroupRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, command: EndGroupCommand, once?: Once): Promise<void> {
    const { partnershipId, groupId, from } = command;
    const reason = command.reason.trim();
    return this.work.run(
      actor,
      partnershipId,
      async (tx) => {
        authorise(actor, 'plans.edit', { partnershipId });
        const group = await this.groups.held(tx, partnershipId, groupId);
        if (!group) throw notFound('comparator group');
        requireReason(reason);
        const end = { inForceFrom: from, ends: true, members: [] };
        requireChange(await this.groups.versions(tx, partnershipId, groupId), end);
        const recorded = { by: actor.personId, at: this.clock.now() };
        await this.groups.addVersion(tx, partnershipId, { id: newId(), groupId, reason, ...end }, recorded);
        await this.trail.record(tx, actor, partnershipId, {
          type: 'ComparatorGroupEnded',
          subjectId: groupId,
          data: { group: group.name, from, reason },
        });
      },
      once,
    );
  }
}
