import { AuditTrailModule } from '@lib/audit-trail';
import { PlansModule } from '@lib/plans';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AnnualCountRepository } from './persistence/annual-count.repository.js';
import { AnnualCountRow } from './persistence/annual-count.row.js';
import { DeclaredStatusRepository } from './persistence/declared-status.repository.js';
import { DeclaredStatusRow } from './persistence/declared-status.row.js';
import { MeasureResultRepository } from './persistence/measure-result.repository.js';
import { MeasureResultRow } from './persistence/measure-result.row.js';
import { QuarterlyTargets } from './quarterly-targets.js';
import { ChangeDefinitionAndJudge } from './use-cases/change-definition-and-judge.js';
import { ChooseStatusRulesAndJudge } from './use-cases/choose-status-rules-and-judge.js';
import { DeclareStatus } from './use-cases/declare-status.js';
import { MarkChartAndJudge } from './use-cases/mark-chart-and-judge.js';
import { RecomputeYears } from './use-cases/recompute-years.js';
import { RecordAnnualCounts } from './use-cases/record-annual-counts.js';
import { SetTargetAndJudge } from './use-cases/set-target-and-judge.js';

const USE_CASES = [
  ChangeDefinitionAndJudge,
  ChooseStatusRulesAndJudge,
  DeclareStatus,
  MarkChartAndJudge,
  RecomputeYears,
  RecordAnnualCounts,
  SetTargetAndJudge,
];

@Module({
  imports: [
    TypeOrmModule.forFeature([MeasureResultRow, AnnualCountRow, DeclaredStatusRow]),
    AuditTrailModule,
    PlansModule,
  ],
  providers: [
    QuarterlyTargets,
    MeasureResultRepository,
    AnnualCountRepository,
    DeclaredStatusRepository,
    ...USE_CASES,
  ],
  exports: [QuarterlyTargets, ...USE_CASES],
})
export class ResultsModule {}
