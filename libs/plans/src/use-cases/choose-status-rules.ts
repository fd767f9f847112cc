import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, type Id, notFound } from '@lib/kernel';
import type { StatusRuleSet } from '@lib/performance';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { JudgementRepository } from '../persistence/judgement.repository.js';
import { MeasureRepository } from '../persistence/measure.repository.js';

export interface ChooseStatusRulesCommand {
  readonly partnershipId: Id;
  readonly measureId: Id;
  readonly ruleSet: StatusRuleSet;
  readonly reason: string;
}

/** Chooses the rules that colour a measure's status; the choice before is kept. In the caller's transaction. */
@Injectable()
export class ChooseStatusRules {
  constructor(
    private readonly measures: MeasureRepository,
    private readonly judgement: JudgementRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Tx, actor: Actor, command: ChooseStatusRulesCommand): Promise<void> {
    const { partnershipId, measureId, ruleSet, reason } = command;
    authorise(actor, 'plans.edit', { partnershipId });
    const name = await this.measures.nameOn(tx, partnershipId, measureId, this.clock.today());
    if (name === null) throw notFound('measure');
    const recorded = { by: actor.personId, at: this.clock.now() };
    await this.judgement.chooseStatusRules(tx, partnershipId, command, recorded);
    await this.trail.record(tx, actor, partnershipId, {
      type: 'StatusRulesChosen',
      subjectId: measureId,
      data: { measure: name, rules: ruleSet.name, version: String(ruleSet.version), reason },
    });
  }
}
