import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, type Canonical, type CalendarDate, Clock, contentHash, type Id } from '@lib/kernel';
import { type Tx, UnitOfWork } from '@lib/persistence';
import { type PlanContent, planContent } from '@lib/reporting';
import { Injectable } from '@nestjs/common';
import { decideOnPlan } from '../domain/decide-on-plan.js';
import type { PlanVersion } from '../domain/plan.js';
import { planMoveOf } from '../domain/plan-transitions.js';
import { BoardDecisionRepository } from '../persistence/board-decision.repository.js';
import { PlanRepository, versionIn } from '../persistence/plan.repository.js';
import type { Recorded } from '../persistence/recorded.js';

export interface AdoptVersionCommand {
  readonly partnershipId: Id;
  readonly versionId: Id;
  /** The edit of the draft that was looked at. */
  readonly seenEdits: number;
  /** What the adoption rests on. */
  readonly decisionId: Id;
  readonly adoptedOn: CalendarDate;
  readonly inForceFrom: CalendarDate;
}

/**
 * Records that the board adopted a version. The one before it ends on the day the new one comes into force: as revised
 * where it is of the same plan, or as superseded by a new plan.
 */
@Injectable()
export class AdoptVersion {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: PlanRepository,
    private readonly decisions: BoardDecisionRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @returns whether anything changed since the version before; null for a plan's first version */
  execute(actor: Actor, command: AdoptVersionCommand): Promise<{ nothingChanged: boolean | null }> {
    const { partnershipId, versionId, seenEdits, decisionId, adoptedOn, inForceFrom } = command;
    return this.work.run(actor, partnershipId, async (tx) => {
      authorise(actor, 'plans.edit', { partnershipId });
      const versions = await this.plans.holdAll(tx, partnershipId);
      const version = versionIn(versions, versionId);
      const before = versions.find(({ state }) => state === 'adopted');
      const content = await planContent(tx, partnershipId, versionId, this.clock.today());
      // Before the decision is looked up: a version that is adopted already says so first.
      planMoveOf(version.state, 'adopt');
      const { decidedOn, meeting } = await this.decisions.get(tx, partnershipId, decisionId);
      const state = decideOnPlan(
        {
          ...{ version, priorities: content.priorities.length, seenEdits, reason: null },
          adoption: {
            ...{ decidedOn, adoptedOn, inForceFrom, beforeFrom: before?.inForce?.from ?? null },
            today: this.clock.today(),
          },
        },
        'adopt',
      );
      const recorded = { by: actor.personId, at: this.clock.now() };
      const contentSha256 = hashOf(content);
      const nothingChanged =
        before?.planId === version.planId
          ? contentSha256 === hashOf(await planContent(tx, partnershipId, before.id, this.clock.today()))
          : null;
      if (before) await this.endTheOneBefore(tx, partnershipId, before, version, inForceFrom, recorded);
      const inForce = { from: inForceFrom, until: null };
      const move = { state, inForce, adoptedOn, decisionId, nothingChanged };
      await this.plans.move(tx, partnershipId, versionId, move, recorded);
      await this.trail.record(tx, actor, partnershipId, {
        type: 'PlanVersionAdopted',
        subjectId: versionId,
        data: {
          ...{ title: version.planTitle, number: String(version.number), adoptedOn, inForceFrom },
          ...{ decision: `${meeting}, ${decidedOn}`, nothingChanged: nothingChanged === true ? 'yes' : 'no' },
          contentSha256,
        },
      });
      return { nothingChanged };
    });
  }

  private async endTheOneBefore(
    tx: Tx,
    partnershipId: Id,
    before: PlanVersion,
    { planId }: PlanVersion,
    until: CalendarDate,
    recorded: Recorded,
  ): Promise<void> {
    const { to } = planMoveOf(before.state, before.planId === planId ? 'revise' : 'supersede');
    const inForce = { from: before.inForce!.from, until };
    await this.plans.move(tx, partnershipId, before.id, { state: to, inForce }, recorded);
  }
}

/** The SHA-256 of what a version says, whichever rows say it. */
function hashOf(content: PlanContent): string {
  const withoutRows = JSON.stringify(content, (key, value: unknown) => (key === 'rowId' ? undefined : value));
  return contentHash(JSON.parse(withoutRows) as Canonical);
}
