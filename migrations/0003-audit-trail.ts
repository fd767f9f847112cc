import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The log of what people did, one chain for each partnership. `content` is the canonical JSON of the event, and each
 * hash covers the one before it, so any program that knows SHA-256 can check the chain:
 * hash = SHA-256(previous hash, line feed, sequence number, line feed, content).
 */
export class AuditTrail implements MigrationInterface {
  readonly name = 'AuditTrail2026112300003';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table audit_event (
        partnership_id uuid not null,
        seq bigint not null,
        recorded_at timestamptz not null,
        actor_id uuid not null,
        type text not null,
        subject_id uuid not null,
        content text not null,
        previous_hash text not null,
        hash text not null,
        constraint pk_audit_event primary key (partnership_id, seq),
        constraint fk_audit_event_partnership foreign key (partnership_id) references partnership (id)
      )`);
    await db.query("call keep_within_partnership('audit_event')");
    await db.query("call keep_append_only('audit_event')");
    await db.query('create index ix_audit_event_subject on audit_event (partnership_id, subject_id, seq)');
    await db.query('grant select, insert on audit_event to tracker_runtime');

    // The lock on the chain's head is held until commit, so the trail is recorded last in a transaction.
    await db.query(`
      create function link_audit_event() returns trigger language plpgsql as $$
      declare head record;
      begin
        perform pg_advisory_xact_lock(hashtextextended(new.partnership_id::text, 20261123));
        select seq, hash into head from audit_event
          where partnership_id = new.partnership_id order by seq desc limit 1;
        new.seq := coalesce(head.seq, 0) + 1;
        new.previous_hash := coalesce(head.hash, repeat('0', 64));
        new.hash := encode(sha256(convert_to(
          new.previous_hash || E'\\n' || new.seq || E'\\n' || new.content, 'UTF8')), 'hex');
        return new;
      end $$`);
    await db.query(`
      create trigger link_to_chain before insert on audit_event
        for each row execute function link_audit_event()`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward: restore a backup instead.');
  }
}
