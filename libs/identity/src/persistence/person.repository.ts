import { type Grant, type Id, isId } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Person } from '../domain/person.js';
import { PasswordCredentialRow } from './password-credential.row.js';
import { PersonRow } from './person.row.js';
import { RoleAssignmentRow } from './role-assignment.row.js';
import { SignInEventRow } from './sign-in-event.row.js';

export type SignInOutcome =
  'signed-in' | 'wrong-password' | 'unknown-person' | 'suspended' | 'too-many' | 'signed-out';

export interface RoleHeld extends Grant {
  readonly id: Id;
  readonly personId: Id;
}

@Injectable()
export class PersonRepository {
  async byId(tx: Tx, id: Id): Promise<Person | null> {
    return isId(id) ? tx.rows(PersonRow).findOneBy({ id }) : null;
  }

  async byEmail(tx: Tx, email: string): Promise<Person | null> {
    return tx.rows(PersonRow).findOneBy({ email });
  }

  async add(tx: Tx, person: Person, password: { hash: string; at: Date }): Promise<void> {
    await tx.rows(PersonRow).insert({ ...person });
    await tx
      .rows(PasswordCredentialRow)
      .insert({ personId: person.id, passwordHash: password.hash, changedAt: password.at });
  }

  async passwordHashOf(tx: Tx, personId: Id): Promise<string | null> {
    const credential = await tx.rows(PasswordCredentialRow).findOneBy({ personId });
    return credential?.passwordHash ?? null;
  }

  async setSuspended(tx: Tx, personId: Id, suspendedAt: Date | null): Promise<void> {
    await tx.rows(PersonRow).update({ id: personId }, { suspendedAt });
  }

  /** The roles a person holds at a moment, in every partnership the transaction can see. */
  async grantsOf(tx: Tx, personId: Id, at: Date): Promise<Grant[]> {
    return tx.query<Grant>(
      `select role, partnership_id as "partnershipId", authority_id as "authorityId"
         from role_assignment
        where person_id = $1 and held_from <= $2 and (held_until is null or held_until > $2)`,
      [personId, at],
    );
  }

  async addRole(tx: Tx, role: Omit<RoleAssignmentRow, 'heldUntil'>): Promise<void> {
    await tx.rows(RoleAssignmentRow).insert({ ...role, heldUntil: null });
  }

  /** The role while it is held; locked, so that it ends once. */
  async heldRole(tx: Tx, partnershipId: Id, id: Id): Promise<RoleHeld | null> {
    if (!isId(id)) return null;
    return tx.rows(RoleAssignmentRow).findOne({
      where: { partnershipId, id, heldUntil: IsNull() },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async endRole(tx: Tx, partnershipId: Id, id: Id, at: Date): Promise<void> {
    await tx.rows(RoleAssignmentRow).update({ partnershipId, id }, { heldUntil: at });
  }

  async logSignIn(
    tx: Tx,
    event: { id: Id; at: Date; personId: Id | null; outcome: SignInOutcome; address: string },
  ): Promise<void> {
    await tx.rows(SignInEventRow).insert(event);
  }
}
