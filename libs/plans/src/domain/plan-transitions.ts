import type { Permission } from '@lib/access';
import { type Transition, transitionFrom, type TransitionTable } from '@lib/kernel';
import type { PlanState } from './plan.js';

/** `revise` and `supersede` happen to the version in force, in the transaction that adopts the one after it. */
export type PlanMove = 'consult' | 'adopt' | 'discard' | 'revise' | 'supersede';
export type PlanNeed =
  'a-priority' | 'same-edit' | 'a-reason' | 'board-decision' | 'dates-in-order' | 'the-next-adoption';

const ADOPT = {
  to: 'adopted',
  permission: 'plans.edit',
  needs: ['a-priority', 'same-edit', 'board-decision', 'dates-in-order'],
} as const;
const DISCARD = { to: 'discarded', permission: 'plans.edit', needs: ['same-edit', 'a-reason'] } as const;

/**
 * The life of a plan version. The database refuses every move that is not here, too. Whoever wrote a draft may record
 * its adoption, because the board decides; the decision must be on record.
 */
export const PLAN_TRANSITIONS: TransitionTable<PlanState, PlanMove, Permission, PlanNeed> = {
  draft: {
    consult: { to: 'consultation', permission: 'plans.edit', needs: ['a-priority', 'same-edit'] },
    adopt: ADOPT,
    discard: DISCARD,
  },
  consultation: { adopt: ADOPT, discard: DISCARD },
  adopted: {
    revise: { to: 'revised', permission: 'plans.edit', needs: ['the-next-adoption'] },
    supersede: { to: 'superseded', permission: 'plans.edit', needs: ['the-next-adoption'] },
  },
  revised: {},
  superseded: {},
  discarded: {},
};

/**
 * What follows "This version of the plan".
 * @refusals
 */
const IN_WORDS: Record<PlanState, string> = {
  draft:
    'is a draft: the partnership analyst edits it, sends it to consultation, records its adoption or discards it',
  consultation:
    'is out for consultation: the partnership analyst edits it, records its adoption or discards it',
  adopted: 'is adopted and does not change. The partnership analyst can begin a revision of it',
  revised: 'was replaced by a later version and does not change. The partnership analyst can revise that one',
  superseded: 'gave way to a new plan and does not change. The partnership analyst can revise the new plan',
  discarded: 'was discarded and does not change. The partnership analyst can begin another',
};

/** The state in the words of a refusal, with who can do what about it. */
export function planStateInWords(state: PlanState): string {
  return `This version of the plan ${IN_WORDS[state]}.`;
}

/** The move an action makes. Throws `plans.not-now`, saying what state the version is in. */
export function planMoveOf(state: PlanState, move: PlanMove): Transition<PlanState, Permission, PlanNeed> {
  return transitionFrom(PLAN_TRANSITIONS, state, move, {
    code: 'plans.not-now',
    message: planStateInWords(state),
  });
}
