import { type Actor, Clock, type Id } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { PersonRepository } from '../persistence/person.repository.js';

/** Who a signed-in person is right now: null once suspended, without a role the moment it has ended. */
@Injectable()
export class LoadActor {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonRepository,
    private readonly clock: Clock,
  ) {}

  execute(personId: Id): Promise<Actor | null> {
    return this.work.runOutsidePartnerships(personId, async (tx) => {
      const person = await this.people.byId(tx, personId);
      if (!person || person.suspendedAt) return null;
      return {
        personId,
        name: person.name,
        grants: await this.people.grantsOf(tx, personId, this.clock.now()),
      };
    });
  }
}
