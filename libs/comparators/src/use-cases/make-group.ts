import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, type CalendarDate, Clock, DomainError, type Id, newId } from '@lib/kernel';
import { type Once, UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { requireMembers, requireNamed } from '../domain/comparator-group.js';
import { ComparatorGroupRepository } from '../persistence/comparator-group.repository.js';

export interface MakeGroupCommand {
  readonly partnershipId: Id;
  readonly name: string;
  /** What it is for. */
  readonly purpose: string;
  readonly inForceFrom: CalendarDate;
  /** Codes of areas. */
  readonly members: readonly string[];
  /** Why these. */
  readonly reason: string;
}

/** Makes a group of areas that the partnership compares itself with. */
@Injectable()
export class MakeGroup {
  constructor(
    private readonly work: UnitOfWork,
    private readonly groups: ComparatorGroupRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @returns the id of the group */
  execute(actor: Actor, command: MakeGroupCommand, once?: Once): Promise<Id> {
    const { partnershipId, inForceFrom } = command;
    const [name, purpose, reason] = [command.name.trim(), command.purpose.trim(), command.reason.trim()];
    const members = [...new Set(command.members)].toSorted();
    return this.work.run(
      actor,
      partnershipId,
      async (tx) => {
        authorise(actor, 'plans.edit', { partnershipId });
        requireNamed({ name, purpose });
        requireMembers({ members, reason });
        if (await this.groups.isNamed(tx, partnershipId, name))
          throw new DomainError(
            'invalid',
            'comparators.same-name',
            'There is a group of this name already. Give this one another name, or change the members of that one.',
          );
        const id = newId();
        const recorded = { by: actor.personId, at: this.clock.now() };
        await this.groups.addGroup(tx, partnershipId, { id, name, purpose }, recorded);
        const version = { id: newId(), groupId: id, inForceFrom, ends: false, members, reason };
        await this.groups.addVersion(tx, partnershipId, version, recorded);
        await this.trail.record(tx, actor, partnershipId, {
          type: 'ComparatorGroupMade',
          subjectId: id,
          data: { group: name, purpose, inForceFrom, members, reason },
        });
        return id;
      },
      once,
    );
  }
}
