import { authorise } from '@lib/access';
import type { Actor, CalendarDate, Id } from '@lib/kernel';
import { type Tx, UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { AsAt } from './as-at.js';
import { type PlanVersionInTime, planVersions } from './plan-versions.js';

/** That a summary of a version of the plan was published. */
export interface ShownSummary {
  readonly id: Id;
  readonly versionId: Id;
  readonly planTitle: string;
  readonly number: number;
  readonly publishedOn: CalendarDate;
  readonly publicAt: string;
  /** In which forms, in words. */
  readonly forms: string;
  readonly by: string;
}

export interface PublishedSummaries {
  /** Newest first. */
  readonly summaries: readonly ShownSummary[];
  /** The versions that were ever adopted, newest in force first. */
  readonly adopted: readonly PlanVersionInTime[];
}

@Injectable()
export class PublishedSummariesQuery {
  constructor(private readonly work: UnitOfWork) {}

  run(actor: Actor, partnershipId: Id, asAt = AsAt.now): Promise<PublishedSummaries> {
    return this.work.read(actor, partnershipId, async (tx) => {
      authorise(actor, 'performance.view', { partnershipId });
      const versions = await planVersions(tx, partnershipId, asAt);
      return {
        summaries: await publishedSummaries(tx, partnershipId, asAt),
        adopted: versions.filter(({ adoptedOn }) => adoptedOn !== null),
      };
    });
  }
}

/** The published summaries that stand, newest first. */
export function publishedSummaries(tx: Tx, partnershipId: Id, asAt: AsAt): Promise<ShownSummary[]> {
  return tx.query(
    `select s.id, s.plan_version_id as "versionId", p.title as "planTitle", v.number,
            s.published_on::text as "publishedOn", s.public_at as "publicAt", s.forms, one.name as by
       from published_summary s
       join plan_version v on v.partnership_id = s.partnership_id and v.id = s.plan_version_id
       join plan p on p.partnership_id = v.partnership_id and p.id = v.plan_id
       join person one on one.id = s.recorded_by
      where s.partnership_id = $1 and ${asAt.stands('s')}
      order by s.published_on desc, s.recorded_at desc`,
    [partnershipId],
  );
}
