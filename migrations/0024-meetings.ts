import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Records that prove duties by themselves: meetings with who attended them, whom each authority nominated to help
 * information to be shared, and where summaries of the plan were published. None is ever changed: another takes its
 * place, or it is taken back.
 */
export class Meetings implements MigrationInterface {
  readonly name = 'Meetings2026112900024';

  async up(db: QueryRunner): Promise<void> {
    await this.meetings(db);
    await this.attendees(db);
    await this.nominees(db);
    await this.publishedSummaries(db);
    for (const table of ['meeting', 'nominee', 'published_summary']) {
      await db.query(`call keep_within_partnership('${table}')`);
      await db.query(`call keep_superseded_rows('${table}')`);
      await db.query(`grant select, insert, update (superseded_at) on ${table} to tracker_runtime`);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward: restore a backup instead.');
  }

  private async meetings(db: QueryRunner): Promise<void> {
    await db.query(`
      create table meeting (
        partnership_id uuid not null,
        id uuid not null,
        kind text not null,
        held_on date not null,
        place text not null,
        discussed text not null,
        public_at text,
        supersedes_id uuid,
        reason text,
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        superseded_at timestamptz,
        constraint pk_meeting primary key (partnership_id, id),
        constraint fk_meeting_partnership foreign key (partnership_id) references partnership (id),
        constraint fk_meeting_supersedes foreign key (partnership_id, supersedes_id)
          references meeting (partnership_id, id),
        constraint fk_meeting_recorded_by foreign key (recorded_by) references person (id),
        constraint uq_meeting_supersedes unique (partnership_id, supersedes_id),
        constraint ck_meeting_kind
          check (kind in ('public-meeting', 'strategy-group', 'crime-and-disorder-committee')),
        constraint ck_meeting_words check (length(trim(place)) between 1 and 200
          and length(trim(discussed)) between 1 and 2000),
        constraint ck_meeting_public_at check (public_at ~ '^https://'),
        constraint ck_meeting_reason check ((supersedes_id is null) = (reason is null)
          and length(trim(reason)) between 1 and 500)
      )`);
  }

  /** Who attended is recorded with the meeting; nobody is added later. */
  private async attendees(db: QueryRunner): Promise<void> {
    await db.query(`
      create table meeting_attendee (
        partnership_id uuid not null,
        meeting_id uuid not null,
        number integer not null,
        authority_id uuid not null,
        name text not null,
        post text not null,
        is_senior boolean not null,
        constraint pk_meeting_attendee primary key (partnership_id, meeting_id, number),
        constraint fk_meeting_attendee_meeting foreign key (partnership_id, meeting_id)
          references meeting (partnership_id, id),
        constraint fk_meeting_attendee_authority foreign key (partnership_id, authority_id)
          references authority (partnership_id, id),
        constraint ck_meeting_attendee_number check (number >= 1),
        constraint ck_meeting_attendee_words check (length(trim(name)) between 1 and 200
          and length(trim(post)) between 1 and 200)
      )`);
    await db.query("call keep_within_partnership('meeting_attendee')");
    await db.query("call keep_append_only('meeting_attendee')");
    await db.query('grant select, insert on meeting_attendee to tracker_runtime');
    await db.query(`
      create function refuse_attendee_of_standing_meeting() returns trigger language plpgsql as $$
      begin
        if not exists (select from meeting m
                        where m.partnership_id = new.partnership_id and m.id = new.meeting_id
                          and m.xmin = pg_current_xact_id()::xid)
        then
          raise exception 'a meeting that is recorded gets no more attendees' using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $$`);
    await db.query(`
      create trigger with_its_meeting before insert on meeting_attendee
        for each row execute function refuse_attendee_of_standing_meeting()`);
  }

  /** From a day until the next one of the same authority; one without a name says that there is nobody from that day. */
  private async nominees(db: QueryRunner): Promise<void> {
    await db.query(`
      create table nominee (
        partnership_id uuid not null,
        id uuid not null,
        authority_id uuid not null,
        name text,
        post text,
        from_on date not null,
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        superseded_at timestamptz,
        constraint pk_nominee primary key (partnership_id, id),
        constraint fk_nominee_authority foreign key (partnership_id, authority_id)
          references authority (partnership_id, id),
        constraint fk_nominee_recorded_by foreign key (recorded_by) references person (id),
        constraint ck_nominee_words check ((name is null) = (post is null)
          and length(trim(name)) between 1 and 200 and length(trim(post)) between 1 and 200)
      )`);
    await db.query(`
      create unique index uq_nominee_current on nominee (partnership_id, authority_id, from_on)
        where superseded_at is null`);
    await db.query(`
      create procedure hold_nominees(partnership uuid) language sql as $$
        select pg_advisory_xact_lock(hashtextextended(partnership::text, 23))
      $$`);
    await db.query('grant execute on procedure hold_nominees to tracker_runtime');
  }

  private async publishedSummaries(db: QueryRunner): Promise<void> {
    await db.query(`
      create table published_summary (
        partnership_id uuid not null,
        id uuid not null,
        plan_version_id uuid not null,
        published_on date not null,
        public_at text not null,
        forms text not null,
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        superseded_at timestamptz,
        constraint pk_published_summary primary key (partnership_id, id),
        constraint fk_published_summary_plan_version foreign key (partnership_id, plan_version_id)
          references plan_version (partnership_id, id),
        constraint fk_published_summary_recorded_by foreign key (recorded_by) references person (id),
        constraint ck_published_summary_public_at check (public_at ~ '^https://'),
        constraint ck_published_summary_forms check (length(trim(forms)) between 1 and 200)
      )`);
  }
}
