import type { CalendarDate, DateRange, Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { PlanRow } from './plan.row.js';
import { PlanVersionRow } from './plan-version.row.js';
import { PriorityMeasureRow } from './priority-measure.row.js';
import { PriorityRow } from './priority.row.js';

export interface PlanVersion {
  readonly id: Id;
  readonly planId: Id;
  readonly number: number;
  readonly state: 'draft' | 'consultation' | 'adopted' | 'revised' | 'superseded';
  readonly adoptedOn: CalendarDate | null;
  readonly decision: string | null;
  readonly inForce: DateRange;
  readonly source: string;
}

@Injectable()
export class PlanRepository {
  async addPlan(tx: Tx, partnershipId: Id, plan: { id: Id; title: string }): Promise<void> {
    await tx.rows(PlanRow).insert({ partnershipId, ...plan });
  }

  async addVersion(tx: Tx, partnershipId: Id, { inForce, ...version }: PlanVersion): Promise<void> {
    await tx.rows(PlanVersionRow).insert({
      partnershipId,
      ...version,
      inForceFrom: inForce.from,
      inForceUntil: inForce.until,
    });
  }

  async addPriority(
    tx: Tx,
    partnershipId: Id,
    priority: { id: Id; planVersionId: Id; number: number; title: string; leadAuthorityId: Id | null },
  ): Promise<void> {
    await tx.rows(PriorityRow).insert({ partnershipId, ...priority });
  }

  async addMeasureToPriority(
    tx: Tx,
    partnershipId: Id,
    link: { priorityId: Id; measureId: Id; number: number },
  ): Promise<void> {
    await tx.rows(PriorityMeasureRow).insert({ partnershipId, ...link });
  }

  /** The version of a plan that is in force on a day; null where there is none. */
  async versionInForce(tx: Tx, partnershipId: Id, date: CalendarDate): Promise<Id | null> {
    const row = await tx
      .rows(PlanVersionRow)
      .createQueryBuilder('v')
      .where('v.partnershipId = :partnershipId and v.inForceFrom <= :date', { partnershipId, date })
      .andWhere('(v.inForceUntil is null or v.inForceUntil > :date)', { date })
      .orderBy('v.inForceFrom', 'DESC')
      .addOrderBy('v.number', 'DESC')
      .getOne();
    return row?.id ?? null;
  }
}
