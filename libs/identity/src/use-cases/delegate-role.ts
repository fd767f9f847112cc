import { authorise, isRole, ROLES } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import {
  type Actor,
  addDays,
  type CalendarDate,
  Clock,
  daysBetween,
  DomainError,
  type Id,
  newId,
  notFound,
  startOfDay,
} from '@lib/kernel';
import { PartnershipDirectory } from '@lib/partnerships';
import { type Once, UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { PersonRepository } from '../persistence/person.repository.js';

export interface DelegateRoleCommand {
  readonly partnershipId: Id;
  /** A role of one's own. */
  readonly assignmentId: Id;
  readonly toPersonId: Id;
  /** The first day, and the last. */
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly reason: string;
}

/** The longest absence for which a role is lent; for a longer one an administrator gives it. */
export const LONGEST_DELEGATION_DAYS = 92;

/**
 * Lends the right to approve to a colleague for the days one is away. The colleague acts under their own name, and what
 * nobody may do to their own return they may not do either; they cannot lend it on.
 */
@Injectable()
export class DelegateRole {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonRepository,
    private readonly directory: PartnershipDirectory,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, command: DelegateRoleCommand, once?: Once): Promise<void> {
    const { partnershipId, assignmentId, toPersonId, from, until } = command;
    const reason = command.reason.trim();
    return this.work.run(
      actor,
      partnershipId,
      async (tx) => {
        const at = this.clock.now();
        const held = await this.people.ownRoles(tx, partnershipId, at);
        const own = held.find(({ id, personId }) => id === assignmentId && personId === actor.personId);
        if (!own || !isRole(own.role)) throw notFound('role of yours');
        authorise(actor, 'returns.delegate', {
          partnershipId,
          ...(own.authorityId && { authorityId: own.authorityId }),
        });
        if (reason === '')
          throw new DomainError('invalid', 'identity.delegation-reason', 'Say why, in a few words.');
        requireDays(this.clock.today(), from, until);
        const isColleague = held.some(
          ({ personId, authorityId }) =>
            personId === toPersonId && (own.authorityId === null || authorityId === own.authorityId),
        );
        const to = isColleague && toPersonId !== actor.personId && (await this.people.byId(tx, toPersonId));
        if (!to)
          throw new DomainError(
            'invalid',
            'identity.delegate-to',
            'A role is lent to somebody who holds a role in the same authority already. Others get one from an administrator.',
          );
        const [heldFrom, heldUntil] = [startOfDay(from), startOfDay(addDays(until, 1))];
        await this.people.addDelegation(tx, {
          ...{ partnershipId, id: newId(), personId: to.id, role: own.role, authorityId: own.authorityId },
          ...{ heldFrom: heldFrom < at ? at : heldFrom, heldUntil },
          ...{ grantedBy: actor.personId, delegatedFrom: actor.personId, reason, recordedAt: at },
        });
        const authority =
          own.authorityId && (await this.directory.authority(tx, partnershipId, own.authorityId));
        await this.trail.record(tx, actor, partnershipId, {
          type: 'RoleDelegated',
          subjectId: to.id,
          data: {
            ...{ person: to.name, role: ROLES[own.role].name, authority: authority ? authority.name : null },
            ...{ from, until, reason },
          },
        });
      },
      once,
    );
  }
}

function requireDays(today: CalendarDate, from: CalendarDate, until: CalendarDate): void {
  if (from < today)
    throw new DomainError('invalid', 'identity.delegation-from', 'The first day is today or later.');
  if (until < from)
    throw new DomainError('invalid', 'identity.delegation-until', 'The last day is the first day or later.');
  if (daysBetween(from, until) >= LONGEST_DELEGATION_DAYS)
    throw new DomainError(
      'invalid',
      'identity.delegation-until',
      `A role is lent for at most ${LONGEST_DELEGATION_DAYS} days. For a longer absence an administrator gives it to somebody.`,
    );
}
