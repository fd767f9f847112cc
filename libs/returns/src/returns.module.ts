import { AuditTrailModule } from '@lib/audit-trail';
import { PartnershipsModule } from '@lib/partnerships';
import { PlansModule } from '@lib/plans';
import { ResultsModule } from '@lib/results';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DraftRepository } from './persistence/draft.repository.js';
import { FigureRepository } from './persistence/figure.repository.js';
import { FigureRow } from './persistence/figure.row.js';
import { PeriodRepository } from './persistence/period.repository.js';
import { QuarterReopeningRow } from './persistence/quarter-reopening.row.js';
import { QuarterlyReturnRow } from './persistence/quarterly-return.row.js';
import { ReportingQuarterRow } from './persistence/reporting-quarter.row.js';
import { ReturnDecisionRow } from './persistence/return-decision.row.js';
import { ReturnDraftValueRow } from './persistence/return-draft-value.row.js';
import { ReturnLineRow } from './persistence/return-line.row.js';
import { ReturnRepository } from './persistence/return.repository.js';
import { BeginRestatement } from './use-cases/begin-restatement.js';
import { ClosePeriod } from './use-cases/close-period.js';
import { DecideOnReturn } from './use-cases/decide-on-return.js';
import { OpenQuarter } from './use-cases/open-quarter.js';
import { PlanPeriod } from './use-cases/plan-period.js';
import { ReopenForAuthority } from './use-cases/reopen-for-authority.js';
import { ReturnLocks } from './use-cases/return-locks.js';
import { SaveFigures } from './use-cases/save-figures.js';
import { SubmitReturn } from './use-cases/submit-return.js';

const USE_CASES = [
  BeginRestatement,
  ClosePeriod,
  DecideOnReturn,
  OpenQuarter,
  PlanPeriod,
  ReopenForAuthority,
  SaveFigures,
  SubmitReturn,
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
    ReturnLocks,
    ...USE_CASES,
  ],
  exports: USE_CASES,
})
export class ReturnsModule {}
