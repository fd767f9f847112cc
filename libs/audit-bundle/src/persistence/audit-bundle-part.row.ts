import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('audit_bundle_part')
export class AuditBundlePartRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  bundleId: string;

  @PrimaryColumn('integer')
  attempt: number;

  /** From 1 on. */
  @PrimaryColumn('integer')
  number: number;

  @Column('bytea')
  content: Buffer;
}
