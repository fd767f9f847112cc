import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, type CalendarDate, Clock, type Id, newId, notFound } from '@lib/kernel';
import { type Once, UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { requireChange, requireMembers } from '../domain/comparator-group.js';
import { ComparatorGroupRepository } from '../persistence/comparator-group.repository.js';

export interface ChangeGroupCommand {
  readonly partnershipId: Id;
  readonly groupId: Id;
  readonly inForceFrom: CalendarDate;
  /** All of its members from that day on. */
  readonly members: readonly string[];
  readonly reason: string;
}

/** Gives a group other members from a day on. Before it, the group keeps those it had. */
@Injectable()
export class ChangeGroup {
  constructor(
    private readonly work: UnitOfWork,
    private readonly groups: ComparatorGroupRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, command: ChangeGroupCommand, once?: Once): Promise<void> {
    const { partnershipId, groupId, inForceFrom } = command;
    const reason = command.reason.trim();
    const members = [...new Set(command.members)].toSorted();
    return this.work.run(
      actor,
      partnershipId,
      async (tx) => {
        authorise(actor, 'plans.edit', { partnershipId });
        const group = await this.groups.held(tx, partnershipId, groupId);
        if (!group) throw notFound('comparator group');
        requireMembers({ members, reason });
        requireChange(await this.groups.versions(tx, partnershipId, groupId), {
          ...{ inForceFrom, members, ends: false },
        });
        const recorded = { by: actor.personId, at: this.clock.now() };
        const version = { id: newId(), groupId, inForceFrom, ends: false, members, reason };
        await this.groups.addVersion(tx, partnershipId, version, recorded);
        await this.trail.record(tx, actor, partnershipId, {
          type: 'ComparatorGroupChanged',
          subjectId: groupId,
          data: { group: group.name, inForceFrom, members, reason },
        });
      },
      once,
    );
  }
}
