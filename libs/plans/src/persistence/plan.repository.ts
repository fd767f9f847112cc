import { type CalendarDate, type DateRange, DomainError, type Id, newId, notFound } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { isOpenVersion, type PlanState, type PlanVersion } from '../domain/plan.js';
import { planStateInWords } from '../domain/plan-transitions.js';
import { PlanRow } from './plan.row.js';
import { PlanVersionMoveRow } from './plan-version-move.row.js';
import { PlanVersionRow } from './plan-version.row.js';
import type { Recorded } from './recorded.js';

/** What a move makes of a version. */
export interface Move {
  readonly state: PlanState;
  readonly inForce: DateRange | null;
  /** Of an adoption, and of nothing else. */
  readonly adoptedOn?: CalendarDate;
  readonly decisionId?: Id;
  /** Of a draft that is discarded. */
  readonly reason?: string;
  /** Whether an adoption after the first changed nothing. */
  readonly nothingChanged?: boolean | null;
}

/** Plans and their versions, from move to move. */
@Injectable()
export class PlanRepository {
  async addPlan(tx: Tx, partnershipId: Id, plan: { id: Id; title: string }): Promise<void> {
    await tx.rows(PlanRow).insert({ partnershipId, ...plan });
  }

  /** A new draft of a plan, which has no other that is open. */
  async addDraft(
    tx: Tx,
    partnershipId: Id,
    draft: { id: Id; planId: Id; number: number; source: string },
    recorded: Recorded,
  ): Promise<void> {
    await tx.rows(PlanVersionRow).insert({ partnershipId, ...draft, state: 'draft', edits: 0 });
    await this.addMove(tx, partnershipId, draft.id, { state: 'draft', inForce: null }, recorded);
  }

  /** Every version there is, held until the end of the transaction: whoever wants to move or edit one waits. */
  async holdAll(tx: Tx, partnershipId: Id): Promise<PlanVersion[]> {
    const rows = await tx.rows(PlanVersionRow).find({
      ...{ where: { partnershipId }, order: { id: 'ASC' } },
      lock: { mode: 'pessimistic_write' },
    });
    const plans = await tx.rows(PlanRow).findBy({ partnershipId });
    const titleOf = new Map(plans.map(({ id, title }) => [id, title]));
    return rows.map((row) => toVersion(row, titleOf.get(row.planId)!));
  }

  /** One version, held like all of them. */
  async hold(tx: Tx, partnershipId: Id, versionId: Id): Promise<PlanVersion> {
    return versionIn(await this.holdAll(tx, partnershipId), versionId);
  }

  /** A version that is open, held and counted as edited once more. Throws `plans.not-now` for one that is adopted. */
  async holdToEdit(tx: Tx, partnershipId: Id, versionId: Id): Promise<PlanVersion> {
    const version = await this.hold(tx, partnershipId, versionId);
    if (!isOpenVersion(version))
      throw new DomainError('conflict', 'plans.not-now', planStateInWords(version.state));
    await tx.rows(PlanVersionRow).update({ partnershipId, id: versionId }, { edits: version.edits + 1 });
    return version;
  }

  /** The number of a plan's version that is not adopted yet; null where there is none. */
  async openNumber(tx: Tx, partnershipId: Id, planId: Id): Promise<number | null> {
    const row = await tx
      .rows(PlanVersionRow)
      .findOneBy({ partnershipId, planId, state: In(['draft', 'consultation']) });
    return row?.number ?? null;
  }

  /** Records a move and lets the version follow it. */
  async move(tx: Tx, partnershipId: Id, versionId: Id, move: Move, recorded: Recorded): Promise<void> {
    await this.addMove(tx, partnershipId, versionId, move, recorded);
    await tx.rows(PlanVersionRow).update(
      { partnershipId, id: versionId },
      {
        state: move.state,
        inForceFrom: move.inForce?.from ?? null,
        inForceUntil: move.inForce?.until ?? null,
      },
    );
  }

  /**
   * The version that is in force on a day: one that was adopted, whether another took its place later or not, and never
   * a draft. Null where there is none.
   */
  async versionInForce(tx: Tx, partnershipId: Id, date: CalendarDate): Promise<Id | null> {
    const row = await tx
      .rows(PlanVersionRow)
      .createQueryBuilder('v')
      .where({ partnershipId, inForceFrom: Not(IsNull()) })
      .andWhere('v.inForceFrom <= :date and (v.inForceUntil is null or v.inForceUntil > :date)', { date })
      .getOne();
    return row?.id ?? null;
  }

  private async addMove(
    tx: Tx,
    partnershipId: Id,
    planVersionId: Id,
    { inForce, ...move }: Move,
    { by, at }: Recorded,
  ): Promise<void> {
    const before = await tx.rows(PlanVersionMoveRow).countBy({ partnershipId, planVersionId });
    await tx.rows(PlanVersionMoveRow).insert({
      ...{ partnershipId, id: newId(), planVersionId, number: before + 1, ...move },
      ...{ inForceFrom: inForce?.from ?? null, inForceUntil: inForce?.until ?? null },
      ...{ recordedBy: by, recordedAt: at },
    });
  }
}

/** The version of an id. Throws for one that is not there. */
export function versionIn(versions: readonly PlanVersion[], versionId: Id): PlanVersion {
  const version = versions.find(({ id }) => id === versionId);
  if (!version) throw notFound('version of the plan');
  return version;
}

function toVersion(row: PlanVersionRow, planTitle: string): PlanVersion {
  return {
    ...{ id: row.id, planId: row.planId, planTitle, number: row.number },
    state: row.state as PlanState,
    inForce: row.inForceFrom
      ? { from: row.inForceFrom as CalendarDate, until: row.inForceUntil as CalendarDate | null }
      : null,
    ...{ source: row.source, edits: row.edits },
  };
}
