import { Clock, DomainError, type Id, newId } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { hashPassword } from '../domain/password.js';
import { normaliseEmail } from '../domain/person.js';
import { PersonRepository } from '../persistence/person.repository.js';

/** Makes a person who can sign in and, until given a role, do nothing. Throws `identity.email-taken`. */
@Injectable()
export class CreatePerson {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonRepository,
    private readonly clock: Clock,
  ) {}

  async execute(command: { email: string; name: string; password: string }): Promise<Id> {
    const email = normaliseEmail(command.email);
    const hash = await hashPassword(command.password);
    return this.work.runOutsidePartnerships(null, async (tx) => {
      if (await this.people.byEmail(tx, email))
        throw new DomainError(
          'conflict',
          'identity.email-taken',
          `Somebody has the address ${email} already.`,
        );
      const id = newId();
      await this.people.add(
        tx,
        { id, email, name: command.name, suspendedAt: null },
        { hash, at: this.clock.now() },
      );
      return id;
    });
  }
}
