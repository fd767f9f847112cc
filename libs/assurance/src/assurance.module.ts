import { AuditTrailModule } from '@lib/audit-trail';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AssuranceFindingEntryRow } from './persistence/assurance-finding-entry.row.js';
import { AssuranceFindingRow } from './persistence/assurance-finding.row.js';
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
import { FindingRepository } from './persistence/finding.repository.js';
import { WorkpaperConclusionRow } from './persistence/workpaper-conclusion.row.js';
import { WorkpaperFigureRow } from './persistence/workpaper-figure.row.js';
import { WorkpaperRepository } from './persistence/workpaper.repository.js';
import { WorkpaperRow } from './persistence/workpaper.row.js';
import { WorkpaperTestRow } from './persistence/workpaper-test.row.js';
import { AssessDuty } from './use-cases/assess-duty.js';
import { BeginWorkpaper } from './use-cases/begin-workpaper.js';
import { ConcludeWorkpaper } from './use-cases/conclude-workpaper.js';
import { DecideOnEvidence } from './use-cases/decide-on-evidence.js';
import { LinkEvidence } from './use-cases/link-evidence.js';
import { MoveFinding } from './use-cases/move-finding.js';
import { RaiseFinding } from './use-cases/raise-finding.js';
import { ReadEvidenceFile } from './use-cases/read-evidence-file.js';
import { RecordDutyProgress } from './use-cases/record-duty-progress.js';
import { RecordHappening } from './use-cases/record-happening.js';
import { RequestEvidence } from './use-cases/request-evidence.js';
import { ScanEvidence } from './use-cases/scan-evidence.js';
import { SupplyEvidence } from './use-cases/supply-evidence.js';
import { SupplyEvidenceVersion } from './use-cases/supply-evidence-version.js';
import { TakeInVersion } from './use-cases/take-in-version.js';
import { TestFigure } from './use-cases/test-figure.js';
import { WithdrawEvidenceRequest } from './use-cases/withdraw-evidence-request.js';
import { WithdrawHappening } from './use-cases/withdraw-happening.js';

const ROWS = [
  AssuranceFindingEntryRow,
  AssuranceFindingRow,
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
  WorkpaperConclusionRow,
  WorkpaperFigureRow,
  WorkpaperRow,
  WorkpaperTestRow,
];

const USE_CASES = [
  AcceptRecord,
  AssessDuty,
  BeginWorkpaper,
  ConcludeWorkpaper,
  DecideOnEvidence,
  LinkEvidence,
  MoveFinding,
  RaiseFinding,
  ReadEvidenceFile,
  RecordDutyProgress,
  RecordHappening,
  RequestEvidence,
  ScanEvidence,
  SupplyEvidence,
  SupplyEvidenceVersion,
  TestFigure,
  WithdrawEvidenceRequest,
  WithdrawHappening,
];

@Module({
  imports: [TypeOrmModule.forFeature(ROWS), AuditTrailModule],
  providers: [
    DutyAssessmentRepository,
    DutyRecordRepository,
    EvidenceRepository,
    FindingRepository,
    TakeInVersion,
    WorkpaperRepository,
    ...USE_CASES,
  ],
  exports: USE_CASES,
})
export class AssuranceModule {}
