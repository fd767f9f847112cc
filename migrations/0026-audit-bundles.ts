import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Audit bundles: what was asked for, how far the making of it has come, and the ZIP file in parts. What was asked for
 * and what was made are never changed; the parts are a copy of the record and may go once they are old.
 */
export class AuditBundles implements MigrationInterface {
  readonly name = 'AuditBundles2026112900026';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table audit_bundle (
        partnership_id uuid not null,
        id uuid not null,
        from_day date not null,
        until_day date not null,
        requested_by uuid not null,
        requested_at timestamptz not null,
        state text not null,
        attempt integer not null,
        heartbeat_at timestamptz,
        sections_done integer not null,
        sections integer not null,
        ended_at timestamptz,
        last_event bigint,
        checkpoint_seq bigint,
        key_id text,
        size bigint,
        sha256 text,
        failure text,
        constraint pk_audit_bundle primary key (partnership_id, id),
        constraint fk_audit_bundle_partnership foreign key (partnership_id) references partnership (id),
        constraint fk_audit_bundle_requested_by foreign key (requested_by) references person (id),
        constraint ck_audit_bundle_period check (until_day >= from_day),
        constraint ck_audit_bundle_state check (state in ('waiting', 'working', 'ready', 'failed')),
        constraint ck_audit_bundle_sections check (sections_done between 0 and sections),
        constraint ck_audit_bundle_heartbeat check (state <> 'working' or heartbeat_at is not null),
        constraint ck_audit_bundle_ended check ((state in ('ready', 'failed')) = (ended_at is not null)),
        constraint ck_audit_bundle_ready check (case when state = 'ready'
          then num_nulls(last_event, size, sha256) = 0 and sha256 ~ '^[0-9a-f]{64}$'
          else num_nonnulls(last_event, checkpoint_seq, key_id, size, sha256) = 0 end),
        constraint ck_audit_bundle_failure check ((state = 'failed') = (failure is not null))
      )`);
    await db.query(`
      create index ix_audit_bundle_to_make on audit_bundle (partnership_id, requested_at)
        where state in ('waiting', 'working')`);
    await db.query(`
      create table audit_bundle_part (
        partnership_id uuid not null,
        bundle_id uuid not null,
        attempt integer not null,
        number integer not null,
        content bytea not null,
        constraint pk_audit_bundle_part primary key (partnership_id, bundle_id, attempt, number),
        constraint fk_audit_bundle_part_bundle foreign key (partnership_id, bundle_id)
          references audit_bundle (partnership_id, id),
        constraint ck_audit_bundle_part_number check (number >= 1),
        constraint ck_audit_bundle_part_content check (octet_length(content) between 1 and 1048576)
      )`);
    for (const table of ['audit_bundle', 'audit_bundle_part'])
      await db.query(`call keep_within_partnership('${table}')`);
    await this.listedMovesOnly(db);
    await db.query('grant select, insert on audit_bundle to tracker_runtime');
    await db.query(`
      grant update (state, attempt, heartbeat_at, sections_done, ended_at, last_event, checkpoint_seq, key_id, size,
        sha256, failure) on audit_bundle to tracker_runtime`);
    await db.query('grant select, insert, delete on audit_bundle_part to tracker_runtime');
  }

  private async listedMovesOnly(db: QueryRunner): Promise<void> {
    await db.query(`
      create function refuse_unless_bundle_moves() returns trigger language plpgsql as $$
      begin
        if tg_op = 'INSERT' then
          if new.state = 'waiting' and new.attempt = 0 then return new; end if;
          raise exception 'an audit bundle starts as one that is waiting' using errcode = 'insufficient_privilege';
        end if;
        if (old.state, new.state) not in (('waiting', 'working'), ('working', 'working'), ('working', 'waiting'),
             ('working', 'ready'), ('working', 'failed'))
           or new.attempt not in (old.attempt, old.attempt + 1)
        then
          raise exception 'an audit bundle that is % does not become %', old.state, new.state
            using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $$`);
    await db.query(`
      create trigger listed_moves_only before insert or update on audit_bundle
        for each row execute function refuse_unless_bundle_moves()`);
    await db.query(`
      create trigger never_deleted before delete on audit_bundle
        for each row execute function refuse_change()`);
    await db.query(`
      create trigger never_changed before update on audit_bundle_part
        for each row execute function refuse_change()`);
    for (const table of ['audit_bundle', 'audit_bundle_part'])
      await db.query(`
        create trigger never_emptied before truncate on ${table}
          for each statement execute function refuse_change()`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward: restore a backup instead.');
  }
}
