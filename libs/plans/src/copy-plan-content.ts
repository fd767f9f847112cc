import type { Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import type { PlanContent } from '@lib/reporting';
import { Injectable } from '@nestjs/common';
import { PlanPartsRepository } from './persistence/plan-parts.repository.js';
import { PriorityRepository } from './persistence/priority.repository.js';
import type { Recorded } from './persistence/recorded.js';

/** Writes what one version says into another: every part keeps its identity, so that the two can be compared. */
@Injectable()
export class CopyPlanContent {
  constructor(
    private readonly priorities: PriorityRepository,
    private readonly parts: PlanPartsRepository,
  ) {}

  async into(
    tx: Tx,
    partnershipId: Id,
    versionId: Id,
    { priorities, findings }: PlanContent,
    recorded: Recorded,
  ): Promise<void> {
    const placeOf = (identityId: Id) => ({ versionId, identityId, replaces: null });
    for (const { id, lead, contributors, measures, actions, ...wording } of priorities) {
      const said = {
        ...{ title: wording.title, narrative: wording.narrative, publication: wording.publication },
        ...{ leadAuthorityId: lead?.id ?? null, contributorIds: contributors.map((one) => one.id) },
      };
      await this.priorities.write(tx, partnershipId, placeOf(id), said, recorded);
      const measureIds = measures.map((one) => one.id);
      await this.priorities.chooseMeasures(
        tx,
        partnershipId,
        { versionId, priorityId: id, measureIds },
        recorded,
      );
      for (const { id: actionId, rowId: _rowId, owner, ...action } of actions)
        await this.parts.writeAction(
          tx,
          partnershipId,
          placeOf(actionId),
          { ...action, ownerId: owner.id },
          recorded,
        );
    }
    for (const { id, rowId: _rowId, ...finding } of findings)
      await this.parts.writeFinding(tx, partnershipId, placeOf(id), finding, recorded);
  }
}
