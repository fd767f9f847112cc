import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, DomainError, type Id, newId } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import type { MeasureDefinition } from '../domain/measure.js';
import { MeasureRepository } from '../persistence/measure.repository.js';

export interface DefineMeasureCommand {
  readonly partnershipId: Id;
  readonly slug: string;
  readonly authorityId: Id;
  /** Published as it is and counted by the quarter, unless it says otherwise. */
  readonly definition: Omit<MeasureDefinition, 'id' | 'measureId' | 'version' | keyof typeof USUAL> &
    Partial<Pick<MeasureDefinition, keyof typeof USUAL>>;
}

const USUAL = { sensitivity: 'ordinary', rollingTwelveMonths: false, countedBy: 'quarter' } as const;

/** Makes a measure with the first version of its definition. */
@Injectable()
export class DefineMeasure {
  constructor(
    private readonly work: UnitOfWork,
    private readonly measures: MeasureRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, command: DefineMeasureCommand): Promise<{ measureId: Id; definitionId: Id }> {
    const { partnershipId, slug, authorityId, definition } = command;
    return this.work.run(actor, partnershipId, async (tx) => {
      authorise(actor, 'plans.edit', { partnershipId });
      if ((definition.kind === 'composite') !== definition.componentIds.length > 0)
        throw new DomainError(
          'invalid',
          'plans.components',
          'A composite adds up other measures; a count has none.',
        );
      const measureId = newId();
      const definitionId = newId();
      await this.measures.addMeasure(tx, partnershipId, { id: measureId, slug, authorityId });
      await this.measures.addDefinition(
        tx,
        partnershipId,
        { ...USUAL, ...definition, id: definitionId, measureId, version: 1 },
        this.clock.now(),
      );
      await this.trail.record(tx, actor, partnershipId, {
        type: 'MeasureDefined',
        subjectId: measureId,
        data: { name: definition.name, version: '1', kind: definition.kind },
      });
      return { measureId, definitionId };
    });
  }
}
