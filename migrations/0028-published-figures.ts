import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Figures that others publish: series x area x period x release. A file is loaded for every partnership by whoever runs
 * the service, or for one partnership by its analyst: what one of them loads is not what another one trusts, so each
 * file says whom it was loaded for, and row-level security shows it to nobody else. Once a file is applied it is never
 * changed; a later release is another file.
 */
export class PublishedFigures implements MigrationInterface {
  readonly name = 'PublishedFigures2026112900028';

  async up(db: QueryRunner): Promise<void> {
    await this.files(db);
    await this.labels(db);
    await this.figures(db);
    await this.questions(db);
    await this.meanings(db);
    await this.rights(db);
    await this.listedMovesOnly(db);
    await this.contentsAreHeld(db);
  }

  private async files(db: QueryRunner): Promise<void> {
    await db.query(`
      create table published_file (
        id uuid not null,
        loaded_for uuid,
        name text not null,
        size bigint not null,
        sha256 text,
        state text not null,
        source text,
        importer text,
        dialect text,
        released_on date,
        extracted_on date,
        covers_from date,
        covers_until date,
        rows_read integer not null,
        bytes_read bigint not null,
        cells integer not null,
        failure text,
        notes text[] not null,
        attempt integer not null,
        heartbeat_at timestamptz,
        received_by uuid,
        received_at timestamptz not null,
        decided_by uuid,
        decided_at timestamptz,
        withdrawn_by uuid,
        withdrawn_at timestamptz,
        withdrawn_because text,
        constraint pk_published_file primary key (id),
        constraint fk_published_file_loaded_for foreign key (loaded_for) references partnership (id),
        constraint fk_published_file_received_by foreign key (received_by) references person (id),
        constraint fk_published_file_decided_by foreign key (decided_by) references person (id),
        constraint fk_published_file_withdrawn_by foreign key (withdrawn_by) references person (id),
        constraint ck_published_file_name check (length(trim(name)) between 1 and 200),
        constraint ck_published_file_size check (size >= 0),
        constraint ck_published_file_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
        constraint ck_published_file_state
          check (state in
            ('receiving', 'waiting', 'reading', 'asking', 'read', 'applied', 'refused', 'abandoned')),
        constraint ck_published_file_read check (state not in ('read', 'applied')
          or num_nulls(sha256, source, importer, covers_from, covers_until) = 0),
        constraint ck_published_file_applied
          check (state <> 'applied' or num_nulls(released_on, decided_at) = 0),
        constraint ck_published_file_covers check (covers_until > covers_from),
        constraint ck_published_file_failure check ((state = 'refused') = (failure is not null)),
        constraint ck_published_file_heartbeat check (state <> 'reading' or heartbeat_at is not null),
        constraint ck_published_file_received_by check (received_by is not null or loaded_for is null),
        constraint ck_published_file_withdrawn check ((withdrawn_at is null) = (withdrawn_because is null)
          and (withdrawn_at is null or state = 'applied') and length(trim(withdrawn_because)) > 0)
      )`);
    // Of one content, one file stands for whoever it is loaded for.
    await db.query(`
      create unique index uq_published_file_content on published_file
        (sha256, coalesce(loaded_for, '00000000-0000-0000-0000-000000000000'))
        where state = 'applied' and withdrawn_at is null`);
    await db.query(`
      create index ix_published_file_release on published_file (source, released_on) where state = 'applied'`);
    await db.query(`
      create index ix_published_file_to_read on published_file (loaded_for, received_at)
        where state in ('waiting', 'reading')`);
    // A file that waits to be read, as it was sent. Gone once it is decided on: the hash stays.
    await db.query(`
      create table published_file_part (
        file_id uuid not null,
        number integer not null,
        content bytea not null,
        constraint pk_published_file_part primary key (file_id, number),
        constraint fk_published_file_part_file foreign key (file_id) references published_file (id),
        constraint ck_published_file_part_number check (number >= 1),
        constraint ck_published_file_part_content check (octet_length(content) between 1 and 1048576)
      )`);
  }

  /** What a file calls its rows and areas, and what that was taken to mean when it was applied. */
  private async labels(db: QueryRunner): Promise<void> {
    await db.query(`
      create table published_series (
        file_id uuid not null,
        number integer not null,
        label text not null,
        unit text not null,
        means text,
        constraint pk_published_series primary key (file_id, number),
        constraint fk_published_series_file foreign key (file_id) references published_file (id),
        constraint uq_published_series_label unique (file_id, label, unit),
        constraint ck_published_series_unit check (unit in ('count', 'rate', 'percentage', 'share', 'people'))
      )`);
    await db.query(`
      create table published_area (
        file_id uuid not null,
        number integer not null,
        label text not null,
        name text not null,
        within text,
        code text,
        constraint pk_published_area primary key (file_id, number),
        constraint fk_published_area_file foreign key (file_id) references published_file (id),
        constraint uq_published_area_label unique (file_id, label)
      )`);
    await db.query(`create index ix_published_area_code on published_area (code)`);
    await db.query(`
      create table published_area_link (
        file_id uuid not null,
        area_code text not null,
        area_name text not null,
        kind text not null,
        within_code text not null,
        within_name text not null,
        row_number integer not null,
        constraint pk_published_area_link primary key (file_id, area_code, kind, within_code),
        constraint fk_published_area_link_file foreign key (file_id) references published_file (id),
        constraint ck_published_area_link_kind check (kind in ('partnership', 'police-force'))
      )`);
  }

  private async figures(db: QueryRunner): Promise<void> {
    await db.query(`
      create table published_figure (
        file_id uuid not null,
        area integer not null,
        series integer not null,
        period_from date not null,
        period_until date not null,
        value numeric,
        mark text,
        row_number integer not null,
        column_number integer not null,
        sheet text,
        rows_counted integer not null,
        constraint pk_published_figure primary key (file_id, area, series, period_from, period_until),
        constraint ck_published_figure_period check (period_until > period_from),
        constraint ck_published_figure_value check ((value is null) = (mark is not null)),
        constraint ck_published_figure_rows check (rows_counted >= 1)
      )`);
  }

  /** What has to be known before a file can be applied, with the answer. */
  private async questions(db: QueryRunner): Promise<void> {
    await db.query(`
      create table published_file_question (
        file_id uuid not null,
        number integer not null,
        kind text not null,
        subject text not null,
        details jsonb not null,
        answer text,
        answered_by uuid,
        answered_at timestamptz,
        constraint pk_published_file_question primary key (file_id, number),
        constraint fk_published_file_question_file foreign key (file_id) references published_file (id),
        constraint fk_published_file_question_answered_by foreign key (answered_by) references person (id),
        constraint uq_published_file_question_subject unique (file_id, kind, subject),
        constraint ck_published_file_question_answer check ((answer is null) = (answered_at is null))
      )`);
  }

  /** Answers that are remembered, so that the same thing is asked once. */
  private async meanings(db: QueryRunner): Promise<void> {
    await db.query(`
      create table published_meaning (
        id uuid not null,
        loaded_for uuid,
        source text not null,
        kind text not null,
        label text not null,
        means text not null,
        from_file uuid not null,
        decided_by uuid,
        decided_at timestamptz not null,
        superseded_at timestamptz,
        constraint pk_published_meaning primary key (id),
        constraint fk_published_meaning_loaded_for foreign key (loaded_for) references partnership (id),
        constraint fk_published_meaning_file foreign key (from_file) references published_file (id),
        constraint fk_published_meaning_decided_by foreign key (decided_by) references person (id),
        constraint ck_published_meaning_kind check (kind in ('series', 'area', 'columns'))
      )`);
    await db.query(`
      create unique index uq_published_meaning_current on published_meaning
        (coalesce(loaded_for, '00000000-0000-0000-0000-000000000000'), source, kind, label)
        where superseded_at is null`);
  }

  /**
   * Everybody reads what was loaded for all; a partnership reads and writes what is loaded for it; what is loaded for
   * all is written outside partnerships, which no page does.
   */
  private async rights(db: QueryRunner): Promise<void> {
    for (const table of ['published_file', 'published_meaning']) {
      await this.secure(db, table, {
        seen: 'loaded_for is null or loaded_for = (select current_partnership())',
        written: 'loaded_for is not distinct from (select current_partnership())',
      });
    }
    for (const table of [
      'published_file_part',
      'published_series',
      'published_area',
      'published_area_link',
      'published_figure',
      'published_file_question',
    ])
      await this.secure(db, table, {
        seen: 'file_id in (select f.id from published_file f)',
        written: `file_id in (select f.id from published_file f
          where f.loaded_for is not distinct from (select current_partnership()))`,
      });
    await db.query(`
      grant update (state, sha256, source, importer, dialect, released_on, extracted_on, covers_from, covers_until,
        rows_read, bytes_read, cells, failure, notes, attempt, heartbeat_at, decided_by, decided_at,
        withdrawn_by, withdrawn_at, withdrawn_because, size) on published_file to tracker_runtime`);
    await db.query('grant update (means) on published_series to tracker_runtime');
    await db.query('grant update (code) on published_area to tracker_runtime');
    await db.query(
      'grant update (answer, answered_by, answered_at) on published_file_question to tracker_runtime',
    );
    await db.query('grant update (superseded_at) on published_meaning to tracker_runtime');
    for (const table of [
      'published_file_part',
      'published_series',
      'published_area',
      'published_area_link',
      'published_figure',
      'published_file_question',
    ])
      await db.query(`grant delete on ${table} to tracker_runtime`);
  }

  private async secure(
    db: QueryRunner,
    table: string,
    { seen, written }: { seen: string; written: string },
  ): Promise<void> {
    await db.query(`alter table ${table} enable row level security`);
    await db.query(`alter table ${table} force row level security`);
    await db.query(`create policy seen_by_whom_it_is_for on ${table} for select using (${seen})`);
    await db.query(`create policy loaded_by_whom_it_is_for on ${table} for insert with check (${written})`);
    await db.query(
      `create policy changed_by_whom_it_is_for on ${table} for update using (${written}) with check (${written})`,
    );
    await db.query(`create policy removed_by_whom_it_is_for on ${table} for delete using (${written})`);
    await db.query(`grant select, insert on ${table} to tracker_runtime`);
  }

  private async listedMovesOnly(db: QueryRunner): Promise<void> {
    await db.query(`
      create function refuse_unless_published_file_moves() returns trigger language plpgsql as $$
      begin
        if tg_op = 'INSERT' then
          if new.state in ('receiving', 'reading') and new.withdrawn_at is null then return new; end if;
          raise exception 'a published file starts by being received or read'
            using errcode = 'insufficient_privilege';
        end if;
        if old.state = 'applied' then
          if old.withdrawn_at is null and new.withdrawn_at is not null
             and to_jsonb(new) - array['withdrawn_at', 'withdrawn_by', 'withdrawn_because']
               = to_jsonb(old) - array['withdrawn_at', 'withdrawn_by', 'withdrawn_because'] then
            return new;
          end if;
          raise exception 'a published file that is applied is never changed' using errcode = 'insufficient_privilege';
        end if;
        if (old.state, new.state) not in (
             ('receiving', 'waiting'), ('receiving', 'receiving'), ('receiving', 'abandoned'),
             ('waiting', 'reading'), ('waiting', 'abandoned'),
             ('reading', 'reading'), ('reading', 'waiting'), ('reading', 'read'), ('reading', 'refused'),
             ('reading', 'asking'), ('reading', 'abandoned'),
             ('asking', 'asking'), ('asking', 'waiting'), ('asking', 'reading'), ('asking', 'abandoned'),
             ('read', 'read'), ('read', 'waiting'), ('read', 'reading'), ('read', 'applied'), ('read', 'abandoned'))
        then
          raise exception 'a published file that is % does not become %', old.state, new.state
            using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $$`);
    await db.query(`
      create trigger listed_moves_only before insert or update on published_file
        for each row execute function refuse_unless_published_file_moves()`);
    await db.query(`
      create trigger never_deleted before delete on published_file
        for each row execute function refuse_change()`);
    await db.query(`call keep_superseded_rows('published_meaning')`);
  }

  /** What an applied file says is never added to, changed or taken away. Looked at once a statement: files are long. */
  private async contentsAreHeld(db: QueryRunner): Promise<void> {
    await db.query(`
      create function refuse_change_of_applied_file() returns trigger language plpgsql as $$
      begin
        if exists (select from published_file f
                    where f.state = 'applied' and f.id in (select distinct c.file_id from changed c)) then
          raise exception 'the content of a published file that is applied is never changed'
            using errcode = 'insufficient_privilege';
        end if;
        return null;
      end $$`);
    for (const table of [
      'published_series',
      'published_area',
      'published_area_link',
      'published_figure',
      'published_file_question',
    ]) {
      for (const [move, rows] of [
        ['insert', 'new'],
        ['update', 'new'],
        ['delete', 'old'],
      ])
        await db.query(`
          create trigger applied_files_are_held_${move} after ${move} on ${table}
            referencing ${rows} table as changed
            for each statement execute function refuse_change_of_applied_file()`);
    }
    await db.query(`
      create trigger figures_are_never_changed before update on published_figure
        for each row execute function refuse_change()`);
    for (const table of [
      'published_file',
      'published_file_part',
      'published_series',
      'published_area',
      'published_area_link',
      'published_figure',
      'published_file_question',
    ])
      await db.query(`
        create trigger never_emptied before truncate on ${table}
          for each statement execute function refuse_change()`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward: restore a backup instead.');
  }
}
