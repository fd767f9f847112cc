import { authorise, isRole, ROLES } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, DomainError, type Id, newId, notFound } from '@lib/kernel';
import { PartnershipDirectory } from '@lib/partnerships';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { PersonRepository } from '../persistence/person.repository.js';

export interface GiveRoleCommand {
  readonly partnershipId: Id;
  readonly personId: Id;
  readonly role: string;
  readonly authorityId: Id | null;
  readonly reason: string;
}

/** Gives a person a role in a partnership, from now. */
@Injectable()
export class GiveRole {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonRepository,
    private readonly directory: PartnershipDirectory,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, command: GiveRoleCommand): Promise<Id> {
    const { partnershipId, personId, role, authorityId, reason } = command;
    return this.work.run(actor, partnershipId, async (tx) => {
      authorise(actor, 'people.manage', { partnershipId });
      if (!isRole(role))
        throw new DomainError('invalid', 'identity.unknown-role', `There is no role "${role}".`);
      if ((ROLES[role].heldFor === 'authority') !== (authorityId !== null))
        throw new DomainError(
          'invalid',
          'identity.role-scope',
          `The role ${ROLES[role].name} is held for ${ROLES[role].heldFor === 'authority' ? 'one authority' : 'the whole partnership'}.`,
        );
      const person = await this.people.byId(tx, personId);
      if (!person) throw notFound('person');
      const authority = authorityId ? await this.directory.authority(tx, partnershipId, authorityId) : null;
      const id = newId();
      await this.people.addRole(tx, {
        partnershipId,
        id,
        personId,
        role,
        authorityId,
        heldFrom: this.clock.now(),
        grantedBy: actor.personId,
        reason,
      });
      await this.trail.record(tx, actor, partnershipId, {
        type: 'PersonGivenRole',
        subjectId: personId,
        data: { person: person.name, role: ROLES[role].name, authority: authority?.name ?? null, reason },
      });
      return id;
    });
  }
}
