import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requests that were carried out, by the key that the form carried: sent again they change nothing again. */
export class RequestKeys implements MigrationInterface {
  readonly name = 'RequestKeys2026112400009';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table request_key (
        partnership_id uuid not null,
        key uuid not null,
        person_id uuid not null,
        content_sha256 text not null,
        answer jsonb,
        requested_at timestamptz not null default now(),
        constraint pk_request_key primary key (partnership_id, key),
        constraint fk_request_key_partnership foreign key (partnership_id) references partnership (id),
        constraint fk_request_key_person foreign key (person_id) references person (id),
        constraint ck_request_key_content check (content_sha256 ~ '^[0-9a-f]{64}$')
      )`);
    await db.query("call keep_within_partnership('request_key')");
    await db.query('grant select, insert, update (answer) on request_key to tracker_runtime');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward: restore a backup instead.');
  }
}
