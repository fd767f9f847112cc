import { authorise, isRole, ROLES } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, type Id, notFound } from '@lib/kernel';
import { PartnershipDirectory } from '@lib/partnerships';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { PersonRepository } from '../persistence/person.repository.js';

/** Ends a role now. What was done under it stays as it was. */
@Injectable()
export class EndRole {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonRepository,
    private readonly directory: PartnershipDirectory,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, command: { partnershipId: Id; assignmentId: Id; reason: string }): Promise<void> {
    const { partnershipId, assignmentId, reason } = command;
    return this.work.run(actor, partnershipId, async (tx) => {
      authorise(actor, 'people.manage', { partnershipId });
      const at = this.clock.now();
      const held = await this.people.heldRole(tx, partnershipId, assignmentId, at);
      const person = held && (await this.people.byId(tx, held.personId));
      if (!held || !person) throw notFound('role');
      const authority = held.authorityId
        ? await this.directory.authority(tx, partnershipId, held.authorityId)
        : null;
      await this.people.endRole(tx, partnershipId, held.id, at);
      // Nobody holds for a colleague what the colleague no longer has.
      await this.people.endDelegations(tx, held, at);
      await this.trail.record(tx, actor, partnershipId, {
        type: 'RoleEnded',
        subjectId: person.id,
        data: {
          person: person.name,
          role: isRole(held.role) ? ROLES[held.role].name : held.role,
          authority: authority?.name ?? null,
          reason,
        },
      });
    });
  }
}
