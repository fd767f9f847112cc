import { type Actor, type CalendarDate, DomainError, type Id, notFound } from '@lib/kernel';
import { isOpenVersion, planStateInWords } from '@lib/plans';
import type { ContentPriority, PlanQuery, PlanSheet } from '@lib/reporting';
import type { PageError } from '@lib/ui';

/** A version that can be edited. Throws for one that is adopted, saying who can do what about it. */
export async function draftSheet(
  plans: PlanQuery,
  actor: Actor,
  partnershipId: Id,
  { versionId, today }: { versionId: Id; today: CalendarDate },
): Promise<PlanSheet> {
  const { sheet } = await plans.run(actor, partnershipId, { on: today, versionId });
  if (!isOpenVersion(sheet!.version))
    throw new DomainError('conflict', 'plans.not-now', planStateInWords(sheet!.version.state));
  return sheet!;
}

/** What somebody hears whose form was made from a row that is replaced: theirs stays in the boxes. */
export function changedMeanwhile(now: string): PageError {
  return {
    text: `Somebody else changed this after you opened it. It says now: “${now}”. What you typed is still here: send it again to take its place.`,
  };
}

/** A priority of the draft. Throws for one that it does not have. */
export function priorityOf({ priorities }: PlanSheet, priorityId: Id): ContentPriority {
  const priority = priorities.find(({ id }) => id === priorityId);
  if (!priority) throw notFound('priority');
  return priority;
}
