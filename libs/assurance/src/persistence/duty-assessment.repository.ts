import { type Id, newId } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Days, WrittenAssessment } from '../domain/duty-assessment.js';
import { DutyAssessmentEvidenceRow } from './duty-assessment-evidence.row.js';
import { DutyAssessmentRow } from './duty-assessment.row.js';
import type { Recorded } from './recorded.js';

/** What is pinned with a result: the occurrence, its days, and the law as its words were then. */
export interface AssessedOccurrence {
  readonly occurrence: string;
  readonly about: Days;
  readonly law: string;
  readonly wording: string;
}

@Injectable()
export class DutyAssessmentRepository {
  /** What is said of an occurrence now; null where nothing is. Nobody else says anything of it until the end of `tx`. */
  async held(tx: Tx, partnershipId: Id, occurrence: string): Promise<DutyAssessmentRow | null> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1 || $2, 0))', [
      partnershipId,
      occurrence,
    ]);
    return tx.rows(DutyAssessmentRow).findOneBy({ partnershipId, occurrence, supersededAt: IsNull() });
  }

  /**
   * Says what was found of an occurrence; what was said before is kept.
   *
   * @param versions the accepted evidence that it rests on
   */
  async set(
    tx: Tx,
    partnershipId: Id,
    { occurrence, about, law, wording }: AssessedOccurrence,
    written: WrittenAssessment,
    versions: readonly Id[],
    { by, at }: Recorded,
  ): Promise<void> {
    const rows = tx.rows(DutyAssessmentRow);
    await rows.update({ partnershipId, occurrence, supersededAt: IsNull() }, { supersededAt: at });
    const id = newId();
    await rows.insert({
      ...{ partnershipId, id, occurrence, law, wording, ...written },
      ...{ aboutFrom: about.from, aboutUntil: about.until, recordedBy: by, recordedAt: at },
    });
    const rests = versions.map((versionId) => ({ partnershipId, assessmentId: id, versionId }));
    if (rests.length > 0) await tx.rows(DutyAssessmentEvidenceRow).insert(rests);
  }
}
