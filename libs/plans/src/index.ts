export { type ChartMark, LONGEST_MARK } from './domain/chart-mark.js';
export type { Measure, MeasureDefinition, MeasureKind } from './domain/measure.js';
export {
  type Baseline,
  type Course,
  endsOf,
  metBy,
  type Target,
  TARGET_KINDS,
  type TargetKind,
  type WantedTarget,
  yearOf,
} from './domain/target.js';
export { MeasureNames } from './measure-names.js';
export { type JudgedMeasure, MeasuresInForce } from './measures-in-force.js';
export { PlansModule } from './plans.module.js';
export { ChooseStatusRules, type ChooseStatusRulesCommand } from './use-cases/choose-status-rules.js';
export { DefineMeasure, type DefineMeasureCommand } from './use-cases/define-measure.js';
export { MarkChart } from './use-cases/mark-chart.js';
export { RecordPlan, type RecordPlanCommand } from './use-cases/record-plan.js';
export { SetTarget, type SetTargetCommand } from './use-cases/set-target.js';
export { WithdrawMark } from './use-cases/withdraw-mark.js';
