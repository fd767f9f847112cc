import { AuditBundleModule } from '@lib/audit-bundle';
import { AuditTrailModule } from '@lib/audit-trail';
import { Env } from '@lib/config';
import { ClockModule, VirusScannerModule } from '@lib/gateways';
import { IdentityModule } from '@lib/identity';
import { ImportingModule } from '@lib/importing';
import { MeetingsModule } from '@lib/meetings';
import { PartnershipsModule } from '@lib/partnerships';
import { PersistenceModule } from '@lib/persistence';
import { PlansModule } from '@lib/plans';
import { ComparatorsModule } from '@lib/comparators';
import { ReportingModule } from '@lib/reporting';
import { AssuranceModule } from '@lib/assurance';
import { ResultsModule } from '@lib/results';
import { ReturnsModule } from '@lib/returns';
import { createPageRenderer } from '@lib/ui';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { AuthModule } from './auth/auth.module.js';
import { BundleWorker } from './background/bundle-worker.js';
import { ImportWorker } from './background/import-worker.js';
import { AccessGuard } from './http/access.js';
import { ErrorFilter } from './http/error-filter.js';
import { RecordDownloads } from './http/record-downloads.js';
import { PAGE_RENDERER, RenderPages } from './http/render-pages.js';
import { AuditBundlesController } from './pages/audit-bundles/audit-bundles.controller.js';
import { AuditTrailController } from './pages/audit-trail/audit-trail.controller.js';
import { TrailFilesController } from './pages/audit-trail/trail-files.controller.js';
import { BoardController } from './pages/board/board.controller.js';
import { ForecastRecordController } from './pages/board/forecast-record.controller.js';
import { ChangesSinceController } from './pages/changes-since/changes-since.controller.js';
import { ChecksController } from './pages/checks/checks.controller.js';
import { DelegationsController } from './pages/delegations/delegations.controller.js';
import { HomeController } from './pages/home/home.controller.js';
import { InformationController } from './pages/information/information.controller.js';
import { CatalogueController } from './pages/measures/catalogue.controller.js';
import { DeclaredStatusController } from './pages/measures/declared-status.controller.js';
import { DefinitionChangeController } from './pages/measures/definition-change.controller.js';
import { DefinitionController } from './pages/measures/definition.controller.js';
import { PublishedMeasureController } from './pages/measures/published-measure.controller.js';
import { ComparatorsController } from './pages/measures/comparators.controller.js';
import { ComparatorGroupsController } from './pages/comparator-groups/comparator-groups.controller.js';
import { ComparatorGroupRecordController } from './pages/comparator-groups/comparator-group-record.controller.js';
import { PublishedSumController } from './pages/measures/published-sum.controller.js';
import { BreakdownsController } from './pages/measures/breakdowns.controller.js';
import { CalendarAddressController } from './pages/duties/calendar-address.controller.js';
import { CalendarFeedController } from './pages/duties/calendar-feed.controller.js';
import { DutiesController } from './pages/duties/duties.controller.js';
import { AcceptRecordController } from './pages/duties/accept-record.controller.js';
import { AssessmentController } from './pages/duties/assessment.controller.js';
import { OccurrenceController } from './pages/duties/occurrence.controller.js';
import { DutiesMetController } from './pages/duties/duties-met.controller.js';
import { DutyProgressController } from './pages/duties/duty-progress.controller.js';
import { DutyController } from './pages/duties/duty.controller.js';
import { EvidenceDutiesController } from './pages/evidence/evidence-duties.controller.js';
import { EvidenceItemController } from './pages/evidence/evidence-item.controller.js';
import { EvidenceListController } from './pages/evidence/evidence-list.controller.js';
import { RequestEvidenceController } from './pages/evidence/request.controller.js';
import { RequestWithdrawalController } from './pages/evidence/request-withdrawal.controller.js';
import { SupplyController } from './pages/evidence/supply.controller.js';
import { EvidenceVersionActionsController } from './pages/evidence/version-actions.controller.js';
import { EvidenceVersionsController } from './pages/evidence/versions.controller.js';
import { FindingMovesController } from './pages/findings/finding-moves.controller.js';
import { FindingController } from './pages/findings/finding.controller.js';
import { FindingsListController } from './pages/findings/findings-list.controller.js';
import { NewFindingController } from './pages/findings/new-finding.controller.js';
import { FindingReopeningController } from './pages/findings/reopening.controller.js';
import { FindingResponseController } from './pages/findings/response.controller.js';
import { HappeningsController } from './pages/duties/happenings.controller.js';
import { MarksController } from './pages/measures/marks.controller.js';
import { MeasureController } from './pages/measures/measure.controller.js';
import { MeasuresListController } from './pages/measures/measures-list.controller.js';
import { NewMeasureController } from './pages/measures/new-measure.controller.js';
import { StatusRulesController } from './pages/measures/status-rules.controller.js';
import { TargetController } from './pages/measures/target.controller.js';
import { MeetingRecordController } from './pages/meetings/meeting-record.controller.js';
import { MeetingsController } from './pages/meetings/meetings.controller.js';
import { NomineesController } from './pages/nominees/nominees.controller.js';
import { PeopleController } from './pages/people/people.controller.js';
import { ActionsController } from './pages/plan/actions.controller.js';
import { AdoptionController } from './pages/plan/adoption.controller.js';
import { AlignmentController } from './pages/plan/alignment.controller.js';
import { DecisionsController } from './pages/plan/decisions.controller.js';
import { FindingsController } from './pages/plan/findings.controller.js';
import { PlanMovesController } from './pages/plan/plan-moves.controller.js';
import { PlanController } from './pages/plan/plan.controller.js';
import { PriorityMeasuresController } from './pages/plan/priority-measures.controller.js';
import { PriorityController } from './pages/plan/priority.controller.js';
import { DiscardController } from './pages/plan/discard.controller.js';
import { PublishedSummariesController } from './pages/plan/published-summaries.controller.js';
import { RemovalController } from './pages/plan/removal.controller.js';
import { SeniorPersonController } from './pages/plan/senior-person.controller.js';
import { PeriodClosingController } from './pages/quarters/period-closing.controller.js';
import { PeriodDatesController } from './pages/quarters/period-dates.controller.js';
import { PeriodOpeningController } from './pages/quarters/period-opening.controller.js';
import { AnsweredController } from './pages/published-figures/answered.controller.js';
import { PublishedFileController } from './pages/published-figures/file.controller.js';
import { PublishedFileMovesController } from './pages/published-figures/file-moves.controller.js';
import { PublishedFiguresController } from './pages/published-figures/list.controller.js';
import { LoadPublishedFileController } from './pages/published-figures/load.controller.js';
import { PublishedReleaseController } from './pages/published-figures/release.controller.js';
import { QuartersController } from './pages/quarters/quarters.controller.js';
import { ReturnsOverTimeController } from './pages/quarters/returns-over-time.controller.js';
import { ReopeningController } from './pages/quarters/reopening.controller.js';
import { ReturnFormEditController } from './pages/return-forms/return-form-edit.controller.js';
import { ReturnFormsController } from './pages/return-forms/return-forms.controller.js';
import { AcceptanceController } from './pages/returns/acceptance.controller.js';
import { ApprovalsController } from './pages/returns/approvals.controller.js';
import { CheckReturnController } from './pages/returns/check.controller.js';
import { CommentaryController } from './pages/returns/commentary.controller.js';
import { DecisionController } from './pages/returns/decision.controller.js';
import { ExtractController } from './pages/returns/extract.controller.js';
import { FiguresController } from './pages/returns/figures.controller.js';
import { NilReturnController } from './pages/returns/nil-return.controller.js';
import { PasteController } from './pages/returns/paste.controller.js';
import { RestatementController } from './pages/returns/restatement.controller.js';
import { ReturnFilesController } from './pages/returns/return-files.controller.js';
import { ReturnController } from './pages/returns/return.controller.js';
import { SourcesController } from './pages/returns/sources.controller.js';
import { UploadController } from './pages/returns/upload.controller.js';
import { WorkpaperConclusionController } from './pages/workpapers/conclusion.controller.js';
import { NewWorkpaperController } from './pages/workpapers/new-workpaper.controller.js';
import { SampledFigureController } from './pages/workpapers/sampled-figure.controller.js';
import { WorkpaperController } from './pages/workpapers/workpaper.controller.js';
import { WorkpapersListController } from './pages/workpapers/workpapers-list.controller.js';

/** What the service consists of. */
@Module({})
export class AppModule {
  static with(env: Env): DynamicModule {
    if (!env.DATABASE_RUNTIME_URL)
      throw new Error('Set DATABASE_RUNTIME_URL to the database as the runtime role.');
    return {
      module: AppModule,
      global: true,
      imports: [
        PersistenceModule.connect(env.DATABASE_RUNTIME_URL),
        ClockModule,
        VirusScannerModule.at(env.CLAMD_ADDRESS),
        AuditBundleModule,
        AuditTrailModule,
        IdentityModule,
        PartnershipsModule,
        PlansModule,
        ComparatorsModule,
        AssuranceModule,
        ImportingModule,
        MeetingsModule,
        ResultsModule,
        ReturnsModule,
        ReportingModule,
        AuthModule,
      ],
      controllers: [
        HomeController,
        InformationController,
        ReturnController,
        FiguresController,
        NilReturnController,
        CommentaryController,
        SourcesController,
        ExtractController,
        CheckReturnController,
        PasteController,
        UploadController,
        ReturnFilesController,
        ApprovalsController,
        DecisionController,
        AcceptanceController,
        RestatementController,
        ChecksController,
        ReturnFormsController,
        ReturnFormEditController,
        QuartersController,
        ReturnsOverTimeController,
        PeriodDatesController,
        PeriodOpeningController,
        PeriodClosingController,
        ReopeningController,
        BoardController,
        ChangesSinceController,
        ForecastRecordController,
        MeasuresListController,
        // Before the pages of a measure, whose addresses would take theirs.
        CatalogueController,
        NewMeasureController,
        MeasureController,
        DefinitionController,
        DefinitionChangeController,
        TargetController,
        PublishedMeasureController,
        ComparatorsController,
        ComparatorGroupRecordController,
        ComparatorGroupsController,
        PublishedSumController,
        BreakdownsController,
        DutiesController,
        DutiesMetController,
        CalendarAddressController,
        CalendarFeedController,
        DutyController,
        OccurrenceController,
        AcceptRecordController,
        AssessmentController,
        DutyProgressController,
        EvidenceListController,
        // Before the page of an item, whose address would take theirs.
        SupplyController,
        RequestEvidenceController,
        EvidenceItemController,
        EvidenceVersionsController,
        EvidenceDutiesController,
        RequestWithdrawalController,
        EvidenceVersionActionsController,
        FindingsListController,
        // Before the page of a finding, and before that of a workpaper.
        NewFindingController,
        FindingController,
        FindingResponseController,
        FindingMovesController,
        FindingReopeningController,
        WorkpapersListController,
        NewWorkpaperController,
        WorkpaperController,
        SampledFigureController,
        WorkpaperConclusionController,
        HappeningsController,
        // Before the pages of a meeting, whose addresses would take its own.
        MeetingRecordController,
        MeetingsController,
        NomineesController,
        PublishedFiguresController,
        // Before the page of a file, whose address would take theirs.
        AnsweredController,
        LoadPublishedFileController,
        PublishedFileController,
        PublishedFileMovesController,
        PublishedReleaseController,
        MarksController,
        StatusRulesController,
        DeclaredStatusController,
        PlanController,
        PlanMovesController,
        AdoptionController,
        PriorityController,
        PriorityMeasuresController,
        ActionsController,
        FindingsController,
        DiscardController,
        RemovalController,
        SeniorPersonController,
        AlignmentController,
        DecisionsController,
        PublishedSummariesController,
        PeopleController,
        DelegationsController,
        AuditTrailController,
        TrailFilesController,
        AuditBundlesController,
      ],
      providers: [
        { provide: Env, useValue: env },
        {
          provide: PAGE_RENDERER,
          useFactory: () =>
            createPageRenderer({
              templateRoots: [__dirname],
              keepCompiledTemplates: env.NODE_ENV !== 'development',
            }),
        },
        BundleWorker,
        ImportWorker,
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: ErrorFilter },
        { provide: APP_INTERCEPTOR, useClass: RenderPages },
        { provide: APP_INTERCEPTOR, useClass: RecordDownloads },
      ],
      exports: [Env],
    };
  }
}
