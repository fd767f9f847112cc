import type { Permission } from '@lib/access';
import { type Transition, transitionFrom, type TransitionTable } from '@lib/kernel';
import type { ReturnState } from './quarterly-return.js';

export type ReturnAction = 'submit' | 'approve' | 'sendBack' | 'accept' | 'handBack';
export type ReturnNeed =
  | 'a-figure-or-reason-on-every-line'
  | 'nothing-left-to-look-at'
  | 'another-person'
  | 'same-content'
  | 'comment';

/**
 * The lifecycle of a return. The database refuses every move that is not here, too. Nobody decides on a return whose
 * figures they entered or sent; there is no exception.
 */
export const RETURN_TRANSITIONS: TransitionTable<ReturnState, ReturnAction, Permission, ReturnNeed> = {
  draft: {
    submit: {
      to: 'submitted',
      permission: 'returns.submit',
      needs: ['a-figure-or-reason-on-every-line', 'nothing-left-to-look-at'],
    },
  },
  returned: {
    submit: {
      to: 'submitted',
      permission: 'returns.submit',
      needs: ['a-figure-or-reason-on-every-line', 'nothing-left-to-look-at'],
    },
  },
  submitted: {
    approve: { to: 'approved', permission: 'returns.approve', needs: ['another-person', 'same-content'] },
    sendBack: {
      to: 'returned',
      permission: 'returns.approve',
      needs: ['another-person', 'same-content', 'comment'],
    },
  },
  approved: {
    accept: { to: 'accepted', permission: 'returns.accept', needs: ['another-person', 'same-content'] },
    handBack: {
      to: 'returned',
      permission: 'returns.accept',
      needs: ['another-person', 'same-content', 'comment'],
    },
  },
  accepted: {},
};

/**
 * What follows "This return".
 * @refusals
 */
const IN_WORDS: Record<ReturnState, string> = {
  draft: 'is a draft: an officer of the authority has still to send it',
  returned: 'was sent back: an officer of the authority corrects it and sends it again',
  submitted: 'is waiting for approval: an approver of the authority decides, or sends it back to be changed',
  approved:
    'is approved: the partnership analyst accepts it, or hands it back to the authority to be changed',
  accepted:
    'is accepted: its figures are part of the partnership’s record. An officer of the authority can correct it; ' +
    'what it says now stays visible',
};

/** The state in the words of a refusal, with who can do what about it. */
export function stateInWords(state: ReturnState): string {
  return `This return ${IN_WORDS[state]}.`;
}

/** The move an action makes. Throws `returns.not-now`, saying what state the return is in. */
export function moveOf(
  state: ReturnState,
  action: ReturnAction,
): Transition<ReturnState, Permission, ReturnNeed> {
  return transitionFrom(RETURN_TRANSITIONS, state, action, {
    code: 'returns.not-now',
    message: stateInWords(state),
  });
}
