import { DomainError, type Id, newId, notFound } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { IsNull, type UpdateResult } from 'typeorm';
import type { PlanAction, PlanFinding } from '../domain/plan.js';
import { PlanActionRow } from './plan-action.row.js';
import { PlanFindingPriorityRow } from './plan-finding-priority.row.js';
import { PlanFindingRow } from './plan-finding.row.js';
import type { Recorded } from './recorded.js';

/** Where a part stands, and the row that whoever replaces it looked at; null for a part that is new. */
export interface PartPlace {
  readonly versionId: Id;
  /** The same from version to version. */
  readonly identityId: Id;
  readonly replaces: Id | null;
}

/** Actions and findings of a version. A row is never changed: another takes its place. */
@Injectable()
export class PlanPartsRepository {
  async writeAction(
    tx: Tx,
    partnershipId: Id,
    place: PartPlace,
    action: PlanAction,
    recorded: Recorded,
  ): Promise<void> {
    if (replacesSomething(place))
      requireReplaced(
        await tx.rows(PlanActionRow).update(standing(partnershipId, place), { supersededAt: recorded.at }),
      );
    await tx.rows(PlanActionRow).insert({ ...row(partnershipId, place, recorded), ...action });
  }

  async writeFinding(
    tx: Tx,
    partnershipId: Id,
    place: PartPlace,
    { priorityIds, ...finding }: PlanFinding,
    recorded: Recorded,
  ): Promise<void> {
    if (replacesSomething(place))
      requireReplaced(
        await tx.rows(PlanFindingRow).update(standing(partnershipId, place), { supersededAt: recorded.at }),
      );
    const written = row(partnershipId, place, recorded);
    await tx.rows(PlanFindingRow).insert({ ...written, ...finding });
    if (priorityIds.length > 0)
      await tx
        .rows(PlanFindingPriorityRow)
        .insert(priorityIds.map((priorityId) => ({ partnershipId, findingId: written.id, priorityId })));
  }

  /** Takes an action or a finding out of a version; what it said stays on record. */
  async remove(
    tx: Tx,
    partnershipId: Id,
    { versionId, identityId, kind }: { versionId: Id; identityId: Id; kind: 'action' | 'finding' },
    { at }: Recorded,
  ): Promise<void> {
    const { affected } = await tx
      .rows(kind === 'action' ? PlanActionRow : PlanFindingRow)
      .update(
        { partnershipId, planVersionId: versionId, identityId, supersededAt: IsNull() },
        { supersededAt: at },
      );
    if (affected !== 1) throw notFound(kind);
  }

  async removeActionsUnder(
    tx: Tx,
    partnershipId: Id,
    { versionId, priorityId }: { versionId: Id; priorityId: Id },
    { at }: Recorded,
  ): Promise<void> {
    await tx
      .rows(PlanActionRow)
      .update(
        { partnershipId, planVersionId: versionId, priorityId, supersededAt: IsNull() },
        { supersededAt: at },
      );
  }
}

/** Throws `plans.changed-meanwhile` when the row that was to be replaced had been replaced already. */
export function requireReplaced({ affected }: UpdateResult): void {
  if (affected !== 1)
    throw new DomainError(
      'conflict',
      'plans.changed-meanwhile',
      'Somebody else changed this part of the draft after you opened it. Go back, look at what it says now, and change that.',
    );
}

function replacesSomething(place: PartPlace): place is PartPlace & { replaces: Id } {
  return place.replaces !== null;
}

/** The row that another takes the place of, if it still stands. */
function standing(partnershipId: Id, { versionId, identityId, replaces }: PartPlace & { replaces: Id }) {
  return {
    ...{ partnershipId, id: replaces, planVersionId: versionId, identityId },
    supersededAt: IsNull(),
  };
}

function row(partnershipId: Id, { versionId, identityId }: PartPlace, { by, at }: Recorded) {
  return {
    ...{ partnershipId, id: newId(), planVersionId: versionId, identityId },
    ...{ recordedBy: by, recordedAt: at },
  };
}
