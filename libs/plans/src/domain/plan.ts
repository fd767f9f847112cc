import type { CalendarDate, DateRange, Id } from '@lib/kernel';

export type PlanState = 'draft' | 'consultation' | 'adopted' | 'revised' | 'superseded' | 'discarded';

/** What may be shown to everybody, and what is left out of the copy that is published. */
export type Publication = 'public' | 'restricted';

/** Whether an action stops something from emerging, from establishing itself, or from getting worse. */
export type PreventionTier = 'primary' | 'secondary' | 'tertiary';

export type FindingSource = 'strategic-assessment' | 'needs-assessment' | 'consultation';

export interface PlanVersion {
  readonly id: Id;
  readonly planId: Id;
  readonly planTitle: string;
  /** 1 for a plan's first version. */
  readonly number: number;
  readonly state: PlanState;
  /** Null until it is adopted. */
  readonly inForce: DateRange | null;
  readonly source: string;
  /** How often it was edited: who adopts it says which edit they looked at. */
  readonly edits: number;
}

/** What a version says of a priority. */
export interface PriorityWording {
  readonly title: string;
  /** What is meant to happen, in words; null where the title and the measures say it all. */
  readonly narrative: string | null;
  readonly leadAuthorityId: Id | null;
  readonly contributorIds: readonly Id[];
  readonly publication: Publication;
}

/** A step to carry out a priority (SI 2007/1830, regulation 11(1)(c)). */
export interface PlanAction {
  readonly priorityId: Id;
  readonly wording: string;
  readonly ownerId: Id;
  readonly dueOn: CalendarDate;
  readonly tier: PreventionTier;
  readonly publication: Publication;
}

/** What was found to be needed, and the priorities that it led to. */
export interface PlanFinding {
  readonly source: FindingSource;
  /** What the finding is written in, such as "Strategic assessment 2010". */
  readonly document: string;
  readonly foundOn: CalendarDate;
  readonly wording: string;
  readonly publication: Publication;
  readonly priorityIds: readonly Id[];
}

/** A draft or a version that is out for consultation: it can be edited and adopted. */
export function isOpenVersion({ state }: Pick<PlanVersion, 'state'>): boolean {
  return state === 'draft' || state === 'consultation';
}
