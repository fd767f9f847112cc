export type { AnnualCount } from './domain/annual-count.js';
export { QuarterlyTargets } from './quarterly-targets.js';
export { ResultsModule } from './results.module.js';
export { ChooseStatusRulesAndJudge } from './use-cases/choose-status-rules-and-judge.js';
export { DeclareStatus, type DeclareStatusCommand } from './use-cases/declare-status.js';
export { MarkChartAndJudge } from './use-cases/mark-chart-and-judge.js';
export { RecomputeYears } from './use-cases/recompute-years.js';
export { RecordAnnualCounts } from './use-cases/record-annual-counts.js';
export { SetTargetAndJudge } from './use-cases/set-target-and-judge.js';
