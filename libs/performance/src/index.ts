export { sumOfComponents } from './composite.js';
export {
  ANNUAL_TARGET_RULES,
  type AnnualJudgement,
  type AnnualTarget,
  type CannotTellReason,
  judgeAnnualTarget,
  type QuarterCounts,
  type TargetStatus,
} from './judge-annual-target.js';
export { passMarkOfReduction } from './percentage-reduction.js';
export { type JudgedTarget, targetSentence } from './target-sentence.js';
