import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, type CalendarDate, Clock, DomainError, type Id, isId, notFound } from '@lib/kernel';
import { type Once, UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { type Nominee, requireNominee } from '../domain/nominee.js';
import { NomineeRepository } from '../persistence/nominee.repository.js';
import { PartnershipRepository } from '../persistence/partnership.repository.js';

export interface NameNomineeCommand {
  readonly partnershipId: Id;
  readonly authorityId: Id;
  /** Null says that nobody is nominated from that day on. */
  readonly nominee: Nominee | null;
  readonly fromOn: CalendarDate;
  /** The newest nomination of the authority that was looked at; null for none. */
  readonly seen: Id | null;
}

/** Records whom an authority nominated to help information to be shared; who was before ends on that day. */
@Injectable()
export class NameNominee {
  constructor(
    private readonly work: UnitOfWork,
    private readonly partnerships: PartnershipRepository,
    private readonly nominees: NomineeRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @returns the new nomination */
  execute(actor: Actor, command: NameNomineeCommand, once?: Once): Promise<Id> {
    const { partnershipId, authorityId, fromOn, seen } = command;
    const nominee = command.nominee && {
      name: command.nominee.name.trim(),
      post: command.nominee.post.trim(),
    };
    return this.work.run(
      actor,
      partnershipId,
      async (tx) => {
        authorise(actor, 'duties.record', { partnershipId });
        const authority = isId(authorityId)
          ? await this.partnerships.authority(tx, partnershipId, authorityId)
          : null;
        if (!authority) throw notFound('authority');
        requireNominee(nominee, fromOn, authority);
        if ((await this.nominees.holdNewest(tx, partnershipId, authorityId)) !== seen)
          throw new DomainError(
            'conflict',
            'partnerships.nominee-changed-meanwhile',
            'Somebody else recorded a nomination of this authority after you opened the page. Go back, look at it, and record what is still missing.',
          );
        const recorded = { by: actor.personId, at: this.clock.now() };
        const id = await this.nominees.name(tx, partnershipId, { authorityId, nominee, fromOn }, recorded);
        await this.trail.record(tx, actor, partnershipId, {
          type: 'NomineeNamed',
          subjectId: authorityId,
          data: {
            ...{ authority: authority.name, from: fromOn },
            ...{ name: nominee?.name ?? null, post: nominee?.post ?? null },
          },
        });
        return id;
      },
      once,
    );
  }
}
