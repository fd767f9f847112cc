import { type CalendarDate, FinancialQuarter, type Id, newId } from '@lib/kernel';
import type { StatusRuleSet } from '@lib/performance';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { ChartMark } from '../domain/chart-mark.js';
import { ChartMarkRow } from './chart-mark.row.js';
import { MeasureStatusRulesRow } from './measure-status-rules.row.js';

/** Who recorded something, and when. */
export interface Recorded {
  readonly by: Id;
  readonly at: Date;
}

/** What measures are judged by beside their targets: marks on the chart, and the rules that colour a status. */
@Injectable()
export class JudgementRepository {
  /** The marks that stand, of all measures, by quarter. */
  async marks(tx: Tx, partnershipId: Id): Promise<ChartMark[]> {
    const rows = await tx
      .rows(ChartMarkRow)
      .find({ where: { partnershipId, supersededAt: IsNull() }, order: { quarterFirstDay: 'ASC' } });
    return rows.map((row) => ({
      id: row.id,
      measureId: row.measureId,
      quarter: FinancialQuarter.containing(row.quarterFirstDay as CalendarDate),
      kind: row.kind as ChartMark['kind'],
      words: row.words,
      approvedBy: row.approvedBy,
    }));
  }

  /** Adds a mark; one of its kind in the same quarter is superseded and kept. */
  async addMark(
    tx: Tx,
    partnershipId: Id,
    { quarter, ...mark }: ChartMark,
    { by, at }: Recorded,
  ): Promise<void> {
    const rows = tx.rows(ChartMarkRow);
    const place = { measureId: mark.measureId, quarterFirstDay: quarter.firstDay, kind: mark.kind };
    await rows.update({ partnershipId, ...place, supersededAt: IsNull() }, { supersededAt: at });
    await rows.insert({
      partnershipId,
      ...mark,
      quarterFirstDay: quarter.firstDay,
      recordedBy: by,
      recordedAt: at,
    });
  }

  async withdrawMark(tx: Tx, partnershipId: Id, id: Id, at: Date): Promise<void> {
    await tx.rows(ChartMarkRow).update({ partnershipId, id, supersededAt: IsNull() }, { supersededAt: at });
  }

  /** The rules chosen for each measure; a measure that is not in it has none. */
  async statusRules(tx: Tx, partnershipId: Id): Promise<Map<Id, StatusRuleSet>> {
    const rows = await tx.rows(MeasureStatusRulesRow).findBy({ partnershipId, supersededAt: IsNull() });
    return new Map(rows.map(({ measureId, ruleSet }) => [measureId, ruleSet]));
  }

  async chooseStatusRules(
    tx: Tx,
    partnershipId: Id,
    { measureId, ruleSet, reason }: { measureId: Id; ruleSet: StatusRuleSet; reason: string },
    { by, at }: Recorded,
  ): Promise<void> {
    const rows = tx.rows(MeasureStatusRulesRow);
    await rows.update({ partnershipId, measureId, supersededAt: IsNull() }, { supersededAt: at });
    await rows.insert({ partnershipId, id: newId(), measureId, ruleSet, reason, chosenBy: by, chosenAt: at });
  }
}
