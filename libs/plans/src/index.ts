export { CATALOGUE, READY_MEASURES, type ReadyMeasure } from './catalogue/ready-measures.js';
export { type ProposedSum, PUBLISHED_SUMS } from './catalogue/published-sums.js';
export type { CatalogueGroup } from './catalogue/ready-measure.js';
export { CATEGORY_KINDS, LONGEST_BREAKDOWN } from './domain/breakdown.js';
export { type ChartMark, LONGEST_MARK } from './domain/chart-mark.js';
export { partsOn } from './domain/composite-parts.js';
export { changedFields, requireChange, SHEET_FIELDS, type SheetField } from './domain/definition-change.js';
export { measureSlug } from './domain/measure-slug.js';
export { type MeasureGap, measureGaps } from './domain/measure-gaps.js';
export type { DefinitionSheet, Measure, MeasureDefinition } from './domain/measure.js';
export { type PlanChange, planChanges, type PlanPart } from './domain/plan-changes.js';
export { planStateInWords } from './domain/plan-transitions.js';
export { type FindingSource, isOpenVersion, type PreventionTier, type Publication } from './domain/plan.js';
export { LONGEST_FORMS } from './domain/published-summary.js';
export { type RegardDue, regardDue } from './domain/regard-due.js';
export { type RevisionDue, revisionDue, YEARLY_REVISION } from './domain/revision-due.js';
export {
  type Baseline,
  type Course,
  endsOf,
  isCounted,
  type MeasureOfTarget,
  metBy,
  suitsCourse,
  type Target,
  TARGET_KINDS,
  type TargetKind,
  targetKindsFor,
  type WantedTarget,
  yearOf,
} from './domain/target.js';
export { MeasureNames } from './measure-names.js';
export { type JudgedMeasure, MeasuresInForce } from './measures-in-force.js';
export { PlansModule } from './plans.module.js';
export { AdoptVersion, type AdoptVersionCommand } from './use-cases/adopt-version.js';
export { BeginPlan, type BeginPlanCommand } from './use-cases/begin-plan.js';
export { BeginRevision } from './use-cases/begin-revision.js';
export { BreakMeasureDown, type BreakMeasureDownCommand } from './use-cases/break-measure-down.js';
export { ChangeDefinition, type ChangeDefinitionCommand } from './use-cases/change-definition.js';
export { ChooseMeasures, type ChooseMeasuresCommand } from './use-cases/choose-measures.js';
export { ChooseStatusRules, type ChooseStatusRulesCommand } from './use-cases/choose-status-rules.js';
export { DefineMeasure, type DefineMeasureCommand } from './use-cases/define-measure.js';
export { DiscardDraft, type DiscardDraftCommand } from './use-cases/discard-draft.js';
export { MarkChart } from './use-cases/mark-chart.js';
export { NameSeniorPerson, type NameSeniorPersonCommand } from './use-cases/name-senior-person.js';
export { NoteRegard, type NoteRegardCommand } from './use-cases/note-regard.js';
export { RecordDecision, type RecordDecisionCommand } from './use-cases/record-decision.js';
export {
  RecordSummaryPublished,
  type RecordSummaryPublishedCommand,
} from './use-cases/record-summary-published.js';
export { RecordUpperPlan, type RecordUpperPlanCommand } from './use-cases/record-upper-plan.js';
export { RemovePart, type RemovePartCommand } from './use-cases/remove-part.js';
export { SendToConsultation, type SendToConsultationCommand } from './use-cases/send-to-consultation.js';
export { SetTarget, type SetTargetCommand } from './use-cases/set-target.js';
export { WithdrawBreakdown, type WithdrawBreakdownCommand } from './use-cases/withdraw-breakdown.js';
export { WithdrawMark } from './use-cases/withdraw-mark.js';
export {
  WithdrawPublishedSummary,
  type WithdrawPublishedSummaryCommand,
} from './use-cases/withdraw-published-summary.js';
export { WriteAction, type WriteActionCommand } from './use-cases/write-action.js';
export { WriteFinding, type WriteFindingCommand } from './use-cases/write-finding.js';
export { WritePriority, type WritePriorityCommand } from './use-cases/write-priority.js';
export { SetPublishedSum, type SetPublishedSumCommand } from './use-cases/set-published-sum.js';
