import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, DomainError, type FinancialQuarter, type Id, newId, notFound } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { lastQuarterAsked } from '@lib/reporting';
import { Injectable } from '@nestjs/common';
import { requireCounts } from '../domain/counts-in-force.js';
import { changedFields, requireChange, type SheetField } from '../domain/definition-change.js';
import type { DefinitionChange, DefinitionSheet, Measure } from '../domain/measure.js';
import { JudgementRepository } from '../persistence/judgement.repository.js';
import { MeasureRepository } from '../persistence/measure.repository.js';
import { MarkChart } from './mark-chart.js';

export interface ChangeDefinitionCommand extends DefinitionChange {
  readonly partnershipId: Id;
  readonly measureId: Id;
  /** The version that was on the page when this was written. */
  readonly seenVersion: number;
  /** In force from its first day. */
  readonly from: FinancialQuarter;
  /** What kind of measure it is stays as it was. */
  readonly sheet: Omit<DefinitionSheet, 'kind'>;
}

/**
 * Puts a new version of a measure's definition in force from a quarter on, and marks it on the chart: a break where
 * figures before and after cannot be compared. The version before is not touched. In the caller's transaction.
 */
@Injectable()
export class ChangeDefinition {
  constructor(
    private readonly measures: MeasureRepository,
    private readonly judgement: JudgementRepository,
    private readonly markChart: MarkChart,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Tx, actor: Actor, command: ChangeDefinitionCommand): Promise<void> {
    const { partnershipId, measureId, from, comparable } = command;
    authorise(actor, 'plans.edit', { partnershipId });
    await this.measures.holdDefinitions(tx, partnershipId);
    const before = await this.measures.newest(tx, partnershipId, measureId);
    if (!before) throw notFound('measure');
    if (before.definition.version !== command.seenVersion)
      throw new DomainError(
        'conflict',
        'plans.definition-changed',
        'The definition was changed meanwhile. Look at the new one, and change that if it is still needed.',
      );
    const sheet: DefinitionSheet = { ...command.sheet, kind: before.definition.kind };
    const reason = command.reason.trim();
    const approvedBy = command.approvedBy.trim();
    const counted = [measureId, ...before.definition.componentIds, ...sheet.componentIds];
    requireChange(
      before.definition,
      { sheet, from, comparable, reason, approvedBy },
      await lastQuarterAsked(tx, partnershipId, counted),
    );
    const measures = await this.measures.inForceOn(tx, partnershipId, from.firstDay);
    requireCounts(sheet.componentIds, measures);

    const version = before.definition.version + 1;
    await this.measures.addDefinition(
      tx,
      partnershipId,
      {
        ...sheet,
        ...{ id: newId(), measureId, version, inForceFrom: from.firstDay },
        change: { comparable, reason, approvedBy },
      },
      { by: actor.personId, at: this.clock.now() },
    );
    await this.trail.record(tx, actor, partnershipId, {
      type: 'MeasureDefinitionChanged',
      subjectId: measureId,
      data: {
        ...{ measure: before.definition.name, version: String(version), from: from.name, reason, approvedBy },
        comparable: comparable ? 'yes' : 'no',
        changes: changedFields(before.definition, sheet).map((what) => ({
          what,
          before: written(before.definition, what, measures),
          after: written(sheet, what, measures),
        })),
      },
    });
    await this.mark(tx, actor, command, version);
  }

  /** Where such a mark stands in that quarter already, it says enough and stays. */
  private async mark(
    tx: Tx,
    actor: Actor,
    { partnershipId, measureId, from: quarter, comparable }: ChangeDefinitionCommand,
    version: number,
  ): Promise<void> {
    const kind = comparable ? 'event' : 'series-break';
    const marks = await this.judgement.marks(tx, partnershipId);
    if (marks.some((one) => one.measureId === measureId && one.kind === kind && one.quarter.equals(quarter)))
      return;
    const words = `Definition ${version}: ${comparable ? 'comparable' : 'not comparable'} with before`;
    await this.markChart.execute(tx, actor, partnershipId, {
      measureId,
      quarter,
      kind,
      words,
      approvedBy: null,
    });
  }
}

/** A field as the trail keeps it; null where nothing is said. */
function written(sheet: DefinitionSheet, field: SheetField, measures: readonly Measure[]): string | null {
  if (field === 'componentIds')
    return sheet.componentIds
      .map((part) => measures.find(({ id }) => id === part)?.definition.name ?? part)
      .sort()
      .join('; ');
  const value = sheet[field];
  return value === null ? null : String(value);
}
