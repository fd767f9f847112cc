import { type CalendarDate, type Id, newId, notFound } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { PriorityWording } from '../domain/plan.js';
import { PriorityContributorRow } from './priority-contributor.row.js';
import { PriorityMeasureRow } from './priority-measure.row.js';
import { PrioritySeniorPersonRow } from './priority-senior-person.row.js';
import { PriorityWordingRow } from './priority-wording.row.js';
import { PriorityRow } from './priority.row.js';
import { type PartPlace, requireReplaced } from './plan-parts.repository.js';
import type { Recorded } from './recorded.js';

/** Priorities, which stay the same from version to version, with what each version says of them. */
@Injectable()
export class PriorityRepository {
  async add(tx: Tx, partnershipId: Id, priority: { id: Id; planId: Id }): Promise<void> {
    await tx.rows(PriorityRow).insert({ partnershipId, ...priority });
  }

  /** Throws for a priority that the plan does not have. */
  async require(tx: Tx, partnershipId: Id, id: Id): Promise<void> {
    if (!(await tx.rows(PriorityRow).existsBy({ partnershipId, id }))) throw notFound('priority');
  }

  /** What a version says of a priority; a new one comes last. */
  async write(
    tx: Tx,
    partnershipId: Id,
    { versionId, identityId: priorityId, replaces }: PartPlace,
    { contributorIds, ...wording }: PriorityWording,
    recorded: Recorded,
  ): Promise<void> {
    const standing = await tx
      .rows(PriorityWordingRow)
      .findOneBy({ partnershipId, planVersionId: versionId, priorityId, supersededAt: IsNull() });
    if (replaces !== null)
      requireReplaced(
        await tx
          .rows(PriorityWordingRow)
          .update(
            { partnershipId, id: replaces, planVersionId: versionId, priorityId, supersededAt: IsNull() },
            { supersededAt: recorded.at },
          ),
      );
    const last = await tx
      .rows(PriorityWordingRow)
      .maximum('number', { partnershipId, planVersionId: versionId });
    const id = newId();
    await tx.rows(PriorityWordingRow).insert({
      ...{ partnershipId, id, planVersionId: versionId, priorityId, ...wording },
      number: standing?.number ?? (last ?? 0) + 1,
      ...{ recordedBy: recorded.by, recordedAt: recorded.at },
    });
    if (contributorIds.length > 0)
      await tx
        .rows(PriorityContributorRow)
        .insert(contributorIds.map((authorityId) => ({ partnershipId, wordingId: id, authorityId })));
  }

  /** Takes a priority out of a version. */
  async remove(
    tx: Tx,
    partnershipId: Id,
    { versionId, priorityId }: { versionId: Id; priorityId: Id },
    recorded: Recorded,
  ): Promise<void> {
    const { affected } = await tx
      .rows(PriorityWordingRow)
      .update(
        { partnershipId, planVersionId: versionId, priorityId, supersededAt: IsNull() },
        { supersededAt: recorded.at },
      );
    if (affected !== 1) throw notFound('priority');
    await this.chooseMeasures(tx, partnershipId, { versionId, priorityId, measureIds: [] }, recorded);
  }

  /** The measures that stand under a priority of a version. */
  async measureIds(
    tx: Tx,
    partnershipId: Id,
    { versionId, priorityId }: { versionId: Id; priorityId: Id },
  ): Promise<Id[]> {
    const rows = await tx
      .rows(PriorityMeasureRow)
      .findBy({ partnershipId, planVersionId: versionId, priorityId, supersededAt: IsNull() });
    return rows.map(({ measureId }) => measureId);
  }

  /** The measures under a priority, in this order. What stays where it is keeps its row. */
  async chooseMeasures(
    tx: Tx,
    partnershipId: Id,
    wanted: { versionId: Id; priorityId: Id; measureIds: readonly Id[] },
    { by, at }: Recorded,
  ): Promise<void> {
    const { versionId: planVersionId, priorityId, measureIds } = wanted;
    const standing = await tx
      .rows(PriorityMeasureRow)
      .findBy({ partnershipId, planVersionId, priorityId, supersededAt: IsNull() });
    const numberOf = new Map(measureIds.map((measureId, index) => [measureId, index + 1]));
    for (const { id, measureId, number } of standing)
      if (numberOf.get(measureId) === number) numberOf.delete(measureId);
      else await tx.rows(PriorityMeasureRow).update({ partnershipId, id }, { supersededAt: at });
    for (const [measureId, number] of numberOf)
      await tx.rows(PriorityMeasureRow).insert({
        ...{ partnershipId, id: newId(), planVersionId, priorityId, measureId, number },
        ...{ recordedBy: by, recordedAt: at },
      });
  }

  /** Puts a new measure last under a priority of a version. */
  async placeLast(
    tx: Tx,
    partnershipId: Id,
    { versionId: planVersionId, priorityId, measureId }: { versionId: Id; priorityId: Id; measureId: Id },
    { by, at }: Recorded,
  ): Promise<void> {
    const place = { partnershipId, planVersionId, priorityId };
    if (!(await tx.rows(PriorityWordingRow).existsBy({ ...place, supersededAt: IsNull() })))
      throw notFound('priority');
    const rows = tx.rows(PriorityMeasureRow);
    const last = await rows.maximum('number', { ...place, supersededAt: IsNull() });
    await rows.insert({
      ...{ id: newId(), ...place, measureId, number: (last ?? 0) + 1 },
      ...{ recordedBy: by, recordedAt: at },
    });
  }

  /** Who answers for a priority from a day on; somebody recorded for the same day is superseded. */
  async nameSeniorPerson(
    tx: Tx,
    partnershipId: Id,
    person: { priorityId: Id; name: string; post: string; fromOn: CalendarDate },
    { by, at }: Recorded,
  ): Promise<void> {
    const { priorityId, fromOn } = person;
    await tx
      .rows(PrioritySeniorPersonRow)
      .update({ partnershipId, priorityId, fromOn, supersededAt: IsNull() }, { supersededAt: at });
    await tx
      .rows(PrioritySeniorPersonRow)
      .insert({ partnershipId, id: newId(), ...person, recordedBy: by, recordedAt: at });
  }
}
