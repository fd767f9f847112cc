import { type Actor, type CalendarDate, type Id, notFound } from '@lib/kernel';
import type { PlanQuery } from '@lib/reporting';

export interface PriorityInPlan {
  readonly id: Id;
  /** As the version says it that is shown beside it. */
  readonly title: string;
  readonly versionId: Id;
}

/**
 * A priority beyond the versions of its plan: as the version in force says it, or else the newest that has it. Throws
 * for one that no version has.
 */
export async function priorityInPlan(
  plans: PlanQuery,
  actor: Actor,
  partnershipId: Id,
  { priorityId, today: on }: { priorityId: Id; today: CalendarDate },
): Promise<PriorityInPlan> {
  const { sheet, versions } = await plans.run(actor, partnershipId, { on });
  const order = [...(sheet ? [sheet.version.id] : []), ...versions.map(({ id }) => id)];
  for (const versionId of order) {
    const { sheet: one } = await plans.run(actor, partnershipId, { on, versionId });
    const priority = one!.priorities.find(({ id }) => id === priorityId);
    if (priority) return { id: priority.id, title: priority.title, versionId };
  }
  throw notFound('priority');
}
