import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, type Id, notFound } from '@lib/kernel';
import { type Once, UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { ComparatorGroupRepository } from '../persistence/comparator-group.repository.js';

/** Says with which group measures are compared before somebody asks for another one. */
@Injectable()
export class ChooseUsualGroup {
  constructor(
    private readonly work: UnitOfWork,
    private readonly groups: ComparatorGroupRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @param groupId null for London's 32 boroughs */
  execute(
    actor: Actor,
    { partnershipId, groupId }: { readonly partnershipId: Id; readonly groupId: Id | null },
    once?: Once,
  ): Promise<void> {
    return this.work.run(
      actor,
      partnershipId,
      async (tx) => {
        authorise(actor, 'plans.edit', { partnershipId });
        const group = groupId === null ? null : await this.groups.held(tx, partnershipId, groupId);
        if (groupId !== null && !group) throw notFound('comparator group');
        const recorded = { by: actor.personId, at: this.clock.now() };
        await this.groups.choose(tx, partnershipId, groupId, recorded);
        await this.trail.record(tx, actor, partnershipId, {
          type: 'UsualComparatorGroupChosen',
          subjectId: groupId ?? partnershipId,
          data: { group: group?.name ?? 'London’s 32 boroughs' },
        });
      },
      once,
    );
  }
}
