export { AssuranceModule } from './assurance.module.js';
export { covers, type Days, LONGEST_FINDING } from './domain/duty-assessment.js';
export { type DutyProgress, PROGRESS } from './domain/duty-progress.js';
export {
  type EvidenceContent,
  LONGEST_EVIDENCE_WORDS,
  LONGEST_LINK,
  LONGEST_TITLE,
  MARKINGS,
  type SuppliedVersion,
} from './domain/evidence.js';
export { mayOpen, reaches } from './domain/evidence-reach.js';
export { EVIDENCE_TRANSITIONS } from './domain/evidence-transitions.js';
export {
  type FindingSubject,
  LONGEST_ACTION,
  LONGEST_FINDING_TITLE,
  LONGEST_FINDING_WORDS,
  LONGEST_OWNER,
} from './domain/finding.js';
export { type FindingAction, findingMove, findingMovesFrom } from './domain/finding-transitions.js';
export { isTrigger, LONGEST_WORDS } from './domain/happening.js';
export { type Fact, factsFor } from './domain/proving-facts.js';
export { drawSample } from './domain/sample.js';
export { LARGEST_SAMPLE, LONGEST_WORKPAPER_WORDS } from './domain/workpaper.js';
export type { ObligationKey } from './persistence/evidence.repository.js';
export { AcceptRecord } from './use-cases/accept-record.js';
export { AssessDuty, type AssessDutyCommand } from './use-cases/assess-duty.js';
export { BeginWorkpaper } from './use-cases/begin-workpaper.js';
export { ConcludeWorkpaper } from './use-cases/conclude-workpaper.js';
export { DecideOnEvidence, type DecideOnEvidenceCommand } from './use-cases/decide-on-evidence.js';
export { LinkEvidence } from './use-cases/link-evidence.js';
export { MoveFinding, type MoveFindingCommand } from './use-cases/move-finding.js';
export { RaiseFinding } from './use-cases/raise-finding.js';
export { ReadEvidenceFile } from './use-cases/read-evidence-file.js';
export { RecordDutyProgress, type RecordDutyProgressCommand } from './use-cases/record-duty-progress.js';
export { RecordHappening, type RecordHappeningCommand } from './use-cases/record-happening.js';
export { RequestEvidence } from './use-cases/request-evidence.js';
export { ScanEvidence } from './use-cases/scan-evidence.js';
export { SupplyEvidence } from './use-cases/supply-evidence.js';
export { SupplyEvidenceVersion } from './use-cases/supply-evidence-version.js';
export { WithdrawEvidenceRequest } from './use-cases/withdraw-evidence-request.js';
export { TestFigure } from './use-cases/test-figure.js';
export { WithdrawHappening, type WithdrawHappeningCommand } from './use-cases/withdraw-happening.js';
