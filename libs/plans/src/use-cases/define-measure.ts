import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, type CalendarDate, Clock, DomainError, type Id, newId } from '@lib/kernel';
import { type Once, UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { requireSheet } from '../domain/definition-change.js';
import type { DefinitionSheet } from '../domain/measure.js';
import { MeasureRepository } from '../persistence/measure.repository.js';

export interface DefineMeasureCommand {
  readonly partnershipId: Id;
  readonly slug: string;
  readonly authorityId: Id;
  readonly inForceFrom: CalendarDate;
  /** Published as it is and counted by the quarter, unless it says otherwise; the rest is not said. */
  readonly sheet: Omit<DefinitionSheet, keyof typeof USUAL> &
    Partial<Pick<DefinitionSheet, keyof typeof USUAL>>;
}

const USUAL = {
  sensitivity: 'ordinary',
  rollingTwelveMonths: false,
  countedBy: 'quarter',
  numerator: null,
  denominator: null,
  inclusions: null,
  exclusions: null,
  caveats: null,
  publicationLag: null,
  ownerPost: null,
} as const;

/** Makes a measure with the first version of its definition. */
@Injectable()
export class DefineMeasure {
  constructor(
    private readonly work: UnitOfWork,
    private readonly measures: MeasureRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, command: DefineMeasureCommand, once?: Once): Promise<{ measureId: Id }> {
    const { partnershipId, slug, authorityId, inForceFrom } = command;
    const sheet: DefinitionSheet = { ...USUAL, ...command.sheet };
    return this.work.run(
      actor,
      partnershipId,
      async (tx) => {
        authorise(actor, 'plans.edit', { partnershipId });
        requireSheet(sheet);
        if (await this.measures.hasSlug(tx, partnershipId, slug))
          throw new DomainError(
            'conflict',
            'plans.slug-taken',
            'There is a measure of this name already. Give this one another name, or change the definition of that one.',
          );
        const measureId = newId();
        await this.measures.addMeasure(tx, partnershipId, { id: measureId, slug, authorityId });
        await this.measures.addDefinition(
          tx,
          partnershipId,
          { ...sheet, id: newId(), measureId, version: 1, inForceFrom, change: null },
          { by: actor.personId, at: this.clock.now() },
        );
        await this.trail.record(tx, actor, partnershipId, {
          type: 'MeasureDefined',
          subjectId: measureId,
          data: { name: sheet.name, version: '1', kind: sheet.kind },
        });
        return { measureId };
      },
      once,
    );
  }
}
