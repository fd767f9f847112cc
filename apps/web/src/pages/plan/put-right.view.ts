import type { CalendarDate } from '@lib/kernel';
import { type MeasureGap, measureGaps, regardDue } from '@lib/plans';
import type { ContentPriority, PlanOverview, PlanSheet, UpperPlan } from '@lib/reporting';
import { formatDate } from '@lib/ui';
import type { Paths } from '../../http/paths.js';

const BECAUSE: Readonly<Record<MeasureGap['because'][number], string>> = {
  lead: 'leads it',
  contributor: 'contributes to it',
  actions: 'has actions under it',
};

/** What the plan lacks, in words, with what to do about it: measures, findings, regard. */
export function putRightView(
  { priorities, findings }: PlanSheet,
  overview: Pick<PlanOverview, 'upperPlans' | 'regardNotes'>,
  { paths, today, mayEdit }: { paths: Paths; today: CalendarDate; mayEdit: boolean },
) {
  const traced = new Set(findings.flatMap(({ priorityIds }) => priorityIds));
  const lacks = {
    measures: priorities.flatMap((priority) =>
      measureGaps(priority).map(({ authority, because }) => ({
        priority: priority.title,
        authority: authority.name,
        why: `It ${because.map((one) => BECAUSE[one]).join(' and ')}, and no measure under it is its own`,
      })),
    ),
    untraced: priorities.filter(({ id }) => !traced.has(id)).map(({ title }) => title),
    regard: priorities.flatMap((priority) => regardOf(priority, overview, { paths, today, mayEdit })),
  };
  return { ...lacks, count: lacks.measures.length + lacks.untraced.length + lacks.regard.length };
}

function regardOf(
  { id, title }: ContentPriority,
  { upperPlans, regardNotes }: Pick<PlanOverview, 'upperPlans' | 'regardNotes'>,
  { paths, today, mayEdit }: { paths: Paths; today: CalendarDate; mayEdit: boolean },
) {
  const noted = new Set(
    regardNotes.filter(({ priorityId }) => priorityId === id).map(({ upperPlanId }) => upperPlanId),
  );
  return regardDue(upperPlans, noted, today).map(({ against, insteadOf }) => ({
    priority: title,
    what: whatIsDue(against, insteadOf),
    href: against && mayEdit ? paths.regard(id, against.id) : null,
  }));
}

function whatIsDue(against: UpperPlan | null, insteadOf: UpperPlan | null): string {
  if (!against)
    return `${insteadOf!.title} ended on ${formatDate(insteadOf!.inForce.until)} and no plan is recorded in its place. Record the one that follows it, then note the regard to that.`;
  if (insteadOf)
    return `Redo the note against ${against.title}: the one there is regards ${insteadOf.title}, which it replaced on ${formatDate(against.inForce.from)}.`;
  return `Note the regard to ${against.title}, in force since ${formatDate(against.inForce.from)}.`;
}
