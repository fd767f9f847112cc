import { isRole, ROLES } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, DomainError, type Id, notFound } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { PersonRepository } from '../persistence/person.repository.js';

/** Takes a lent role back before its last day; only whoever lent it does. What was done under it stays as it was. */
@Injectable()
export class EndDelegation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, command: { partnershipId: Id; delegationId: Id; reason: string }): Promise<void> {
    const { partnershipId, delegationId } = command;
    const reason = command.reason.trim();
    return this.work.run(actor, partnershipId, async (tx) => {
      if (reason === '')
        throw new DomainError('invalid', 'identity.delegation-reason', 'Say why, in a few words.');
      const at = this.clock.now();
      const made = { from: actor.personId, at };
      const held = await this.people.delegation(tx, partnershipId, delegationId, made);
      const person = held && (await this.people.byId(tx, held.personId));
      if (!held || !person) throw notFound('delegation of yours');
      await this.people.endRole(tx, partnershipId, held.id, at);
      await this.trail.record(tx, actor, partnershipId, {
        type: 'DelegationEnded',
        subjectId: person.id,
        data: { person: person.name, role: isRole(held.role) ? ROLES[held.role].name : held.role, reason },
      });
    });
  }
}
