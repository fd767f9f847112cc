export { sumOfComponents } from './targets/composite.js';
export {
  ANNUAL_TARGET_RULES,
  type AnnualJudgement,
  type AnnualTarget,
  type CannotTellReason,
  judgeAnnualTarget,
  type QuarterCounts,
  type TargetStatus,
} from './targets/judge-annual-target.js';
export { passMarkOfReduction } from './targets/percentage-reduction.js';
export { type JudgedTarget, targetSentence } from './targets/target-sentence.js';
