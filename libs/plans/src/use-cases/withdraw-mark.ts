import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, type Id, notFound } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import type { ChartMark } from '../domain/chart-mark.js';
import { JudgementRepository } from '../persistence/judgement.repository.js';
import { MeasureRepository } from '../persistence/measure.repository.js';

/** Takes a mark off a measure's chart; it is kept, and the trail says who took it off and why. In the caller's transaction. */
@Injectable()
export class WithdrawMark {
  constructor(
    private readonly measures: MeasureRepository,
    private readonly judgement: JudgementRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @returns the mark that was taken off */
  async execute(
    tx: Tx,
    actor: Actor,
    { partnershipId, markId, reason }: { partnershipId: Id; markId: Id; reason: string },
  ): Promise<ChartMark> {
    authorise(actor, 'plans.edit', { partnershipId });
    const mark = (await this.judgement.marks(tx, partnershipId)).find(({ id }) => id === markId);
    if (!mark) throw notFound('mark');
    const { quarter, measureId, kind, words } = mark;
    const measure = await this.measures.inForce(tx, partnershipId, measureId, quarter.firstDay);
    await this.judgement.withdrawMark(tx, partnershipId, markId, this.clock.now());
    await this.trail.record(tx, actor, partnershipId, {
      type: 'ChartMarkWithdrawn',
      subjectId: measureId,
      data: { measure: measure?.definition.name ?? '', kind, quarter: quarter.name, words, reason },
    });
    return mark;
  }
}
