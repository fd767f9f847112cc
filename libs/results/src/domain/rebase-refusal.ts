import type { RebaseRefusal } from '@lib/performance';

/**
 * Why limits do not start anew there, and what would have to be so.
 * @refusals
 */
export const REBASE_REFUSALS: Readonly<Record<RebaseRefusal, string>> = {
  'no-shift':
    'The seven quarters from there on do not all lie on one side of the average, so the process has not shifted. Mark an event instead.',
  'too-few-new-points':
    'Limits start anew only from seven approved quarters on. Until then mark an event, and come back.',
  'no-reason': 'Say what has changed: limits start anew only for a known cause.',
  'no-approver': 'Say who decided that the limits start anew, and when.',
};
