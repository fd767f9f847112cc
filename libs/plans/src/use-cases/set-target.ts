import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, DomainError, type Id, newId, notFound } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { endsOf, metBy, requireTargetFor, type Target, type WantedTarget } from '../domain/target.js';
import { BoardDecisionRepository } from '../persistence/board-decision.repository.js';
import { MeasureRepository } from '../persistence/measure.repository.js';
import { PlanRepository } from '../persistence/plan.repository.js';
import { TargetRepository } from '../persistence/target.repository.js';

export interface SetTargetCommand {
  readonly partnershipId: Id;
  readonly measureId: Id;
  readonly target: WantedTarget;
  /** Why, where it takes the place of another target. */
  readonly reason: string | null;
  /** The decision of the board it rests on; needed where it takes the place of another target. */
  readonly decisionId: Id | null;
}

/**
 * Sets a target on the definition in force when it starts to apply, and pins its baseline and what meets it. A target
 * that stands is superseded by a decision of the board, with a reason, and kept. In the caller's transaction.
 */
@Injectable()
export class SetTarget {
  constructor(
    private readonly measures: MeasureRepository,
    private readonly targets: TargetRepository,
    private readonly plans: PlanRepository,
    private readonly decisions: BoardDecisionRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Tx, actor: Actor, command: SetTargetCommand): Promise<Target> {
    const { partnershipId, measureId, target: wanted } = command;
    authorise(actor, 'plans.edit', { partnershipId });
    const { applies, baseline } = wanted;
    const measure = await this.measures.inForce(tx, partnershipId, measureId, applies.from);
    if (!measure) throw notFound('measure');
    requireTargetFor(wanted, measure.definition);
    const planVersionId = await this.plans.versionInForce(tx, partnershipId, applies.from);
    if (!planVersionId)
      throw new DomainError(
        'invalid',
        'plans.no-plan',
        `No plan is in force on ${applies.from}. The partnership analyst records the plan first.`,
      );
    const standing = await this.targets.standingIn(tx, partnershipId, measureId, applies);
    const reason = command.reason?.trim() || null;
    if (standing && !reason)
      throw new DomainError(
        'invalid',
        'plans.target-stands',
        'A target stands already. Say why this one takes its place.',
      );
    if (standing && !command.decisionId)
      throw new DomainError(
        'invalid',
        'plans.target-decision',
        'A target that stands is changed only by a decision of the board. The partnership analyst records the decision first, and selects it.',
      );
    const decision = command.decisionId && (await this.decisions.get(tx, partnershipId, command.decisionId));
    const ofBaseline =
      baseline && (await this.measures.inForce(tx, partnershipId, measureId, baseline.period.from));
    const { id: definitionId, name } = measure.definition;
    const target: Target = {
      ...wanted,
      ...endsOf(wanted, measure.definition),
      id: newId(),
      measureId,
      definitionId,
      planVersionId,
      baseline: baseline && { ...baseline, definitionId: ofBaseline?.definition.id ?? definitionId },
      supersedesId: standing?.id ?? null,
      reason: standing ? reason : null,
      decisionId: command.decisionId,
    };
    await this.targets.add(tx, partnershipId, target, { at: this.clock.now(), by: actor.personId });
    await this.trail.record(tx, actor, partnershipId, {
      type: 'TargetSet',
      subjectId: measureId,
      data: {
        measure: name,
        wording: target.wording,
        baseline: target.baseline?.value.toString() ?? null,
        passMark: (target.atMost ?? target.atLeast)?.toString() ?? null,
        metBy: metBy(target),
        before: standing && standing.wording,
        reason: target.reason,
        decision: decision ? `${decision.meeting}, ${decision.decidedOn}` : null,
      },
    });
    return target;
  }
}
