import type { Permission } from '@lib/access';
import { type Transition, transitionFrom, type TransitionTable } from '@lib/kernel';

/** Where a finding stands: what the last entry on it led to. */
export type FindingState = 'raised' | 'answered' | 'done' | 'closed' | 'withdrawn';

export type FindingAction = 'answer' | 'reportDone' | 'close' | 'sendBack' | 'reopen' | 'withdraw';
type FindingNeed = 'response' | 'agreed-action' | 'no-agreed-action' | 'day';

/**
 * The life of a finding. The database refuses every move that is not here, too. Each needs words. A finding that is
 * opened again wants a new answer: the one before did not put it right.
 */
export const FINDING_TRANSITIONS: TransitionTable<FindingState, FindingAction, Permission, FindingNeed> = {
  raised: {
    answer: { to: 'answered', permission: 'findings.respond', needs: ['response'] },
    withdraw: { to: 'withdrawn', permission: 'findings.raise', needs: [] },
  },
  answered: {
    reportDone: { to: 'done', permission: 'findings.respond', needs: ['agreed-action'] },
    close: { to: 'closed', permission: 'findings.raise', needs: ['no-agreed-action'] },
    withdraw: { to: 'withdrawn', permission: 'findings.raise', needs: [] },
  },
  done: {
    close: { to: 'closed', permission: 'findings.raise', needs: [] },
    sendBack: { to: 'answered', permission: 'findings.raise', needs: [] },
  },
  closed: {
    reopen: { to: 'raised', permission: 'findings.raise', needs: ['day'] },
  },
  withdrawn: {},
};

/**
 * What follows "This finding".
 * @refusals
 */
const IN_WORDS: Record<FindingState, string> = {
  raised: 'is waiting for an answer: whoever it is put to answers it first',
  answered: 'is answered: its action is reported done, or an auditor closes it where no action was agreed',
  done: 'is waiting for an auditor, who closes it or sends it back',
  closed: 'is closed: an auditor can open it again',
  withdrawn: 'is withdrawn: an auditor can raise another one',
};

type Moves = (typeof FINDING_TRANSITIONS)[FindingState];

/**
 * The moves out of a state.
 *
 * @param hasAction whether the last answer agreed an action: it is done before the finding is closed
 */
export function findingMovesFrom(state: FindingState, hasAction: boolean): Moves {
  const ruledOut: FindingNeed = hasAction ? 'no-agreed-action' : 'agreed-action';
  const moves = Object.entries(FINDING_TRANSITIONS[state]);
  return Object.fromEntries(moves.filter(([, { needs }]) => !needs.includes(ruledOut)));
}

/** The move an action makes from a state. Throws `assurance.finding-not-now` when there is no such move. */
export function findingMove(
  state: FindingState,
  action: FindingAction,
  hasAction: boolean,
): Transition<FindingState, Permission, FindingNeed> {
  const now = { ...FINDING_TRANSITIONS, [state]: findingMovesFrom(state, hasAction) };
  return transitionFrom(now, state, action, {
    code: 'assurance.finding-not-now',
    message: `This finding ${IN_WORDS[state]}.`,
  });
}
