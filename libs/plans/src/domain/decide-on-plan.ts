import { type CalendarDate, DomainError, type Id } from '@lib/kernel';
import type { PlanState, PlanVersion } from './plan.js';
import { planMoveOf, type PlanNeed } from './plan-transitions.js';

/** What a move of an open version depends on, as loaded and as wished. */
export interface PlanCase {
  readonly version: PlanVersion;
  /** How many priorities it has; null for a move that does not ask. */
  readonly priorities: number | null;
  /** The edit that the person looked at. */
  readonly seenEdits: number;
  readonly adoption: Adoption | null;
  /** Why it is discarded; null for every other move. */
  readonly reason: string | null;
}

export interface Adoption {
  readonly decidedOn: CalendarDate;
  readonly adoptedOn: CalendarDate;
  readonly inForceFrom: CalendarDate;
  /** From when the version that is in force now has been; null where there is none. */
  readonly beforeFrom: CalendarDate | null;
  readonly today: CalendarDate;
}

/** Where a move leads. Pure; refuses with a DomainError when a need of the move is not met. */
export function decideOnPlan(given: PlanCase, move: 'consult' | 'adopt' | 'discard'): PlanState {
  const { to, needs } = planMoveOf(given.version.state, move);
  for (const need of needs) CHECKS[need](given);
  return to;
}

const CHECKS: Record<PlanNeed, (given: PlanCase) => void> = {
  'a-priority': ({ priorities }) => {
    if (priorities === 0)
      throw new DomainError(
        'conflict',
        'plans.no-priority',
        'A plan has at least one priority. The partnership analyst adds it to the draft first.',
      );
  },
  'same-edit': ({ version, seenEdits }) => requireSameEdit(version, seenEdits),
  'a-reason': ({ reason }) => {
    if (!reason?.trim())
      throw new DomainError(
        'invalid',
        'plans.discard-reason',
        'Say why the draft is discarded, in a few words.',
      );
  },
  'board-decision': ({ adoption }) => {
    if (!adoption) throw new Error('An adoption rests on a decision.');
  },
  'dates-in-order': ({ adoption }) => adoption && requireDatesInOrder(adoption),
  // Of the version before, which the adoption itself ends.
  'the-next-adoption': () => undefined,
};

function requireSameEdit({ edits }: PlanVersion, seenEdits: number): void {
  if (edits !== seenEdits)
    throw new DomainError(
      'conflict',
      'plans.changed-meanwhile',
      'The draft was changed after you opened it. Look at what it says now and decide again.',
    );
}

function requireDatesInOrder({ decidedOn, adoptedOn, inForceFrom, beforeFrom, today }: Adoption): void {
  if (adoptedOn > today || adoptedOn < decidedOn)
    throw new DomainError(
      'invalid',
      'plans.adopted-on',
      `The plan is adopted on the day of the board’s decision, ${decidedOn}, or later, and by today.`,
    );
  if (inForceFrom < adoptedOn)
    throw new DomainError(
      'invalid',
      'plans.in-force-from',
      'A version comes into force on the day it is adopted or later.',
    );
  if (beforeFrom && inForceFrom <= beforeFrom)
    throw new DomainError(
      'invalid',
      'plans.in-force-from',
      `A version comes into force after the one before it, which has been in force from ${beforeFrom}.`,
    );
}

/** One draft of a plan at a time. Throws `plans.draft-open`, saying what to do about the one there is. */
export function requireNothingOpen(planTitle: string, openNumber: number | null): void {
  if (openNumber !== null)
    throw new DomainError(
      'conflict',
      'plans.draft-open',
      `Version ${openNumber} of “${planTitle}” is not adopted yet. The partnership analyst edits it and records ` +
        'its adoption, or discards it, before another begins.',
    );
}

/** Throws `plans.changed-meanwhile` when other measures stand under a priority than those that were seen. */
export function requireSameMeasures(standing: readonly Id[], seen: readonly Id[]): void {
  if ([...standing].sort().join() !== [...seen].sort().join())
    throw new DomainError(
      'conflict',
      'plans.changed-meanwhile',
      'Somebody else chose other measures after you opened this page. Go back, look at what stands there now, and choose again.',
    );
}
