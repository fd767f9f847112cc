import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A role that somebody holds for a colleague who is away: from a day, until a day, with a reason. */
export class Delegation implements MigrationInterface {
  readonly name = 'Delegation2026112400015';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table role_assignment
        add column delegated_from uuid,
        add constraint fk_role_assignment_delegated_from foreign key (delegated_from) references person (id),
        add constraint ck_role_assignment_delegated check (delegated_from is null
          or (held_until is not null and delegated_from <> person_id and length(trim(reason)) > 0))`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward: restore a backup instead.');
  }
}
