export type { Direction, Measure, MeasureDefinition, MeasureKind } from './domain/measure.js';
export type { Baseline, Target } from './domain/target.js';
export { MeasuresInForce, type MeasureWithTarget } from './measures-in-force.js';
export { PlansModule } from './plans.module.js';
export { DefineMeasure, type DefineMeasureCommand } from './use-cases/define-measure.js';
export { RecordPlan, type RecordPlanCommand } from './use-cases/record-plan.js';
export { SetTarget, type SetTargetCommand } from './use-cases/set-target.js';
