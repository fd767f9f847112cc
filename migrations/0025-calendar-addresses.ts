import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Addresses under which a calendar program, which cannot sign in, asks for what its owner may see in a partnership. */
export class CalendarAddresses implements MigrationInterface {
  readonly name = 'CalendarAddresses2026112900025';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table calendar_address (
        partnership_id uuid not null,
        id uuid not null,
        person_id uuid not null,
        token_sha256 text not null,
        made_at timestamptz not null,
        superseded_at timestamptz,
        constraint pk_calendar_address primary key (partnership_id, id),
        constraint fk_calendar_address_partnership foreign key (partnership_id) references partnership (id),
        constraint fk_calendar_address_person foreign key (person_id) references person (id),
        constraint ck_calendar_address_token check (token_sha256 ~ '^[0-9a-f]{64}$')
      )`);
    await db.query(`
      create unique index uq_calendar_address_current on calendar_address (partnership_id, person_id)
        where superseded_at is null`);
    await db.query('create index ix_calendar_address_person on calendar_address (person_id)');
    await db.query("call keep_within_partnership('calendar_address')");
    // The address says whose it is before it is known which partnership it is about.
    await db.query(
      'create policy own_addresses on calendar_address for select using (person_id = (select current_person()))',
    );
    await db.query("call keep_superseded_rows('calendar_address')");
    await db.query('grant select, insert, update (superseded_at) on calendar_address to tracker_runtime');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward: restore a backup instead.');
  }
}
