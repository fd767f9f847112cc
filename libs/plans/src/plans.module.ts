import { CopyPlanContent } from './copy-plan-content.js';
import { MeasureNames } from './measure-names.js';
import { MeasuresInForce } from './measures-in-force.js';
import { AlignmentRepository } from './persistence/alignment.repository.js';
import { BreakdownCategoryRow } from './persistence/breakdown-category.row.js';
import { BreakdownRepository } from './persistence/breakdown.repository.js';
import { BreakdownRow } from './persistence/breakdown.row.js';
import { BoardDecisionRepository } from './persistence/board-decision.repository.js';
import { BoardDecisionRow } from './persistence/board-decision.row.js';
import { ChartMarkRow } from './persistence/chart-mark.row.js';
import { JudgementRepository } from './persistence/judgement.repository.js';
import { MeasureComponentRow } from './persistence/measure-component.row.js';
import { MeasureDefinitionRow } from './persistence/measure-definition.row.js';
import { MeasureStatusRulesRow } from './persistence/measure-status-rules.row.js';
import { MeasureRepository } from './persistence/measure.repository.js';
import { MeasureRow } from './persistence/measure.row.js';
import { PlanActionRow } from './persistence/plan-action.row.js';
import { PlanFindingPriorityRow } from './persistence/plan-finding-priority.row.js';
import { PlanFindingRow } from './persistence/plan-finding.row.js';
import { PlanPartsRepository } from './persistence/plan-parts.repository.js';
import { PlanVersionMoveRow } from './persistence/plan-version-move.row.js';
import { PlanVersionRow } from './persistence/plan-version.row.js';
import { PlanRepository } from './persistence/plan.repository.js';
import { PlanRow } from './persistence/plan.row.js';
import { PriorityContributorRow } from './persistence/priority-contributor.row.js';
import { PriorityMeasureRow } from './persistence/priority-measure.row.js';
import { PrioritySeniorPersonRow } from './persistence/priority-senior-person.row.js';
import { PriorityWordingRow } from './persistence/priority-wording.row.js';
import { PriorityRepository } from './persistence/priority.repository.js';
import { PriorityRow } from './persistence/priority.row.js';
import { PublishedSummaryRepository } from './persistence/published-summary.repository.js';
import { PublishedSumRepository } from './persistence/published-sum.repository.js';
import { PublishedSumRow } from './persistence/published-sum.row.js';
import { PublishedSummaryRow } from './persistence/published-summary.row.js';
import { RegardNoteRow } from './persistence/regard-note.row.js';
import { TargetRepository } from './persistence/target.repository.js';
import { TargetRow } from './persistence/target.row.js';
import { UpperPlanRow } from './persistence/upper-plan.row.js';
import { AdoptVersion } from './use-cases/adopt-version.js';
import { BeginPlan } from './use-cases/begin-plan.js';
import { BeginRevision } from './use-cases/begin-revision.js';
import { BreakMeasureDown } from './use-cases/break-measure-down.js';
import { ChangeDefinition } from './use-cases/change-definition.js';
import { ChooseMeasures } from './use-cases/choose-measures.js';
import { ChooseStatusRules } from './use-cases/choose-status-rules.js';
import { DefineMeasure } from './use-cases/define-measure.js';
import { DiscardDraft } from './use-cases/discard-draft.js';
import { MarkChart } from './use-cases/mark-chart.js';
import { NameSeniorPerson } from './use-cases/name-senior-person.js';
import { NoteRegard } from './use-cases/note-regard.js';
import { RecordDecision } from './use-cases/record-decision.js';
import { RecordSummaryPublished } from './use-cases/record-summary-published.js';
import { RecordUpperPlan } from './use-cases/record-upper-plan.js';
import { RemovePart } from './use-cases/remove-part.js';
import { SendToConsultation } from './use-cases/send-to-consultation.js';
import { SetPublishedSum } from './use-cases/set-published-sum.js';
import { SetTarget } from './use-cases/set-target.js';
import { WithdrawBreakdown } from './use-cases/withdraw-breakdown.js';
import { WithdrawMark } from './use-cases/withdraw-mark.js';
import { WithdrawPublishedSummary } from './use-cases/withdraw-published-summary.js';
import { WriteAction } from './use-cases/write-action.js';
import { WriteFinding } from './use-cases/write-finding.js';
import { WritePriority } from './use-cases/write-priority.js';
import { AuditTrailModule } from '@lib/audit-trail';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

const USE_CASES = [
  AdoptVersion,
  BeginPlan,
  BeginRevision,
  BreakMeasureDown,
  ChangeDefinition,
  ChooseMeasures,
  ChooseStatusRules,
  DefineMeasure,
  DiscardDraft,
  MarkChart,
  NameSeniorPerson,
  NoteRegard,
  RecordDecision,
  RecordSummaryPublished,
  RecordUpperPlan,
  RemovePart,
  SendToConsultation,
  SetPublishedSum,
  SetTarget,
  WithdrawBreakdown,
  WithdrawMark,
  WithdrawPublishedSummary,
  WriteAction,
  WriteFinding,
  WritePriority,
];

@Module({
  imports: [
    TypeOrmModule.forFeature([
      PlanRow,
      PlanVersionRow,
      PriorityRow,
      PriorityMeasureRow,
      BoardDecisionRow,
      PlanActionRow,
      PlanFindingRow,
      PlanFindingPriorityRow,
      PlanVersionMoveRow,
      PriorityContributorRow,
      PrioritySeniorPersonRow,
      PriorityWordingRow,
      PublishedSummaryRow,
      PublishedSumRow,
      RegardNoteRow,
      UpperPlanRow,
      MeasureRow,
      MeasureDefinitionRow,
      MeasureComponentRow,
      BreakdownRow,
      BreakdownCategoryRow,
      TargetRow,
      ChartMarkRow,
      MeasureStatusRulesRow,
    ]),
    AuditTrailModule,
  ],
  providers: [
    PlanRepository,
    AlignmentRepository,
    BoardDecisionRepository,
    PlanPartsRepository,
    PriorityRepository,
    PublishedSummaryRepository,
    PublishedSumRepository,
    CopyPlanContent,
    MeasureRepository,
    BreakdownRepository,
    TargetRepository,
    JudgementRepository,
    MeasuresInForce,
    MeasureNames,
    ...USE_CASES,
  ],
  exports: [MeasuresInForce, MeasureNames, ...USE_CASES],
})
export class PlansModule {}
