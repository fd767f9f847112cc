export {
  type ComparatorGroups,
  ComparatorGroupsQuery,
  type ShownComparatorGroup,
  type ShownGroupVersion,
} from './comparator-groups.query.js';
export type { AreaSum, ComparedSpan, ComparedTime } from './published-area-sums.js';
export {
  type ComparedArea,
  type ComparedGroup,
  LONDON,
  type PublishedComparison,
  PublishedComparisonQuery,
} from './published-comparison.query.js';
export type { Denominator } from './published-populations.js';
export { type ApprovedCount, approvedCounts } from './approved-counts.js';
export type { BoardFigures, BoardMeasure, BoardTarget, LateReturn, ReturnChange } from './board-figures.js';
export { worstFirst } from './board-measures.js';
export { AsAt } from './as-at.js';
export { BoardQuery } from './board.query.js';
export type { AuthorityInTime } from './authorities-in-time.js';
export type { AskedOf } from './asked-of.js';
export { BreakdownChoicesQuery } from './breakdown-choices.query.js';
export type { ShownBreakdown } from './breakdowns.js';
export { chartMarks, type ShownMark } from './chart-marks.js';
export { CrossChecksQuery, type MeasureToCheck, type ShownCrossCheck } from './cross-checks.query.js';
export { DecisionsQuery, type ListedDecision } from './decisions.query.js';
export { DefinitionSheetQuery, type DefinitionSheets } from './definition-sheet.query.js';
export type { ShownDefinition } from './definition-versions.js';
export { DelegationsQuery, type RoleToLend, type ShownDelegation } from './delegations.query.js';
export { DutiesQuery } from './duties.query.js';
export { type DutyRecords, dutyRecords, type ShownHappening, type ShownProgress } from './duty-records.js';
export { ForecastRecordQuery, type SettledChance } from './forecast-record.query.js';
export { lastQuarterAsked } from './last-quarter-asked.js';
export {
  type MeasureChoices,
  MeasureChoicesQuery,
  type MeasureFromCatalogue,
} from './measure-choices.query.js';
export { type MeasureQuarter, measureQuarters } from './measure-quarters.js';
export { type MeasureFigures, MeasureQuery, type MeasureYear } from './measure.query.js';
export { type ListedMeasure, MeasuresListQuery, type MeasuresOfPriority } from './measures-list.query.js';
export { type MeetingRecord, MeetingsQuery, type ShownMeeting } from './meetings.query.js';
export { type NomineesInTime, NomineesQuery, type SeatOnDay, type ShownNominee } from './nominees.query.js';
export { NEWEST_PRIORITY } from './newest-priority.js';
export { type ProcessOverTime, processOverTime } from './process-over-time.js';
export { type ListedPerson, PeopleQuery } from './people.query.js';
export type { RegardNote, SeniorPerson, UpperPlan } from './plan-alignment.js';
export { PlanChoicesQuery, type PlanChoices } from './plan-choices.query.js';
export {
  type ContentAction,
  type ContentFinding,
  type ContentPriority,
  type Named,
  type PlanContent,
  planContent,
} from './plan-content.js';
export { type PlanState, type PlanVersionInTime } from './plan-versions.js';
export { type PlanOverview, PlanQuery, type PlanSheet } from './plan.query.js';
export {
  type ProvingMeeting,
  type ProvingNominee,
  type ProvingPlanVersion,
  provingRecords,
  type ProvingRecords,
  type ProvingSummary,
  type SeatAtMeeting,
} from './proving-records.js';
export {
  OwnTablesQuery,
  type RememberedAnswers,
  type ShownMeaning,
  type ShownOwnTable,
} from './own-tables.query.js';
export {
  type PublishedSummaries,
  PublishedSummariesQuery,
  type ShownSummary,
} from './published-summaries.query.js';
export { type ReturnsOfQuarter, ReturnsOverTimeQuery } from './returns-over-time.query.js';
export { type QuarterOfReturns, QuartersQuery, type ReturnInQuarter } from './quarters.query.js';
export {
  type AskedAuthority,
  type AssignmentMatrix,
  type MeasureToAsk,
  ReturnFormsQuery,
  type ShownFormVersion,
  type ShownReturnForm,
} from './return-forms.query.js';
export { ReportingModule } from './reporting.module.js';
export {
  type ReturnSheet,
  ReturnSheetQuery,
  type SheetDecision,
  type SheetFigure,
  type SheetLine,
  type SheetState,
} from './return-sheet.query.js';
export type { BoardMeeting } from './since/last-board.js';
export { type ChangesSince, ChangesSinceQuery } from './since/changes-since.query.js';
export type { ChangedFigure, SaidFigure } from './since/figures.js';
export type { ChangedDefinition } from './since/definitions.js';
export type { ChangedMark } from './since/marks.js';
export type { AdoptedPlan } from './since/plans.js';
export type { ChangedTarget } from './since/targets.js';
export type { ChangedResult, DeclaredAnew } from './since/judgements.js';
export type { Reopening } from './since/reopenings.js';
export { type ListedReturn, ReturnsListQuery, type WantedReturns } from './returns-list.query.js';
export { type ThingSubjects, type TrailThing, TrailThingsQuery } from './trail-things.query.js';
export type { ShownAssessment } from './duty-assessments.js';
export { evidenceRecords, isAccepted, type ShownEvidence, type ShownVersion } from './evidence-records.js';
export { EvidenceQuery, type KnownEvidence } from './evidence.query.js';
export { OccurrenceQuery, type ShownOccurrence } from './occurrence.query.js';
export { type AcceptedReturn, acceptedReturns } from './accepted-returns.js';
export { figurePopulation, type ShownFigure } from './figure-records.js';
export {
  findingOn,
  type FindingOn,
  findingRecords,
  type FindingStanding,
  type ShownFinding,
  type ShownFindingEntry,
} from './finding-records.js';
export { type FindingPlace, FindingsQuery, type KnownFindings, type WantedOn } from './findings.query.js';
export {
  type ShownSampledFigure,
  type ShownTest,
  type ShownWorkpaper,
  workpaperRecords,
} from './workpaper-records.js';
export { WorkpapersQuery } from './workpapers.query.js';
export type { PublishedChange, PublishedChanges } from './published-changes.js';
export {
  PublishedFilesQuery,
  type PublishedFileSheet,
  type ShownPublishedFile,
  type ShownQuestion,
} from './published-files.query.js';
export type { PublishedAs } from './published-as.js';
export type { PublishedCell, PublishedQuarter, PublishedSum } from './published-quarters.js';
export {
  type PublishedArea,
  type PublishedMeasure,
  PublishedMeasureQuery,
  type ShownPublishedSum,
} from './published-measure.query.js';
export type { PinnedTarget, RejudgedYear, RevisedTarget } from './published-revisions.js';
export { cellsBehind, publishedForQuarter, type PublishedForQuarter } from './published-for-quarter.js';
export { PublishedForReturnQuery } from './published-for-return.query.js';
export { PublishedReleaseQuery, type PublishedReleaseSheet } from './published-release.query.js';
export type { PublishedEffect } from './published-effects.js';
