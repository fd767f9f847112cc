import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the law asks about a partnership before it says what its duties are, what happened that makes duties fall due,
 * and how far each occurrence has come. The law itself is no table: it is in the code.
 */
export class Duties implements MigrationInterface {
  readonly name = 'Duties2026112800022';

  async up(db: QueryRunner): Promise<void> {
    await this.legalSetting(db);
    await db.query(`
      create table duty_happening (
        partnership_id uuid not null,
        id uuid not null,
        trigger text not null,
        happened_on date not null,
        bearer text,
        due_on date,
        words text not null,
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        superseded_at timestamptz,
        constraint pk_duty_happening primary key (partnership_id, id),
        constraint fk_duty_happening_recorded_by foreign key (recorded_by) references person (id),
        constraint ck_duty_happening_due_on check (due_on >= happened_on),
        constraint ck_duty_happening_words check (length(trim(words)) between 1 and 300)
      )`);
    await db.query(`
      create table duty_progress (
        partnership_id uuid not null,
        id uuid not null,
        occurrence text not null,
        progress text not null,
        done_on date,
        words text not null,
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        superseded_at timestamptz,
        constraint pk_duty_progress primary key (partnership_id, id),
        constraint fk_duty_progress_recorded_by foreign key (recorded_by) references person (id),
        constraint ck_duty_progress_occurrence check (occurrence ~ '^[A-Z0-9-]+/[a-z-]+/[0-9a-f-]+$'),
        constraint ck_duty_progress_progress check (progress in ('to-do', 'in-progress', 'in-review', 'done')),
        constraint ck_duty_progress_done_on check ((progress = 'done') = (done_on is not null)),
        constraint ck_duty_progress_words check (length(trim(words)) between 1 and 300)
      )`);
    await db.query(`
      create unique index uq_duty_progress_current on duty_progress (partnership_id, occurrence)
        where superseded_at is null`);
    for (const table of ['duty_happening', 'duty_progress']) {
      await db.query(`call keep_within_partnership('${table}')`);
      await db.query(`call keep_superseded_rows('${table}')`);
      await db.query(`grant select, insert, update (superseded_at) on ${table} to tracker_runtime`);
    }
  }

  /** The partnerships there are by now are London boroughs, whose duties are followed from this financial year on. */
  private async legalSetting(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table partnership
        add column nation text not null default 'england',
        add column council text not null default 'london-borough',
        add column policing_body text not null default 'mopac',
        add column fire_authority text not null default 'london-fire-commissioner',
        add column pilots text[] not null default '{}',
        add column duties_since date not null default '2026-04-01',
        add constraint ck_partnership_nation check (nation in ('england', 'wales')),
        add constraint ck_partnership_council
          check (council in ('london-borough', 'metropolitan', 'unitary', 'district', 'county')),
        add constraint ck_partnership_policing_body check (policing_body in ('mopac', 'commissioner', 'mayor')),
        add constraint ck_partnership_fire_authority check (fire_authority in
          ('london-fire-commissioner', 'county', 'combined', 'commissioner', 'mayor')),
        add constraint ck_partnership_london check ((council = 'london-borough') = (policing_body = 'mopac')
          and (council = 'london-borough') = (fire_authority = 'london-fire-commissioner')),
        add constraint ck_partnership_wales check (nation = 'england'
          or (council = 'unitary' and policing_body = 'commissioner' and fire_authority = 'combined'))`);
    await db.query(`
      alter table partnership
        alter column nation drop default,
        alter column council drop default,
        alter column policing_body drop default,
        alter column fire_authority drop default,
        alter column pilots drop default,
        alter column duties_since drop default`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward: restore a backup instead.');
  }
}
