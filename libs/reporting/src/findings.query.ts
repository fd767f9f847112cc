import { authorise } from '@lib/access';
import { type Actor, type CalendarDate, Clock, type Id, isId, notFound } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { occurrenceOf } from '@lib/statutory';
import { Injectable } from '@nestjs/common';
import { AsAt } from './as-at.js';
import { type DutyRecords, dutyRecords } from './duty-records.js';
import { findingOn, type FindingOn, findingRecords, type ShownFinding } from './finding-records.js';
import { workpaperRecords, type ShownTest } from './workpaper-records.js';

export interface KnownFindings {
  /** What is known of the duties, to say on which a finding is. */
  readonly known: DutyRecords;
  readonly findings: readonly ShownFinding[];
}

/** What a new finding would be on. */
export interface FindingPlace {
  readonly known: DutyRecords;
  readonly on: FindingOn;
  /** What came of the figure in its workpaper; null for everything else. */
  readonly test: ShownTest | null;
  /** Responsible authorities on the day, who can be asked for an answer. */
  readonly authorities: readonly { readonly id: Id; readonly name: string }[];
}

/** What a finding is wanted on, by ids. */
export type WantedOn =
  | { readonly kind: 'evidence'; readonly versionId: string }
  | { readonly kind: 'figure'; readonly figureId: string; readonly workpaperId: string | null }
  | { readonly kind: 'duty'; readonly occurrence: string };

@Injectable()
export class FindingsQuery {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Findings by their numbers, with everything that followed from each.
   *
   * @param id of the one that is wanted; null for all
   * @param asAtEndOf shows what was on record by the end of a day; null for what stands
   */
  run(
    actor: Actor,
    partnershipId: Id,
    id: string | null = null,
    asAtEndOf: CalendarDate | null = null,
  ): Promise<KnownFindings> {
    return this.work.read(actor, partnershipId, async (tx) => {
      authorise(actor, 'duties.view', { partnershipId });
      const asAt = AsAt.endOf(asAtEndOf);
      const known = await dutyRecords(tx, partnershipId, asAtEndOf ?? this.clock.today(), asAt);
      const findings = id === null || isId(id) ? await findingRecords(tx, partnershipId, asAt, id) : [];
      return { known, findings };
    });
  }

  /** @throws DomainError not-found where there is nothing of the kind to raise a finding on */
  place(actor: Actor, partnershipId: Id, wanted: WantedOn): Promise<FindingPlace> {
    return this.work.read(actor, partnershipId, async (tx) => {
      authorise(actor, 'findings.raise', { partnershipId });
      const today = this.clock.today();
      const known = await dutyRecords(tx, partnershipId, today, AsAt.now);
      const on = await wantedOn();
      if (!on) throw notFound('evidence, figure or occurrence of a duty');
      const workpaperId = on.kind === 'figure' ? on.workpaperId : null;
      const [workpaper] = workpaperId ? await workpaperRecords(tx, partnershipId, AsAt.now, workpaperId) : [];
      const sampled = workpaper?.figures.find(
        ({ figure }) => on.kind === 'figure' && figure.id === on.figure.id,
      );
      const authorities = await tx.query<{ id: Id; name: string }>(
        `select id, name from authority
          where partnership_id = $1 and member_from <= $2 and (member_until is null or member_until > $2)
          order by name`,
        [partnershipId, today],
      );
      return { known, on, test: sampled?.tests[0] ?? null, authorities };

      async function wantedOn(): Promise<FindingOn | null> {
        if (wanted.kind === 'duty')
          return occurrenceOf(wanted.occurrence, known.profile, known.records, today) ? wanted : null;
        const ids = wanted.kind === 'evidence' ? [wanted.versionId] : [wanted.figureId, wanted.workpaperId];
        return ids.every((one) => one === null || isId(one)) ? findingOn(tx, partnershipId, wanted) : null;
      }
    });
  }
}
