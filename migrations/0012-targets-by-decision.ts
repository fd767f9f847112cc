import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A target that stands is changed only by a decision of the board. Those changed before this rule are left alone. */
export class TargetsByDecision implements MigrationInterface {
  readonly name = 'TargetsByDecision2026112400012';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table target
        add column decision_id uuid,
        add constraint fk_target_decision foreign key (partnership_id, decision_id)
          references board_decision (partnership_id, id),
        add constraint ck_target_decision check (supersedes_id is null or decision_id is not null) not valid`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward: restore a backup instead.');
  }
}
