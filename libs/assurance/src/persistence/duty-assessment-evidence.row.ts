import { Entity, PrimaryColumn } from 'typeorm';

@Entity('duty_assessment_evidence')
export class DutyAssessmentEvidenceRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  assessmentId: string;

  @PrimaryColumn('uuid')
  versionId: string;
}
