import { Clock, type Id, newId } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { passwordFits } from '../domain/password.js';
import { normaliseEmail } from '../domain/person.js';
import { PersonRepository, type SignInOutcome } from '../persistence/person.repository.js';

/**
 * Checks an address and a password, and logs the attempt. The answer is one of two, whoever asked: a person who does
 * not exist, is suspended or mistyped gets the same null, after the same work.
 */
@Injectable()
export class SignIn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonRepository,
    private readonly clock: Clock,
  ) {}

  async execute(attempt: {
    email: string;
    password: string;
    address: string;
  }): Promise<{ personId: Id } | null> {
    const { person, storedHash } = await this.work.runOutsidePartnerships(null, async (tx) => {
      const person = await this.people.byEmail(tx, normaliseEmail(attempt.email));
      return { person, storedHash: person ? await this.people.passwordHashOf(tx, person.id) : null };
    });
    // Outside a transaction: the hash takes its time on purpose, and a connection must not wait for it.
    const fits = await passwordFits(storedHash, attempt.password);
    const outcome: SignInOutcome = !person
      ? 'unknown-person'
      : !fits
        ? 'wrong-password'
        : person.suspendedAt
          ? 'suspended'
          : 'signed-in';
    await this.log(outcome, person?.id ?? null, attempt.address);
    return person && outcome === 'signed-in' ? { personId: person.id } : null;
  }

  /** Logs a sign-out, or an attempt that was turned away before the password was looked at. */
  async log(outcome: SignInOutcome, personId: Id | null, address: string): Promise<void> {
    await this.work.runOutsidePartnerships(personId, (tx) =>
      this.people.logSignIn(tx, { id: newId(), at: this.clock.now(), personId, outcome, address }),
    );
  }
}
