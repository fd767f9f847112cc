import { authorise } from '@lib/access';
import { type Actor, type CalendarDate, Clock, type Id, notFound } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { type Occurrence, occurrenceOf } from '@lib/statutory';
import { Injectable } from '@nestjs/common';
import { type AcceptedReturn, acceptedReturns } from './accepted-returns.js';
import { AsAt } from './as-at.js';
import { dutyHistory, type SaidOfOccurrence } from './duty-history.js';
import { type DutyRecords, dutyRecords } from './duty-records.js';
import { evidenceRecords, type ShownEvidence } from './evidence-records.js';
import { type ProvingRecords, provingRecords } from './proving-records.js';
import { findingRecords, type ShownFinding } from './finding-records.js';

export interface ShownOccurrence {
  readonly known: DutyRecords;
  readonly occurrence: Occurrence;
  /** All evidence on the duty as it falls on this bearer, for whatever days. */
  readonly evidence: readonly ShownEvidence[];
  readonly history: readonly SaidOfOccurrence[];
  /** Records that may prove it by themselves. */
  readonly records: ProvingRecords & { readonly returns: readonly AcceptedReturn[] };
  /** What auditors found on this occurrence, by number. */
  readonly findings: readonly ShownFinding[];
}

@Injectable()
export class OccurrenceQuery {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * One occurrence of a duty with everything on record about it.
   *
   * @param key `FIS-5/strategy-group/2026-04-01`
   * @throws DomainError not-found where the partnership has no such occurrence
   */
  run(
    actor: Actor,
    partnershipId: Id,
    key: string,
    asAtEndOf: CalendarDate | null = null,
  ): Promise<ShownOccurrence> {
    return this.work.read(actor, partnershipId, async (tx) => {
      authorise(actor, 'duties.view', { partnershipId });
      const day = asAtEndOf ?? this.clock.today();
      const asAt = AsAt.endOf(asAtEndOf);
      const known = await dutyRecords(tx, partnershipId, day, asAt);
      const occurrence = occurrenceOf(key, known.profile, known.records, day);
      if (!occurrence) throw notFound('occurrence of a duty');
      const { duty, bearer } = occurrence.obligation;
      const all = await evidenceRecords(tx, partnershipId, asAt);
      const evidence = all.filter(({ obligations }) =>
        obligations.some((one) => one.reference === duty.reference && one.bearer === bearer),
      );
      const history = await dutyHistory(tx, partnershipId, key, asAt);
      const returns = await acceptedReturns(tx, partnershipId, occurrence.about.from, asAt);
      const records = { ...(await provingRecords(tx, partnershipId, asAt)), returns };
      const findings = (await findingRecords(tx, partnershipId, asAt)).filter(
        ({ on }) => on.kind === 'duty' && on.occurrence === key,
      );
      return { known, occurrence, evidence, history, records, findings };
    });
  }
}
