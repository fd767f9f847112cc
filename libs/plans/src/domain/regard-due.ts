import { type CalendarDate, contains, type DateRange } from '@lib/kernel';

/** A plan above ours, such as a Police and Crime Plan, while it is in force. */
export interface UpperPlanInTime {
  readonly id: string;
  readonly title: string;
  /** Until the day that was recorded, or the start of the plan that takes its place where that is earlier. */
  readonly inForce: DateRange;
  readonly succeedsId: string | null;
}

export interface RegardDue<Upper extends UpperPlanInTime> {
  /** The plan in force for which a note of regard is missing; null where a plan has ended and none followed. */
  readonly against: Upper | null;
  /** The plan that the standing note is about, which is in force no more; null where there is no note at all. */
  readonly insteadOf: Upper | null;
}

/**
 * Notes of regard that a priority lacks on a day: for each upper plan in force without one, and for each note whose
 * plan has ended with nothing in its place. Each authority has regard to the police and crime objectives (Crime and
 * Disorder Act 1998, section 6(1A)), so a new plan asks for new regard.
 *
 * @param noted the upper plans for which the priority has a note
 */
export function regardDue<Upper extends UpperPlanInTime>(
  plans: readonly Upper[],
  noted: ReadonlySet<string>,
  today: CalendarDate,
): RegardDue<Upper>[] {
  const inForce = plans.filter((plan) => contains(plan.inForce, today));
  const missing = inForce
    .filter(({ id }) => !noted.has(id))
    .map((plan) => ({ against: plan, insteadOf: notedBefore(plan, plans, noted) }));
  const ended = plans
    .filter((plan) => noted.has(plan.id) && hasEnded(plan, today))
    .filter((plan) => !successorsOf(plan, plans).some((next) => noted.has(next.id) || !hasEnded(next, today)))
    .map((plan) => ({ against: null, insteadOf: plan }));
  return [...missing, ...ended];
}

/** The nearest earlier plan in the line of succession for which there is a note. */
function notedBefore<Upper extends UpperPlanInTime>(
  plan: Upper,
  plans: readonly Upper[],
  noted: ReadonlySet<string>,
): Upper | null {
  const before = plans.find(({ id }) => id === plan.succeedsId);
  if (!before || noted.has(before.id)) return before ?? null;
  return notedBefore(before, plans, noted);
}

function hasEnded({ inForce }: UpperPlanInTime, today: CalendarDate): boolean {
  return inForce.until !== null && inForce.until <= today;
}

function successorsOf<Upper extends UpperPlanInTime>(plan: Upper, plans: readonly Upper[]): Upper[] {
  const next = plans.find(({ succeedsId }) => succeedsId === plan.id);
  return next ? [next, ...successorsOf(next, plans)] : [];
}
