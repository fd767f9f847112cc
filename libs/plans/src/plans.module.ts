import { AuditTrailModule } from '@lib/audit-trail';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MeasureNames } from './measure-names.js';
import { MeasuresInForce } from './measures-in-force.js';
import { ChartMarkRow } from './persistence/chart-mark.row.js';
import { JudgementRepository } from './persistence/judgement.repository.js';
import { MeasureComponentRow } from './persistence/measure-component.row.js';
import { MeasureDefinitionRow } from './persistence/measure-definition.row.js';
import { MeasureRepository } from './persistence/measure.repository.js';
import { MeasureStatusRulesRow } from './persistence/measure-status-rules.row.js';
import { MeasureRow } from './persistence/measure.row.js';
import { PlanVersionRow } from './persistence/plan-version.row.js';
import { PlanRepository } from './persistence/plan.repository.js';
import { PlanRow } from './persistence/plan.row.js';
import { PriorityMeasureRow } from './persistence/priority-measure.row.js';
import { PriorityRow } from './persistence/priority.row.js';
import { TargetRepository } from './persistence/target.repository.js';
import { TargetRow } from './persistence/target.row.js';
import { ChooseStatusRules } from './use-cases/choose-status-rules.js';
import { DefineMeasure } from './use-cases/define-measure.js';
import { MarkChart } from './use-cases/mark-chart.js';
import { RecordPlan } from './use-cases/record-plan.js';
import { SetTarget } from './use-cases/set-target.js';
import { WithdrawMark } from './use-cases/withdraw-mark.js';

const USE_CASES = [ChooseStatusRules, DefineMeasure, MarkChart, RecordPlan, SetTarget, WithdrawMark];

@Module({
  imports: [
    TypeOrmModule.forFeature([
      PlanRow,
      PlanVersionRow,
      PriorityRow,
      PriorityMeasureRow,
      MeasureRow,
      MeasureDefinitionRow,
      MeasureComponentRow,
      TargetRow,
      ChartMarkRow,
      MeasureStatusRulesRow,
    ]),
    AuditTrailModule,
  ],
  providers: [
    PlanRepository,
    MeasureRepository,
    TargetRepository,
    JudgementRepository,
    MeasuresInForce,
    MeasureNames,
    ...USE_CASES,
  ],
  exports: [MeasuresInForce, MeasureNames, ...USE_CASES],
})
export class PlansModule {}
