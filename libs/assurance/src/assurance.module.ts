import { AuditTrailModule } from '@lib/audit-trail';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DutyAssessmentEvidenceRow } from './persistence/duty-assessment-evidence.row.js';
import { DutyAssessmentRepository } from './persistence/duty-assessment.repository.js';
import { DutyAssessmentRow } from './persistence/duty-assessment.row.js';
import { DutyHappeningRow } from './persistence/duty-happening.row.js';
import { DutyProgressRow } from './persistence/duty-progress.row.js';
import { DutyRecordRepository } from './persistence/duty-record.repository.js';
import { EvidenceFileRow } from './persistence/evidence-file.row.js';
import { EvidenceObligationRow } from './persistence/evidence-obligation.row.js';
import { EvidenceRepository } from './persistence/evidence.repository.js';
import { EvidenceRow } from './persistence/evidence.row.js';
import { EvidenceScanRow } from './persistence/evidence-scan.row.js';
import { EvidenceStateRow } from './persistence/evidence-state.row.js';
import { EvidenceVersionRow } from './persistence/evidence-version.row.js';
import { AcceptRecord } from './use-cases/accept-record.js';
import { AssessDuty } from './use-cases/assess-duty.js';
import { DecideOnEvidence } from './use-cases/decide-on-evidence.js';
import { LinkEvidence } from './use-cases/link-evidence.js';
import { ReadEvidenceFile } from './use-cases/read-evidence-file.js';
import { RecordDutyProgress } from './use-cases/record-duty-progress.js';
import { RecordHappening } from './use-cases/record-happening.js';
import { RequestEvidence } from './use-cases/request-evidence.js';
import { SupplyEvidence } from './use-cases/supply-evidence.js';
import { WithdrawHappening } from './use-cases/withdraw-happening.js';

const ROWS = [
  DutyAssessmentEvidenceRow,
  DutyAssessmentRow,
  DutyHappeningRow,
  DutyProgressRow,
  EvidenceFileRow,
  EvidenceObligationRow,
  EvidenceRow,
  EvidenceScanRow,
  EvidenceStateRow,
  EvidenceVersionRow,
];

const USE_CASES = [
  AcceptRecord,
  AssessDuty,
  DecideOnEvidence,
  LinkEvidence,
  ReadEvidenceFile,
  RecordDutyProgress,
  RecordHappening,
  RequestEvidence,
  SupplyEvidence,
  WithdrawHappening,
];

@Module({
  imports: [TypeOrmModule.forFeature(ROWS), AuditTrailModule],
  providers: [DutyAssessmentRepository, DutyRecordRepository, EvidenceRepository, ...USE_CASES],
  exports: USE_CASES,
})
export class AssuranceModule {}
