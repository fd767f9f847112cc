import { authorise } from '@lib/access';
import { type Actor, type CalendarDate, type Id, isId, notFound } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { AsAt } from './as-at.js';
import {
  type RegardNote,
  regardNotes,
  type SeniorPerson,
  seniorPeople,
  type UpperPlan,
  upperPlans,
} from './plan-alignment.js';
import { type PlanContent, planContent } from './plan-content.js';
import { type PlanVersionInTime, planVersions } from './plan-versions.js';

export interface PlanSheet extends PlanContent {
  readonly version: PlanVersionInTime;
}

export interface PlanOverview {
  /** What is not adopted yet first, then the newest in force, and what was discarded last. */
  readonly versions: readonly PlanVersionInTime[];
  /** The version that was asked for, or the one in force; null where none is. */
  readonly sheet: PlanSheet | null;
  readonly upperPlans: readonly UpperPlan[];
  readonly regardNotes: readonly RegardNote[];
  readonly seniorPeople: readonly SeniorPerson[];
}

export interface WantedPlan {
  /** The day on which a version is in force. */
  readonly on: CalendarDate;
  /** What was on record then; left out for what is now. */
  readonly asAt?: AsAt;
  /** One version instead of the one in force. */
  readonly versionId?: Id;
}

@Injectable()
export class PlanQuery {
  constructor(private readonly work: UnitOfWork) {}

  /** The plan that is in force on a day, or one version of a plan, with everything that hangs on it. */
  run(
    actor: Actor,
    partnershipId: Id,
    { on, asAt = AsAt.now, versionId }: WantedPlan,
  ): Promise<PlanOverview> {
    return this.work.read(actor, partnershipId, async (tx) => {
      authorise(actor, 'performance.view', { partnershipId });
      const versions = await planVersions(tx, partnershipId, asAt);
      const shown =
        versionId === undefined
          ? inForceOn(versions, on)
          : versions.find(({ id }) => isId(versionId) && id === versionId);
      if (!shown && versionId !== undefined) throw notFound('version of the plan');
      return {
        versions,
        sheet: shown
          ? { version: shown, ...(await planContent(tx, partnershipId, shown.id, on, asAt)) }
          : null,
        upperPlans: await upperPlans(tx, partnershipId, asAt),
        regardNotes: await regardNotes(tx, partnershipId, asAt),
        seniorPeople: await seniorPeople(tx, partnershipId, asAt),
      };
    });
  }
}

/** A version that was adopted, whether something took its place later or not, in force on a day. */
function inForceOn(
  versions: readonly PlanVersionInTime[],
  date: CalendarDate,
): PlanVersionInTime | undefined {
  return versions.find(
    ({ inForceFrom, inForceUntil }) =>
      inForceFrom !== null && inForceFrom <= date && (inForceUntil === null || date < inForceUntil),
  );
}
