import { AuditTrailModule } from '@lib/audit-trail';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MeasuresInForce } from './measures-in-force.js';
import { MeasureComponentRow } from './persistence/measure-component.row.js';
import { MeasureDefinitionRow } from './persistence/measure-definition.row.js';
import { MeasureRepository } from './persistence/measure.repository.js';
import { MeasureRow } from './persistence/measure.row.js';
import { PlanVersionRow } from './persistence/plan-version.row.js';
import { PlanRepository } from './persistence/plan.repository.js';
import { PlanRow } from './persistence/plan.row.js';
import { PriorityMeasureRow } from './persistence/priority-measure.row.js';
import { PriorityRow } from './persistence/priority.row.js';
import { TargetRow } from './persistence/target.row.js';
import { DefineMeasure } from './use-cases/define-measure.js';
import { RecordPlan } from './use-cases/record-plan.js';
import { SetTarget } from './use-cases/set-target.js';

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
    ]),
    AuditTrailModule,
  ],
  providers: [PlanRepository, MeasureRepository, MeasuresInForce, DefineMeasure, RecordPlan, SetTarget],
  exports: [MeasuresInForce, DefineMeasure, RecordPlan, SetTarget],
})
export class PlansModule {}
