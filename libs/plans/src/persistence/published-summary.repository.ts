import { type CalendarDate, type Id, isId, notFound } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { PublishedSummary } from '../domain/published-summary.js';
import { PlanVersionMoveRow } from './plan-version-move.row.js';
import { PublishedSummaryRow } from './published-summary.row.js';
import type { Recorded } from './recorded.js';

/** Where summaries of the plan were published, version by version. */
@Injectable()
export class PublishedSummaryRepository {
  /** The day on which a version was adopted; null for one that is not. */
  async adoptedOn(tx: Tx, partnershipId: Id, planVersionId: Id): Promise<CalendarDate | null> {
    const move = await tx
      .rows(PlanVersionMoveRow)
      .findOneBy({ partnershipId, planVersionId, state: 'adopted' });
    return (move?.adoptedOn ?? null) as CalendarDate | null;
  }

  async add(
    tx: Tx,
    partnershipId: Id,
    summary: PublishedSummary & { readonly id: Id; readonly planVersionId: Id },
    { by, at }: Recorded,
  ): Promise<void> {
    await tx.rows(PublishedSummaryRow).insert({ partnershipId, ...summary, recordedBy: by, recordedAt: at });
  }

  /** Takes one back that stands. Throws `not-found` where none of that id does. */
  async withdraw(
    tx: Tx,
    partnershipId: Id,
    id: Id,
    at: Date,
  ): Promise<{ planVersionId: Id; publicAt: string }> {
    const rows = tx.rows(PublishedSummaryRow);
    const standing = { partnershipId, id, supersededAt: IsNull() };
    const summary = isId(id) ? await rows.findOneBy(standing) : null;
    const ended = summary && (await rows.update(standing, { supersededAt: at }));
    if (!summary || ended?.affected !== 1) throw notFound('published summary');
    return summary;
  }
}
