import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, type CalendarDate, Clock, DomainError, type Id, newId } from '@lib/kernel';
import { type Once, type Tx, UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { requireCounts } from '../domain/counts-in-force.js';
import { requireSheet } from '../domain/definition-change.js';
import type { DefinitionSheet } from '../domain/measure.js';
import { MeasureRepository } from '../persistence/measure.repository.js';
import { PlanRepository } from '../persistence/plan.repository.js';
import { PriorityRepository } from '../persistence/priority.repository.js';

export interface DefineMeasureCommand {
  readonly partnershipId: Id;
  readonly slug: string;
  readonly authorityId: Id;
  readonly inForceFrom: CalendarDate;
  /** The ready measure of the catalogue that it was made from; left out for one that was not. */
  readonly catalogueKey?: string | null;
  /** Published as it is and counted by the quarter, unless it says otherwise; the rest is not said. */
  readonly sheet: Omit<DefinitionSheet, keyof typeof USUAL> &
    Partial<Pick<DefinitionSheet, keyof typeof USUAL>>;
  /** The priorities of a draft plan under which it stands last; left out for none. */
  readonly places?: {
    readonly versionId: Id;
    readonly priorities: readonly { readonly id: Id; readonly title: string }[];
  };
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

/** Makes a measure with the first version of its definition, and places it in a draft of the plan. */
@Injectable()
export class DefineMeasure {
  constructor(
    private readonly work: UnitOfWork,
    private readonly measures: MeasureRepository,
    private readonly plans: PlanRepository,
    private readonly priorities: PriorityRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, command: DefineMeasureCommand, once?: Once): Promise<{ measureId: Id }> {
    const { partnershipId, slug, authorityId, inForceFrom, catalogueKey = null } = command;
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
        if (sheet.componentIds.length > 0)
          requireCounts(sheet.componentIds, await this.measures.inForceOn(tx, partnershipId, inForceFrom));
        const measureId = newId();
        await this.measures.addMeasure(tx, partnershipId, { id: measureId, slug, authorityId, catalogueKey });
        await this.measures.addDefinition(
          tx,
          partnershipId,
          { ...sheet, id: newId(), measureId, version: 1, inForceFrom, change: null },
          { by: actor.personId, at: this.clock.now() },
        );
        await this.trail.record(tx, actor, partnershipId, {
          type: 'MeasureDefined',
          subjectId: measureId,
          data: { name: sheet.name, version: '1', kind: sheet.kind, catalogueKey },
        });
        await this.place(tx, actor, command, { measureId, name: sheet.name });
        return { measureId };
      },
      once,
    );
  }

  private async place(
    tx: Tx,
    actor: Actor,
    { partnershipId, places }: DefineMeasureCommand,
    { measureId, name }: { measureId: Id; name: string },
  ): Promise<void> {
    if (!places || places.priorities.length === 0) return;
    const { versionId } = places;
    const { planTitle, number } = await this.plans.holdToEdit(tx, partnershipId, versionId);
    const recorded = { by: actor.personId, at: this.clock.now() };
    for (const { id: priorityId, title } of places.priorities) {
      await this.priorities.placeLast(tx, partnershipId, { versionId, priorityId, measureId }, recorded);
      await this.trail.record(tx, actor, partnershipId, {
        type: 'PlanMeasureAdded',
        subjectId: versionId,
        data: { title: planTitle, number: String(number), priority: title, measure: name },
      });
    }
  }
}
