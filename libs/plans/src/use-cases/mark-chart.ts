import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, type Id, newId, notFound } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { type ChartMark, requireMarkInWords } from '../domain/chart-mark.js';
import { JudgementRepository } from '../persistence/judgement.repository.js';
import { MeasureRepository } from '../persistence/measure.repository.js';

/** Puts a mark on a measure's chart. In the caller's transaction. */
@Injectable()
export class MarkChart {
  constructor(
    private readonly measures: MeasureRepository,
    private readonly judgement: JudgementRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Tx, actor: Actor, partnershipId: Id, wanted: Omit<ChartMark, 'id'>): Promise<void> {
    authorise(actor, 'plans.edit', { partnershipId });
    const mark = { ...wanted, words: wanted.words.trim(), id: newId() };
    requireMarkInWords(mark);
    const measure = await this.measures.inForce(tx, partnershipId, mark.measureId, mark.quarter.firstDay);
    if (!measure) throw notFound('measure in that quarter');
    await this.judgement.addMark(tx, partnershipId, mark, { by: actor.personId, at: this.clock.now() });
    await this.trail.record(tx, actor, partnershipId, {
      type: 'ChartMarked',
      subjectId: mark.measureId,
      data: {
        measure: measure.definition.name,
        kind: mark.kind,
        quarter: mark.quarter.name,
        words: mark.words,
        approvedBy: mark.approvedBy,
      },
    });
  }
}
