import { AuditTrailModule } from '@lib/audit-trail';
import { PartnershipsModule } from '@lib/partnerships';
import { PlansModule } from '@lib/plans';
import { ResultsModule } from '@lib/results';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DraftRepository } from './persistence/draft.repository.js';
import { FigureRepository } from './persistence/figure.repository.js';
import { FigureRow } from './persistence/figure.row.js';
import { QuarterlyReturnRow } from './persistence/quarterly-return.row.js';
import { ReportingQuarterRow } from './persistence/reporting-quarter.row.js';
import { ReturnDecisionRow } from './persistence/return-decision.row.js';
import { ReturnDraftValueRow } from './persistence/return-draft-value.row.js';
import { ReturnLineRow } from './persistence/return-line.row.js';
import { ReturnRepository } from './persistence/return.repository.js';
import { DecideOnReturn } from './use-cases/decide-on-return.js';
import { OpenQuarter } from './use-cases/open-quarter.js';
import { SaveFigures } from './use-cases/save-figures.js';
import { SubmitReturn } from './use-cases/submit-return.js';

const USE_CASES = [DecideOnReturn, OpenQuarter, SaveFigures, SubmitReturn];

@Module({
  imports: [
    TypeOrmModule.forFeature([
      ReportingQuarterRow,
      QuarterlyReturnRow,
      ReturnLineRow,
      ReturnDraftValueRow,
      FigureRow,
      ReturnDecisionRow,
    ]),
    AuditTrailModule,
    PartnershipsModule,
    PlansModule,
    ResultsModule,
  ],
  providers: [ReturnRepository, DraftRepository, FigureRepository, ...USE_CASES],
  exports: USE_CASES,
})
export class ReturnsModule {}
