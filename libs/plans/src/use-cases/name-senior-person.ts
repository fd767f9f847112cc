import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, type CalendarDate, Clock, type Id } from '@lib/kernel';
import { type Once, UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { PriorityRepository } from '../persistence/priority.repository.js';

export interface NameSeniorPersonCommand {
  readonly partnershipId: Id;
  readonly priority: { readonly id: Id; readonly title: string };
  readonly name: string;
  readonly post: string;
  readonly fromOn: CalendarDate;
}

/** Names who answers for a priority from a day on; who did before ends on that day. It needs no new version of the plan. */
@Injectable()
export class NameSeniorPerson {
  constructor(
    private readonly work: UnitOfWork,
    private readonly priorities: PriorityRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, command: NameSeniorPersonCommand, once?: Once): Promise<void> {
    const { partnershipId, priority, fromOn } = command;
    const [name, post] = [command.name.trim(), command.post.trim()];
    return this.work.run(
      actor,
      partnershipId,
      async (tx) => {
        authorise(actor, 'plans.edit', { partnershipId });
        await this.priorities.require(tx, partnershipId, priority.id);
        await this.priorities.nameSeniorPerson(
          tx,
          partnershipId,
          { priorityId: priority.id, name, post, fromOn },
          { by: actor.personId, at: this.clock.now() },
        );
        await this.trail.record(tx, actor, partnershipId, {
          type: 'SeniorPersonNamed',
          subjectId: priority.id,
          data: { priority: priority.title, name, post, from: fromOn },
        });
      },
      once,
    );
  }
}
