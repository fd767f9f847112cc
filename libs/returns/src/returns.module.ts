import { AuditTrailModule } from '@lib/audit-trail';
import { PartnershipsModule } from '@lib/partnerships';
import { PlansModule } from '@lib/plans';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AnnualCountRepository } from './persistence/annual-count.repository.js';
import { AnnualCountRow } from './persistence/annual-count.row.js';
import { DraftRepository } from './persistence/draft.repository.js';
import { FigureRepository } from './persistence/figure.repository.js';
import { FigureRow } from './persistence/figure.row.js';
import { MeasureResultRepository } from './persistence/measure-result.repository.js';
import { MeasureResultRow } from './persistence/measure-result.row.js';
import { QuarterlyReturnRow } from './persistence/quarterly-return.row.js';
import { ReportingQuarterRow } from './persistence/reporting-quarter.row.js';
import { ReturnDecisionRow } from './persistence/return-decision.row.js';
import { ReturnDraftValueRow } from './persistence/return-draft-value.row.js';
import { ReturnLineRow } from './persistence/return-line.row.js';
import { ReturnRepository } from './persistence/return.repository.js';
import { DecideOnReturn } from './use-cases/decide-on-return.js';
import { OpenQuarter } from './use-cases/open-quarter.js';
import { RecomputeYear } from './use-cases/recompute-year.js';
import { RecordAnnualCounts } from './use-cases/record-annual-counts.js';
import { SaveFigures } from './use-cases/save-figures.js';
import { SubmitReturn } from './use-cases/submit-return.js';

const USE_CASES = [DecideOnReturn, OpenQuarter, RecordAnnualCounts, SaveFigures, SubmitReturn];

@Module({
  imports: [
    TypeOrmModule.forFeature([
      ReportingQuarterRow,
      QuarterlyReturnRow,
      ReturnLineRow,
      ReturnDraftValueRow,
      FigureRow,
      ReturnDecisionRow,
      MeasureResultRow,
      AnnualCountRow,
    ]),
    AuditTrailModule,
    PartnershipsModule,
    PlansModule,
  ],
  providers: [
    ReturnRepository,
    DraftRepository,
    FigureRepository,
    MeasureResultRepository,
    AnnualCountRepository,
    RecomputeYear,
    ...USE_CASES,
  ],
  exports: USE_CASES,
})
export class ReturnsModule {}
