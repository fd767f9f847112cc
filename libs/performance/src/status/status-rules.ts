import type { ChangeFact } from '../facts/change-fact.js';
import type { TargetStatus } from '../targets/target-status.js';

/** The colour a board asks for. Grey says nothing: neither good nor bad. */
export type Rag = 'red' | 'amber' | 'green' | 'grey';

/** What a rule looks at. Every condition that is given must hold. */
export interface Condition {
  readonly target?: readonly TargetStatus[];
  /** The plain move since the same period before, chance or not: the 2010 rule asks no more. */
  readonly moved?: 'better' | 'worse' | 'same' | 'unknown';
  readonly change?: readonly ChangeFact['verdict'][];
  /** At most this far off the target, as a percentage of the target. */
  readonly offTargetByAtMost?: number;
  readonly againstComparators?: 'better' | 'worse' | 'alike';
}

export interface StatusRule {
  readonly when: Condition;
  readonly gives: Rag;
  /** Why, in words that follow "because". */
  readonly reason: string;
}

/** Rules in order; the first that matches wins. A change is a new version, and old results keep theirs. */
export interface StatusRuleSet {
  readonly name: string;
  readonly version: number;
  readonly rules: readonly StatusRule[];
}

const UNJUDGED: readonly TargetStatus[] = ['no-target', 'cannot-tell'];
const GOOD: readonly TargetStatus[] = ['met', 'on-course'];

/** Metropolitan Police Authority, 2010: off target and worse is red, off target but better is amber. */
export const POLICE_AUTHORITY_2010: StatusRuleSet = {
  name: 'police-authority-2010',
  version: 1,
  rules: [
    { when: { target: UNJUDGED }, gives: 'grey', reason: 'there is no target to judge by' },
    { when: { target: GOOD }, gives: 'green', reason: 'it is on target' },
    {
      when: { moved: 'better' },
      gives: 'amber',
      reason: 'it is off target, but better than the year before',
    },
    {
      when: { moved: 'unknown' },
      gives: 'grey',
      reason: 'it is off target, and whether it is better than the year before cannot be told',
    },
    { when: {}, gives: 'red', reason: 'it is off target, and no better than the year before' },
  ],
};

/** Amber within so many percent OF THE TARGET beyond it, red further off. */
export function toleranceBand(percentOfTarget: number): StatusRuleSet {
  if (!(percentOfTarget > 0 && percentOfTarget <= 100))
    throw new RangeError('A tolerance is above 0% and at most 100%.');
  return {
    name: `tolerance-${percentOfTarget}-percent-of-target`,
    version: 1,
    rules: [
      { when: { target: UNJUDGED }, gives: 'grey', reason: 'there is no target to judge by' },
      { when: { target: GOOD }, gives: 'green', reason: 'it is on target' },
      {
        when: { offTargetByAtMost: percentOfTarget },
        gives: 'amber',
        reason: `it is off target by at most ${percentOfTarget}% of the target`,
      },
      { when: {}, gives: 'red', reason: `it is off target by more than ${percentOfTarget}% of the target` },
    ],
  };
}

/** Against comparators, where no target is set. */
export const AGAINST_COMPARATORS: StatusRuleSet = {
  name: 'against-comparators',
  version: 1,
  rules: [
    { when: { againstComparators: 'worse' }, gives: 'red', reason: 'it is worse than the comparators' },
    { when: { againstComparators: 'better' }, gives: 'green', reason: 'it is better than the comparators' },
    { when: { againstComparators: 'alike' }, gives: 'amber', reason: 'it is like the comparators' },
    { when: {}, gives: 'grey', reason: 'there is nothing to compare with' },
  ],
};

/** For what is not to be coloured: a rise in reporting, a count that depends on how much the police look. */
export const NO_COLOUR: StatusRuleSet = {
  name: 'none',
  version: 1,
  rules: [{ when: {}, gives: 'grey', reason: 'this measure is not coloured' }],
};

/** What a status is worked out from. */
export interface StatusInputs {
  readonly target: TargetStatus;
  /** Null where nothing can be compared, or where neither way is good. */
  readonly moved: 'better' | 'worse' | 'same' | null;
  readonly change: ChangeFact['verdict'];
  /** How far off the target, as a percentage of it; 0 or less when met, null when it cannot be said. */
  readonly offTargetBy: number | null;
  readonly againstComparators: 'better' | 'worse' | 'alike' | null;
  /** Neither way is good by itself: never red. */
  readonly neverRed: boolean;
}

export interface Status {
  readonly rag: Rag;
  readonly ruleSet: string;
  readonly ruleSetVersion: number;
  /** Index of the rule that matched. */
  readonly rule: number;
  readonly reason: string;
}

/** The first rule that matches. A rule set must end with one that always does. */
export function statusBy({ name, version, rules }: StatusRuleSet, inputs: StatusInputs): Status {
  const rule = rules.findIndex(({ when }) => matches(when, inputs));
  const matched = rules[rule];
  if (!matched) throw new RangeError(`Rule set ${name} has no rule for this.`);
  const stamp = { ruleSet: name, ruleSetVersion: version, rule };
  if (matched.gives === 'red' && inputs.neverRed)
    return { ...stamp, rag: 'grey', reason: 'neither way is good by itself, so it is never red' };
  return { ...stamp, rag: matched.gives, reason: matched.reason };
}

function matches(when: Condition, inputs: StatusInputs): boolean {
  return (
    (when.target === undefined || when.target.includes(inputs.target)) &&
    (when.moved === undefined || when.moved === (inputs.moved ?? 'unknown')) &&
    (when.change === undefined || when.change.includes(inputs.change)) &&
    (when.offTargetByAtMost === undefined ||
      (inputs.offTargetBy !== null && inputs.offTargetBy <= when.offTargetByAtMost)) &&
    (when.againstComparators === undefined || when.againstComparators === inputs.againstComparators)
  );
}

/** A status that somebody declares beside the worked-out one; it never replaces it, and it ends. */
export interface DeclaredStatus {
  readonly rag: Rag;
  readonly reason: string;
  readonly by: string;
  /** ISO day, the last on which it holds. */
  readonly expiresOn: string;
}

/** The declared status while it holds, else null. Both are always shown. */
export function declaredOn(declared: DeclaredStatus | null, today: string): DeclaredStatus | null {
  return declared && today <= declared.expiresOn ? declared : null;
}
