import { type Grant, type Id, isId } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
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
        where person_id = $1 and ended_at is null
          and held_from <= $2 and (held_until is null or held_until > $2)`,
      [personId, at],
    );
  }

  async addRole(
    tx: Tx,
    role: Omit<RoleAssignmentRow, 'heldUntil' | 'delegatedFrom' | 'recordedAt' | 'endedAt'>,
  ): Promise<void> {
    await tx.rows(RoleAssignmentRow).insert({
      ...role,
      ...{ heldUntil: null, delegatedFrom: null, recordedAt: role.heldFrom, endedAt: null },
    });
  }

  async addDelegation(tx: Tx, delegation: Omit<RoleAssignmentRow, 'endedAt'>): Promise<void> {
    await tx.rows(RoleAssignmentRow).insert({ ...delegation, endedAt: null });
  }

  /** The roles that people of a partnership hold at a moment in their own right, and not for a colleague. */
  async ownRoles(tx: Tx, partnershipId: Id, at: Date): Promise<RoleHeld[]> {
    return tx.query<RoleHeld>(
      `select id, person_id as "personId", role, partnership_id as "partnershipId", authority_id as "authorityId"
         from role_assignment
        where partnership_id = $1 and delegated_from is null and ended_at is null
          and held_from <= $2 and (held_until is null or held_until > $2)`,
      [partnershipId, at],
    );
  }

  /** A delegation that somebody made and that has not ended; null for none. */
  async delegation(
    tx: Tx,
    partnershipId: Id,
    id: Id,
    { from, at }: { from: Id; at: Date },
  ): Promise<RoleHeld | null> {
    if (!isId(id)) return null;
    return tx.rows(RoleAssignmentRow).findOne({
      where: { partnershipId, id, delegatedFrom: from, endedAt: IsNull(), heldUntil: MoreThan(at) },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** Ends what is delegated of a role, now or in days to come. */
  async endDelegations(
    tx: Tx,
    { partnershipId, personId, role, authorityId }: RoleHeld,
    at: Date,
  ): Promise<void> {
    await tx.query(
      `update role_assignment set ended_at = $5
        where partnership_id = $1 and delegated_from = $2 and role = $3
          and authority_id is not distinct from $4 and ended_at is null and held_until > $5`,
      [partnershipId, personId, role, authorityId, at],
    );
  }

  /** The role while it is held; locked, so that it ends once. */
  async heldRole(tx: Tx, partnershipId: Id, id: Id, at: Date): Promise<RoleHeld | null> {
    if (!isId(id)) return null;
    return tx.rows(RoleAssignmentRow).findOne({
      where: [
        { partnershipId, id, endedAt: IsNull(), heldUntil: IsNull() },
        { partnershipId, id, endedAt: IsNull(), heldUntil: MoreThan(at) },
      ],
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** Ends a role that is held, or one that has not begun. Until when it was given stays on record. */
  async endRole(tx: Tx, partnershipId: Id, id: Id, at: Date): Promise<void> {
    await tx.rows(RoleAssignmentRow).update({ partnershipId, id }, { endedAt: at });
  }

  async logSignIn(
    tx: Tx,
    event: { id: Id; at: Date; personId: Id | null; outcome: SignInOutcome; address: string },
  ): Promise<void> {
    await tx.rows(SignInEventRow).insert(event);
  }
}
