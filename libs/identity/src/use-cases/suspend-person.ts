import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, DomainError, type Id, notFound } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { PersonRepository } from '../persistence/person.repository.js';

/** Suspends a person who holds a role in this partnership, or reinstates them; from their next request on. */
@Injectable()
export class SuspendPerson {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(
    actor: Actor,
    command: { partnershipId: Id; personId: Id; suspended: boolean; reason: string },
  ): Promise<void> {
    const { partnershipId, personId, suspended, reason } = command;
    return this.work.run(actor, partnershipId, async (tx) => {
      authorise(actor, 'people.manage', { partnershipId });
      if (personId === actor.personId)
        throw new DomainError(
          'conflict',
          'identity.suspend-oneself',
          'You cannot suspend yourself. Ask another partnership administrator.',
        );
      const person = await this.people.byId(tx, personId);
      const here = person && (await this.people.grantsOf(tx, personId, this.clock.now()));
      if (!person || !here?.some((grant) => grant.partnershipId === partnershipId)) throw notFound('person');
      await this.people.setSuspended(tx, personId, suspended ? this.clock.now() : null);
      await this.trail.record(tx, actor, partnershipId, {
        type: suspended ? 'PersonSuspended' : 'PersonReinstated',
        subjectId: personId,
        data: { person: person.name, reason },
      });
    });
  }
}
