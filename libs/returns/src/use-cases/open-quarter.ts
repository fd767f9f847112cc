import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import {
  type Actor,
  addDays,
  type CalendarDate,
  Clock,
  type FinancialQuarter,
  type Id,
  newId,
} from '@lib/kernel';
import { PartnershipDirectory } from '@lib/partnerships';
import { type Tx, UnitOfWork } from '@lib/persistence';
import { type JudgedMeasure, MeasuresInForce } from '@lib/plans';
import { RecomputeYears } from '@lib/results';
import { Injectable } from '@nestjs/common';
import { type Period, requireDatesInOrder } from '../domain/period.js';
import type { QuarterlyReturn, ReturnLine } from '../domain/quarterly-return.js';
import { type FormVersion, versionFor } from '../domain/return-form.js';
import { PeriodRepository } from '../persistence/period.repository.js';
import { ReturnFormRepository } from '../persistence/return-form.repository.js';
import { ReturnRepository } from '../persistence/return.repository.js';

/** Officers have until this many days after the quarter, unless the partnership says otherwise. */
const USUAL_DAYS = 30;

/** A return that was made when its quarter opened. */
export interface OpenedReturn {
  readonly id: Id;
  readonly formId: Id;
  readonly authorityId: Id;
}

/**
 * Opens a quarter: each form is put to each responsible authority of whom it asks something, as a draft return with the
 * definitions and targets of the quarter's first day frozen into its lines. Opening a quarter that is open changes
 * nothing.
 */
@Injectable()
export class OpenQuarter {
  constructor(
    private readonly work: UnitOfWork,
    private readonly returns: ReturnRepository,
    private readonly periods: PeriodRepository,
    private readonly forms: ReturnFormRepository,
    private readonly measures: MeasuresInForce,
    private readonly directory: PartnershipDirectory,
    private readonly recomputeYears: RecomputeYears,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @returns the returns made, form by form; empty when the quarter was open already */
  execute(
    actor: Actor,
    command: { partnershipId: Id; quarter: FinancialQuarter; dueOn?: CalendarDate },
  ): Promise<readonly OpenedReturn[]> {
    const { partnershipId, quarter } = command;
    return this.work.run(actor, partnershipId, async (tx) => {
      authorise(actor, 'returns.open-quarter', { partnershipId });
      await this.forms.hold(tx, partnershipId);
      const now = this.clock.now();
      const period = await this.open(tx, partnershipId, quarter, command.dueOn, now);
      if (!period) return [];

      const measures = await this.measures.on(tx, partnershipId, quarter.firstDay);
      const authorities = await this.directory.membersOn(tx, partnershipId, quarter.firstDay);
      const opened: OpenedReturn[] = [];
      for (const { id: formId, versions } of await this.forms.all(tx, partnershipId)) {
        const asked = versionFor(versions, quarter);
        for (const { id: authorityId } of asked ? authorities : []) {
          const lines = linesFor(authorityId, asked!, measures);
          if (lines.length === 0) continue;
          const fresh: QuarterlyReturn = {
            ...{ id: newId(), partnershipId, authorityId, formId, formVersionId: asked!.id, quarter },
            ...{ revision: 1, restates: null, state: 'draft', version: 1 },
          };
          await this.returns.add(tx, fresh, lines, now);
          opened.push({ id: fresh.id, formId, authorityId });
        }
      }
      await this.recomputeYears.execute(tx, partnershipId, quarter.financialYear);
      await this.trail.record(tx, actor, partnershipId, {
        type: 'QuarterOpened',
        subjectId: partnershipId,
        data: {
          quarter: quarter.name,
          dueOn: period.dueOn,
          statutoryDueOn: quarter.statutoryDueOn,
          returns: String(opened.length),
        },
      });
      return opened;
    });
  }

  /** Marks the quarter open, planned before or not; null when it is open already, also at this very moment. */
  private async open(
    tx: Tx,
    partnershipId: Id,
    quarter: FinancialQuarter,
    wantedDueOn: CalendarDate | undefined,
    now: Date,
  ): Promise<Period | null> {
    const usual = {
      ...{ opensOn: null, lastNewOn: null, lastEditOn: null },
      dueOn: wantedDueOn ?? addDays(quarter.until, USUAL_DAYS - 1),
    };
    requireDatesInOrder(quarter, usual);
    await this.periods.ensure(tx, partnershipId, quarter, usual, now);
    const period = await this.periods.find(tx, partnershipId, quarter, 'for-change');
    if (!period || period.openedAt) return null;
    await this.periods.markOpened(tx, partnershipId, quarter, now);
    return period;
  }
}

/** What a form asks of an authority, as it is defined on the day and in the order of the plan. */
function linesFor(authorityId: Id, asked: FormVersion, measures: readonly JudgedMeasure[]): ReturnLine[] {
  return measures
    .filter(({ id }) => asked.lines.some((line) => line.measureId === id && line.authorityId === authorityId))
    .map(({ id: measureId, definition, target }, index) => ({
      id: newId(),
      number: index + 1,
      measureId,
      definitionId: definition.id,
      targetId: target?.id ?? null,
      label: definition.name,
      unit: definition.unit,
      wording: definition.wording,
      countedBy: definition.countedBy,
    }));
}
