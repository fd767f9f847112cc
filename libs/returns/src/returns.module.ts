import { AuditTrailModule } from '@lib/audit-trail';
import { PartnershipsModule } from '@lib/partnerships';
import { PlansModule } from '@lib/plans';
import { ResultsModule } from '@lib/results';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CommentaryRepository } from './persistence/commentary.repository.js';
import { CrossCheckRepository } from './persistence/cross-check.repository.js';
import { CrossCheckRow } from './persistence/cross-check.row.js';
import { DraftRepository } from './persistence/draft.repository.js';
import { FigureRepository } from './persistence/figure.repository.js';
import { FigureRow } from './persistence/figure.row.js';
import { PeriodRepository } from './persistence/period.repository.js';
import { QuarterReopeningRow } from './persistence/quarter-reopening.row.js';
import { QuarterlyReturnRow } from './persistence/quarterly-return.row.js';
import { ReportingQuarterRow } from './persistence/reporting-quarter.row.js';
import { ReturnCommentaryRow } from './persistence/return-commentary.row.js';
import { ReturnDecisionRow } from './persistence/return-decision.row.js';
import { ReturnDraftValueRow } from './persistence/return-draft-value.row.js';
import { ReturnFormLineRow } from './persistence/return-form-line.row.js';
import { ReturnFormVersionRow } from './persistence/return-form-version.row.js';
import { ReturnFormRepository } from './persistence/return-form.repository.js';
import { ReturnFormRow } from './persistence/return-form.row.js';
import { ReturnLineRow } from './persistence/return-line.row.js';
import { ReturnRepository } from './persistence/return.repository.js';
import { SourceExtractRepository } from './persistence/source-extract.repository.js';
import { SourceExtractRow } from './persistence/source-extract.row.js';
import { BeginRestatement } from './use-cases/begin-restatement.js';
import { ClosePeriod } from './use-cases/close-period.js';
import { DecideOnReturn } from './use-cases/decide-on-return.js';
import { EndCrossCheck } from './use-cases/end-cross-check.js';
import { OpenQuarter } from './use-cases/open-quarter.js';
import { PlanPeriod } from './use-cases/plan-period.js';
import { ReadExtract } from './use-cases/read-extract.js';
import { ReopenForAuthority } from './use-cases/reopen-for-authority.js';
import { ReturnLocks } from './use-cases/return-locks.js';
import { ReturnReviews } from './use-cases/return-reviews.js';
import { ReturnsToEdit } from './use-cases/returns-to-edit.js';
import { ReviewReturn } from './use-cases/review-return.js';
import { SaveFigures } from './use-cases/save-figures.js';
import { SetCrossCheck } from './use-cases/set-cross-check.js';
import { SetReturnForm } from './use-cases/set-return-form.js';
import { StateSources } from './use-cases/state-sources.js';
import { SubmitReturn } from './use-cases/submit-return.js';
import { TakePublishedFigures } from './use-cases/take-published-figures.js';
import { WriteCommentary } from './use-cases/write-commentary.js';

const USE_CASES = [
  BeginRestatement,
  ClosePeriod,
  DecideOnReturn,
  EndCrossCheck,
  OpenQuarter,
  PlanPeriod,
  ReadExtract,
  ReopenForAuthority,
  ReviewReturn,
  SaveFigures,
  SetCrossCheck,
  SetReturnForm,
  StateSources,
  SubmitReturn,
  TakePublishedFigures,
  WriteCommentary,
];

@Module({
  imports: [
    TypeOrmModule.forFeature([
      ReportingQuarterRow,
      QuarterlyReturnRow,
      ReturnLineRow,
      ReturnDraftValueRow,
      FigureRow,
      ReturnDecisionRow,
      QuarterReopeningRow,
      CrossCheckRow,
      ReturnCommentaryRow,
      SourceExtractRow,
      ReturnFormRow,
      ReturnFormVersionRow,
      ReturnFormLineRow,
    ]),
    AuditTrailModule,
    PartnershipsModule,
    PlansModule,
    ResultsModule,
  ],
  providers: [
    ReturnRepository,
    DraftRepository,
    FigureRepository,
    PeriodRepository,
    CommentaryRepository,
    CrossCheckRepository,
    SourceExtractRepository,
    ReturnFormRepository,
    ReturnLocks,
    ReturnReviews,
    ReturnsToEdit,
    ...USE_CASES,
  ],
  exports: USE_CASES,
})
export class ReturnsModule {}
