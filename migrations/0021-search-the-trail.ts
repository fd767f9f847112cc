import type { MigrationInterface, QueryRunner } from 'typeorm';
import { acrossPartnerships } from './shared/across-partnerships.js';

/**
 * What the trail is searched by: the name of whoever did it as it is kept with the event, the kind of event, and when.
 * The name is taken out of the content by the trigger that links the event to the chain.
 */
export class SearchTheTrail implements MigrationInterface {
  readonly name = 'SearchTheTrail2026112800021';

  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table audit_event add column actor_name text');
    await acrossPartnerships(db, ['audit_event'], () =>
      db.query("update audit_event set actor_name = content::jsonb -> 'actor' ->> 'name'"),
    );
    await db.query('alter table audit_event alter column actor_name set not null');
    await db.query(`
      create or replace function link_audit_event() returns trigger language plpgsql as $$
      declare head record;
      begin
        perform pg_advisory_xact_lock(hashtextextended(new.partnership_id::text, 20261123));
        select seq, hash into head from audit_event
          where partnership_id = new.partnership_id order by seq desc limit 1;
        new.seq := coalesce(head.seq, 0) + 1;
        new.actor_name := new.content::jsonb -> 'actor' ->> 'name';
        new.previous_hash := coalesce(head.hash, repeat('0', 64));
        new.hash := encode(sha256(convert_to(
          new.previous_hash || E'\\n' || new.seq || E'\\n' || new.content, 'UTF8')), 'hex');
        return new;
      end $$`);
    await db.query('create index ix_audit_event_actor_name on audit_event (partnership_id, actor_name, seq)');
    await db.query('create index ix_audit_event_type on audit_event (partnership_id, type, seq)');
    await db.query(
      'create index ix_audit_event_recorded_at on audit_event (partnership_id, recorded_at) include (seq)',
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward: restore a backup instead.');
  }
}
