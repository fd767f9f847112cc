import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Evidence on the statutory duties, in versions with their SHA-256; where the review of each stands; and what was found
 * of each occurrence. That a duty is met is refused here too, without accepted evidence whose days cover it.
 */
export class Evidence implements MigrationInterface {
  readonly name = 'Evidence2026112900023';

  async up(db: QueryRunner): Promise<void> {
    await this.items(db);
    await this.versions(db);
    await this.states(db);
    await this.assessments(db);
  }

  private async items(db: QueryRunner): Promise<void> {
    await db.query(`
      create table evidence (
        partnership_id uuid not null,
        id uuid not null,
        title text not null,
        authority_id uuid,
        marking text not null,
        asked_for text,
        due_on date,
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        constraint pk_evidence primary key (partnership_id, id),
        constraint fk_evidence_authority foreign key (partnership_id, authority_id)
          references authority (partnership_id, id),
        constraint fk_evidence_recorded_by foreign key (recorded_by) references person (id),
        constraint ck_evidence_title check (length(trim(title)) between 1 and 150),
        constraint ck_evidence_marking check (marking in ('official', 'official-sensitive')),
        constraint ck_evidence_asked_for check (length(trim(asked_for)) between 1 and 1000),
        constraint ck_evidence_request check ((asked_for is null) = (due_on is null))
      )`);
    await db.query(`
      create table evidence_obligation (
        partnership_id uuid not null,
        id uuid not null,
        evidence_id uuid not null,
        reference text not null,
        bearer text not null,
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        superseded_at timestamptz,
        constraint pk_evidence_obligation primary key (partnership_id, id),
        constraint fk_evidence_obligation_evidence foreign key (partnership_id, evidence_id)
          references evidence (partnership_id, id),
        constraint fk_evidence_obligation_recorded_by foreign key (recorded_by) references person (id),
        constraint ck_evidence_obligation_reference check (reference ~ '^[A-Za-z0-9-]+$'),
        constraint ck_evidence_obligation_bearer check (bearer ~ '^[a-z-]+$')
      )`);
    await db.query(`
      create unique index uq_evidence_obligation_current
        on evidence_obligation (partnership_id, reference, bearer, evidence_id) where superseded_at is null`);
    await db.query(
      'create index ix_evidence_obligation_evidence on evidence_obligation (partnership_id, evidence_id)',
    );
    await db.query("call keep_within_partnership('evidence')");
    await db.query("call keep_append_only('evidence')");
    await db.query('grant select, insert on evidence to tracker_runtime');
    await this.superseded(db, 'evidence_obligation');
  }

  /** A version is a file, a link, or a record of the partnership that proves itself; `covers_until` is half-open. */
  private async versions(db: QueryRunner): Promise<void> {
    await db.query(`
      create table evidence_version (
        partnership_id uuid not null,
        id uuid not null,
        evidence_id uuid not null,
        number integer not null,
        kind text not null,
        name text not null,
        media_type text,
        size integer,
        sha256 text,
        link text,
        record_kind text,
        record_id uuid,
        covers_from date not null,
        covers_until date not null,
        expires_on date,
        words text not null,
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        constraint pk_evidence_version primary key (partnership_id, id),
        constraint uq_evidence_version_number unique (partnership_id, evidence_id, number),
        constraint uq_evidence_version_sha256 unique (partnership_id, id, sha256),
        constraint fk_evidence_version_evidence foreign key (partnership_id, evidence_id)
          references evidence (partnership_id, id),
        constraint fk_evidence_version_recorded_by foreign key (recorded_by) references person (id),
        constraint ck_evidence_version_number check (number >= 1),
        constraint ck_evidence_version_kind check (case kind
          when 'file' then num_nonnulls(media_type, size, sha256) = 3 and num_nonnulls(link, record_kind, record_id) = 0
          when 'link' then link is not null and num_nonnulls(media_type, size, sha256, record_kind, record_id) = 0
          when 'record' then num_nonnulls(record_kind, record_id, sha256) = 3
            and num_nonnulls(media_type, size, link) = 0
          else false end),
        constraint ck_evidence_version_name check (length(trim(name)) between 1 and 200),
        constraint ck_evidence_version_link check (link ~ '^https://' and length(link) <= 500),
        constraint ck_evidence_version_size check (size between 1 and 20971520),
        constraint ck_evidence_version_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
        constraint ck_evidence_version_covers check (covers_from < covers_until),
        constraint ck_evidence_version_words check (length(trim(words)) between 1 and 1000)
      )`);
    await db.query(`
      create table evidence_file (
        partnership_id uuid not null,
        version_id uuid not null,
        sha256 text not null,
        bytes bytea not null,
        constraint pk_evidence_file primary key (partnership_id, version_id),
        constraint fk_evidence_file_version foreign key (partnership_id, version_id, sha256)
          references evidence_version (partnership_id, id, sha256),
        constraint ck_evidence_file_sha256 check (sha256 = encode(sha256(bytes), 'hex'))
      )`);
    // Files are compressed already: to try it again only costs.
    await db.query('alter table evidence_file alter column bytes set storage external');
    await db.query(`
      create table evidence_scan (
        partnership_id uuid not null,
        id uuid not null,
        version_id uuid not null,
        verdict text not null,
        detail text,
        recorded_at timestamptz not null,
        constraint pk_evidence_scan primary key (partnership_id, id),
        constraint fk_evidence_scan_version foreign key (partnership_id, version_id)
          references evidence_version (partnership_id, id),
        constraint ck_evidence_scan_verdict check (verdict in ('clean', 'infected', 'not-scanned')),
        constraint ck_evidence_scan_detail check ((verdict = 'clean') = (detail is null))
      )`);
    await db.query(
      'create index ix_evidence_scan_version on evidence_scan (partnership_id, version_id, recorded_at)',
    );
    for (const table of ['evidence_version', 'evidence_file', 'evidence_scan']) {
      await db.query(`call keep_within_partnership('${table}')`);
      await db.query(`call keep_append_only('${table}')`);
      await db.query(`grant select, insert on ${table} to tracker_runtime`);
    }
  }

  /** The moves of `libs/assurance/src/domain/evidence-transitions.ts`, and what must hold before evidence is accepted. */
  private async states(db: QueryRunner): Promise<void> {
    await db.query(`
      create table evidence_state (
        partnership_id uuid not null,
        id uuid not null,
        evidence_id uuid not null,
        version_id uuid,
        state text not null,
        reason text,
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        superseded_at timestamptz,
        constraint pk_evidence_state primary key (partnership_id, id),
        constraint fk_evidence_state_evidence foreign key (partnership_id, evidence_id)
          references evidence (partnership_id, id),
        constraint fk_evidence_state_version foreign key (partnership_id, version_id)
          references evidence_version (partnership_id, id),
        constraint fk_evidence_state_recorded_by foreign key (recorded_by) references person (id),
        constraint ck_evidence_state_state check (state in
          ('requested', 'received', 'in-review', 'accepted', 'rejected', 'withdrawn')),
        constraint ck_evidence_state_version check (version_id is not null or state in ('requested', 'withdrawn')),
        constraint ck_evidence_state_reason check (
          state not in ('rejected', 'withdrawn') or length(trim(coalesce(reason, ''))) between 1 and 1000)
      )`);
    await db.query(`
      create unique index uq_evidence_state_current on evidence_state (partnership_id, evidence_id, version_id)
        nulls not distinct where superseded_at is null`);
    await db.query(
      'create index ix_evidence_state_version on evidence_state (partnership_id, version_id, recorded_at)',
    );
    await db.query(`
      create function hold_evidence_moves() returns trigger language plpgsql as $$
      declare
        before text;
        version evidence_version;
      begin
        select s.state into before from evidence_state s
         where s.partnership_id = new.partnership_id and s.evidence_id = new.evidence_id
           and s.version_id is not distinct from new.version_id and s.id <> new.id
         order by s.recorded_at desc, s.id desc limit 1;
        if (coalesce(before, 'nothing'), new.state) not in (
             ('nothing', 'requested'), ('nothing', 'received'), ('requested', 'withdrawn'),
             ('received', 'in-review'), ('received', 'withdrawn'),
             ('in-review', 'accepted'), ('in-review', 'rejected'), ('in-review', 'withdrawn'),
             ('accepted', 'rejected'), ('accepted', 'withdrawn')) then
          raise exception 'evidence cannot go from % to %', coalesce(before, 'nothing'), new.state
            using errcode = 'check_violation';
        end if;
        if new.state = 'accepted' then
          select * into version from evidence_version v
           where v.partnership_id = new.partnership_id and v.id = new.version_id;
          if version.kind = 'file' and coalesce((select c.verdict from evidence_scan c
               where c.partnership_id = new.partnership_id and c.version_id = new.version_id
               order by c.recorded_at desc, c.id desc limit 1), '') <> 'clean' then
            raise exception 'a file that is not known to be clean is not accepted' using errcode = 'check_violation';
          end if;
          if version.kind <> 'record' and version.recorded_by = new.recorded_by then
            raise exception 'nobody accepts evidence of their own' using errcode = 'check_violation';
          end if;
        end if;
        return new;
      end $$`);
    await this.superseded(db, 'evidence_state');
    await db.query(`
      create trigger moves_are_held after insert on evidence_state
        for each row execute function hold_evidence_moves()`);
  }

  private async assessments(db: QueryRunner): Promise<void> {
    // References such as FIS-12-4a have small letters in them.
    await db.query(`
      alter table duty_progress
        drop constraint ck_duty_progress_occurrence,
        add constraint ck_duty_progress_occurrence check (occurrence ~ '^[A-Za-z0-9-]+/[a-z-]+/[0-9a-f-]+$')`);
    await db.query(`
      create table duty_assessment (
        partnership_id uuid not null,
        id uuid not null,
        occurrence text not null,
        applies boolean not null,
        result text not null,
        words text not null,
        about_from date not null,
        about_until date not null,
        law text not null,
        wording text not null,
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        superseded_at timestamptz,
        constraint pk_duty_assessment primary key (partnership_id, id),
        constraint fk_duty_assessment_recorded_by foreign key (recorded_by) references person (id),
        constraint ck_duty_assessment_occurrence check (occurrence ~ '^[A-Za-z0-9-]+/[a-z-]+/[0-9a-f-]+$'),
        constraint ck_duty_assessment_result check (result in ('not-assessed', 'met', 'partly-met', 'not-met')),
        constraint ck_duty_assessment_applies check (applies or result = 'not-assessed'),
        constraint ck_duty_assessment_about check (about_from < about_until),
        constraint ck_duty_assessment_words check (length(trim(words)) between 1 and 1000)
      )`);
    await db.query(`
      create unique index uq_duty_assessment_current on duty_assessment (partnership_id, occurrence)
        where superseded_at is null`);
    await db.query(`
      create table duty_assessment_evidence (
        partnership_id uuid not null,
        assessment_id uuid not null,
        version_id uuid not null,
        constraint pk_duty_assessment_evidence primary key (partnership_id, assessment_id, version_id),
        constraint fk_duty_assessment_evidence_assessment foreign key (partnership_id, assessment_id)
          references duty_assessment (partnership_id, id),
        constraint fk_duty_assessment_evidence_version foreign key (partnership_id, version_id)
          references evidence_version (partnership_id, id)
      )`);
    await db.query(`
      create function hold_met_to_evidence() returns trigger language plpgsql as $$
      begin
        if new.result = 'met' and not coalesce((
             select range_agg(daterange(v.covers_from, v.covers_until)) @> daterange(new.about_from, new.about_until)
               from evidence_obligation o
               join evidence_version v on v.partnership_id = o.partnership_id and v.evidence_id = o.evidence_id
               join evidence_state s on s.partnership_id = v.partnership_id and s.version_id = v.id
              where o.partnership_id = new.partnership_id and o.superseded_at is null
                and o.reference = split_part(new.occurrence, '/', 1) and o.bearer = split_part(new.occurrence, '/', 2)
                and s.superseded_at is null and s.state = 'accepted'
                and (v.expires_on is null
                  or v.expires_on >= (new.recorded_at at time zone 'Europe/London')::date)), false) then
          raise exception 'a duty is met by accepted evidence that covers the days it is about'
            using errcode = 'check_violation';
        end if;
        return new;
      end $$`);
    await this.superseded(db, 'duty_assessment');
    await db.query(`
      create trigger met_has_evidence after insert on duty_assessment
        for each row execute function hold_met_to_evidence()`);
    await db.query("call keep_within_partnership('duty_assessment_evidence')");
    await db.query("call keep_append_only('duty_assessment_evidence')");
    await db.query('grant select, insert on duty_assessment_evidence to tracker_runtime');
  }

  private async superseded(db: QueryRunner, table: string): Promise<void> {
    await db.query(`call keep_within_partnership('${table}')`);
    await db.query(`call keep_superseded_rows('${table}')`);
    await db.query(`grant select, insert, update (superseded_at) on ${table} to tracker_runtime`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward: restore a backup instead.');
  }
}
