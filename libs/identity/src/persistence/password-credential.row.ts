import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('password_credential')
export class PasswordCredentialRow {
  @PrimaryColumn('uuid')
  personId: string;

  @Column('text')
  passwordHash: string;

  @Column('timestamptz')
  changedAt: Date;
}
