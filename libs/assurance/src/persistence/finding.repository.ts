import { type CalendarDate, type Id, isId, newId } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import type { FindingSubject, WrittenAnswer, WrittenFinding } from '../domain/finding.js';
import type { FindingAction, FindingState } from '../domain/finding-transitions.js';
import { AssuranceFindingEntryRow } from './assurance-finding-entry.row.js';
import { AssuranceFindingRow } from './assurance-finding.row.js';
import type { Recorded } from './recorded.js';

/** Where a finding stands. */
export interface StandingFinding {
  readonly id: Id;
  readonly number: number;
  readonly title: string;
  readonly authorityId: Id | null;
  /** Of the last entry. */
  readonly entry: number;
  readonly state: FindingState;
  /** Whether the last answer agreed an action. */
  readonly hasAction: boolean;
}

/** One thing that happened to a finding. */
export interface FindingEntry {
  readonly move: FindingAction | 'raise';
  readonly state: FindingState;
  readonly words: string | null;
  readonly answer: WrittenAnswer | null;
  /** The last day for an answer; null for what wants none. */
  readonly answerBy: CalendarDate | null;
}

/** Findings, and everything that followed from each. */
@Injectable()
export class FindingRepository {
  /** @returns the number of the new finding: findings of a partnership are numbered without a gap */
  async add(
    tx: Tx,
    partnershipId: Id,
    id: Id,
    subject: FindingSubject,
    { title, found, expected, recommendation, rating, authorityId }: WrittenFinding,
    { by, at }: Recorded,
  ): Promise<number> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`findings of ${partnershipId}`]);
    const number = (await tx.rows(AssuranceFindingRow).countBy({ partnershipId })) + 1;
    await tx.rows(AssuranceFindingRow).insert({
      ...{ partnershipId, id, number, title, found, expected, recommendation, rating, authorityId },
      evidenceVersionId: subject.kind === 'evidence' ? subject.versionId : null,
      figureId: subject.kind === 'figure' ? subject.figureId : null,
      workpaperId: subject.kind === 'figure' ? subject.workpaperId : null,
      occurrence: subject.kind === 'duty' ? subject.occurrence : null,
      ...{ recordedBy: by, recordedAt: at },
    });
    return number;
  }

  /** @param number of the entry: that of the one before and one more */
  async addEntry(
    tx: Tx,
    partnershipId: Id,
    { findingId, number }: { readonly findingId: Id; readonly number: number },
    { move, state, words, answer, answerBy }: FindingEntry,
    { by, at }: Recorded,
  ): Promise<void> {
    await tx.rows(AssuranceFindingEntryRow).insert({
      ...{ partnershipId, id: newId(), findingId, number, move, state, words },
      ...{ response: answer?.response ?? null, action: answer?.action?.what ?? null },
      ...{ actionOwner: answer?.action?.owner ?? null, dueOn: answer?.action?.dueOn ?? answerBy },
      ...{ recordedBy: by, recordedAt: at },
    });
  }

  /** Kept to one at a time, so that its entries follow each other; null where there is none by this id. */
  async hold(tx: Tx, partnershipId: Id, id: Id): Promise<StandingFinding | null> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1 || $2, 0))', [partnershipId, id]);
    const [found] = await tx.query<StandingFinding>(
      `select f.id, f.number, f.title, f.authority_id as "authorityId", e.number as entry, e.state,
              coalesce((select a.response <> 'not-agreed' from assurance_finding_entry a
                         where a.partnership_id = f.partnership_id and a.finding_id = f.id and a.move = 'answer'
                         order by a.number desc limit 1), false) as "hasAction"
         from assurance_finding f
         join lateral (select e.number, e.state from assurance_finding_entry e
                        where e.partnership_id = f.partnership_id and e.finding_id = f.id
                        order by e.number desc limit 1) e on true
        where f.partnership_id = $1 and f.id = $2`,
      [partnershipId, id],
    );
    return found ?? null;
  }

  async isAuthority(tx: Tx, partnershipId: Id, id: string): Promise<boolean> {
    if (!isId(id)) return false;
    const rows = await tx.query('select from authority where partnership_id = $1 and id = $2', [
      partnershipId,
      id,
    ]);
    return rows.length > 0;
  }
}
