import { AuditTrailModule } from '@lib/audit-trail';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DutyHappeningRow } from './persistence/duty-happening.row.js';
import { DutyProgressRow } from './persistence/duty-progress.row.js';
import { DutyRecordRepository } from './persistence/duty-record.repository.js';
import { RecordDutyProgress } from './use-cases/record-duty-progress.js';
import { RecordHappening } from './use-cases/record-happening.js';
import { WithdrawHappening } from './use-cases/withdraw-happening.js';

const USE_CASES = [RecordDutyProgress, RecordHappening, WithdrawHappening];

@Module({
  imports: [TypeOrmModule.forFeature([DutyHappeningRow, DutyProgressRow]), AuditTrailModule],
  providers: [DutyRecordRepository, ...USE_CASES],
  exports: USE_CASES,
})
export class AssuranceModule {}
