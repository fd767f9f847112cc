import { type Id, notFound } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { normaliseEmail } from '../domain/person.js';
import { PersonRepository } from '../persistence/person.repository.js';

/** Finds a person by their email address: an operator's act, reached from the command line only. */
@Injectable()
export class FindPerson {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonRepository,
  ) {}

  async execute(email: string): Promise<{ id: Id; name: string }> {
    const person = await this.work.runOutsidePartnerships(null, (tx) =>
      this.people.byEmail(tx, normaliseEmail(email)),
    );
    if (!person) throw notFound('person');
    return person;
  }
}
