import type { Permission } from '@lib/access';
import { type Transition, transitionFrom, type TransitionTable } from '@lib/kernel';

/** Where a piece of evidence stands. What is asked for has no version yet; every version that is supplied has its own. */
export type EvidenceState = 'requested' | 'received' | 'in-review' | 'accepted' | 'rejected' | 'withdrawn';

export type EvidenceAction = 'takeUp' | 'accept' | 'reject' | 'withdraw' | 'withdrawRequest';
type EvidenceNeed = 'known-to-be-clean' | 'another-person' | 'reason';

/**
 * The life of evidence. The database refuses every move that is not here, too. A version that is rejected or withdrawn
 * stays on record; another one can be supplied beside it.
 */
export const EVIDENCE_TRANSITIONS: TransitionTable<EvidenceState, EvidenceAction, Permission, EvidenceNeed> =
  {
    requested: {
      withdrawRequest: { to: 'withdrawn', permission: 'evidence.request', needs: ['reason'] },
    },
    received: {
      takeUp: {
        to: 'in-review',
        permission: 'evidence.review',
        needs: ['known-to-be-clean', 'another-person'],
      },
      withdraw: { to: 'withdrawn', permission: 'evidence.supply', needs: ['reason'] },
    },
    'in-review': {
      accept: {
        to: 'accepted',
        permission: 'evidence.review',
        needs: ['known-to-be-clean', 'another-person'],
      },
      reject: { to: 'rejected', permission: 'evidence.review', needs: ['another-person', 'reason'] },
      withdraw: { to: 'withdrawn', permission: 'evidence.supply', needs: ['reason'] },
    },
    accepted: {
      reject: { to: 'rejected', permission: 'evidence.review', needs: ['another-person', 'reason'] },
      withdraw: { to: 'withdrawn', permission: 'evidence.supply', needs: ['reason'] },
    },
    rejected: {},
    withdrawn: {},
  };

/**
 * What follows "This evidence".
 * @refusals
 */
const IN_WORDS: Record<EvidenceState, string> = {
  requested: 'has not been supplied yet: whoever was asked for it supplies a version first',
  received: 'is waiting to be reviewed: an auditor takes it up first',
  'in-review': 'is being reviewed: an auditor accepts or rejects it',
  accepted: 'is accepted: an auditor can still reject it, and whoever supplied it withdraw it',
  rejected: 'is rejected: supply another version',
  withdrawn: 'is withdrawn: supply another version, or other evidence',
};

/** The move an action makes from a state. Throws `assurance.evidence-not-now` when there is no such move. */
export function evidenceMove(
  state: EvidenceState,
  action: EvidenceAction,
): Transition<EvidenceState, Permission, EvidenceNeed> {
  return transitionFrom(EVIDENCE_TRANSITIONS, state, action, {
    code: 'assurance.evidence-not-now',
    message: `This evidence ${IN_WORDS[state]}.`,
  });
}
