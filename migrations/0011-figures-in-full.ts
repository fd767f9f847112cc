import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Everything that can be said on a line of a return: a value (by month where the measure is counted by month), nil, not
 * applicable, not available, suppressed; where it was taken from, with the extract itself; what was unusual about it
 * and why it is right all the same; and the commentary.
 */
export class FiguresInFull implements MigrationInterface {
  readonly name = 'FiguresInFull2026112400011';

  async up(db: QueryRunner): Promise<void> {
    await this.countedBy(db);
    await this.extracts(db);
    for (const table of ['return_draft_value', 'figure']) await this.whatIsSaid(db, table);
    await this.checks(db);
    await this.commentary(db);
  }

  /** Whether the measure is reported as one figure or as three months; frozen into the line when it is asked. */
  private async countedBy(db: QueryRunner): Promise<void> {
    for (const table of ['measure_definition', 'return_line'])
      await db.query(`
        alter table ${table}
          add column counted_by text not null default 'quarter',
          add constraint ck_${table}_counted_by check (counted_by in ('quarter', 'month'))`);
    for (const table of ['measure_definition', 'return_line'])
      await db.query(`alter table ${table} alter column counted_by drop default`);
  }

  private async extracts(db: QueryRunner): Promise<void> {
    await db.query(`
      create table source_extract (
        partnership_id uuid not null,
        id uuid not null,
        authority_id uuid not null,
        name text not null,
        size integer not null,
        sha256 text not null,
        bytes bytea not null,
        attached_by uuid not null,
        attached_at timestamptz not null,
        constraint pk_source_extract primary key (partnership_id, id),
        constraint fk_source_extract_authority foreign key (partnership_id, authority_id)
          references authority (partnership_id, id),
        constraint fk_source_extract_attached_by foreign key (attached_by) references person (id),
        constraint ck_source_extract_size check (size = length(bytes) and size between 1 and 2097152),
        constraint ck_source_extract_sha256 check (sha256 = encode(sha256(bytes), 'hex'))
      )`);
    await db.query("call keep_within_partnership('source_extract')");
    await db.query("call keep_append_only('source_extract')");
    await db.query('grant select, insert on source_extract to tracker_runtime');
  }

  /** A nil counts as none and is not a zero that somebody counted; a figure by month is the sum of its months. */
  private async whatIsSaid(db: QueryRunner, table: string): Promise<void> {
    await db.query(`
      alter table ${table}
        drop constraint ck_${table}_kind,
        add column months numeric[],
        add column extracted_on date,
        add column finality text,
        add column standing text,
        add column extract_id uuid,
        add constraint ck_${table}_kind check (case kind
          when 'value' then value >= 0 and num_nonnulls(reason, expected_on) = 0
          when 'nil' then value = 0 and num_nonnulls(reason, expected_on) = 0
          when 'not-applicable' then value is null and expected_on is null and length(trim(coalesce(reason, ''))) > 0
          when 'suppressed' then value is null and expected_on is null and length(trim(coalesce(reason, ''))) > 0
          when 'not-available' then value is null and length(trim(coalesce(reason, ''))) > 0
          else false end),
        add constraint ck_${table}_months check (months is null or (
          kind = 'value' and cardinality(months) = 3 and array_position(months, null) is null
          and least(months[1], months[2], months[3]) >= 0 and months[1] + months[2] + months[3] = value)),
        add constraint ck_${table}_finality check (finality in ('provisional', 'final')),
        add constraint ck_${table}_standing check (standing in ('official', 'management-information')),
        add constraint ck_${table}_provenance check (
          source is not null or num_nonnulls(release, extracted_on, finality, standing, extract_id) = 0),
        add constraint fk_${table}_extract foreign key (partnership_id, extract_id)
          references source_extract (partnership_id, id)`);
  }

  /** Rules between two measures; why what the checks found is right, frozen with the figure and what they found. */
  private async checks(db: QueryRunner): Promise<void> {
    await db.query(`
      create table cross_check (
        partnership_id uuid not null,
        id uuid not null,
        part_measure_id uuid not null,
        whole_measure_id uuid not null,
        severity text not null,
        when_missing text not null,
        reason text not null,
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        superseded_at timestamptz,
        constraint pk_cross_check primary key (partnership_id, id),
        constraint fk_cross_check_part foreign key (partnership_id, part_measure_id)
          references measure (partnership_id, id),
        constraint fk_cross_check_whole foreign key (partnership_id, whole_measure_id)
          references measure (partnership_id, id),
        constraint fk_cross_check_recorded_by foreign key (recorded_by) references person (id),
        constraint ck_cross_check_measures check (part_measure_id <> whole_measure_id),
        constraint ck_cross_check_severity check (severity in ('hard', 'soft')),
        constraint ck_cross_check_when_missing check (when_missing in ('skip', 'ask')),
        constraint ck_cross_check_reason check (length(trim(reason)) > 0)
      )`);
    await db.query(`
      create unique index uq_cross_check_current on cross_check (partnership_id, part_measure_id, whole_measure_id)
        where superseded_at is null`);
    await db.query("call keep_within_partnership('cross_check')");
    await db.query("call keep_superseded_rows('cross_check')");
    await db.query('grant select, insert on cross_check to tracker_runtime');
    await db.query('grant update (superseded_at) on cross_check to tracker_runtime');

    await db.query('alter table return_draft_value add column right_because text');
    await db.query(`
      alter table figure
        add column found text[],
        add column right_because text,
        add constraint ck_figure_found check (
          (found is null) = (right_because is null) and cardinality(found) > 0 and length(trim(right_because)) > 0)`);
  }

  /** What happened, why and what next: about a line, or about the return as a whole. */
  private async commentary(db: QueryRunner): Promise<void> {
    await db.query(`
      create table return_commentary (
        partnership_id uuid not null,
        id uuid not null,
        return_id uuid not null,
        line_id uuid,
        wording text not null,
        written_by uuid not null,
        written_at timestamptz not null,
        superseded_at timestamptz,
        constraint pk_return_commentary primary key (partnership_id, id),
        constraint fk_return_commentary_return foreign key (partnership_id, return_id)
          references quarterly_return (partnership_id, id),
        constraint fk_return_commentary_line foreign key (partnership_id, line_id)
          references return_line (partnership_id, id),
        constraint fk_return_commentary_written_by foreign key (written_by) references person (id),
        constraint ck_return_commentary_wording check (length(trim(wording)) between 1 and 4000)
      )`);
    await db.query(`
      create unique index uq_return_commentary_current
        on return_commentary (partnership_id, return_id, line_id) nulls not distinct where superseded_at is null`);
    await db.query("call keep_within_partnership('return_commentary')");
    await db.query("call keep_superseded_rows('return_commentary')");
    await db.query('grant select, insert on return_commentary to tracker_runtime');
    await db.query('grant update (superseded_at) on return_commentary to tracker_runtime');
    await db.query(`
      create function refuse_commentary_unless_open() returns trigger language plpgsql as $$
      begin
        if not exists (select from quarterly_return r
                        where r.partnership_id = new.partnership_id and r.id = new.return_id
                          and r.state in ('draft', 'returned'))
        then
          raise exception 'the return is not with its officers: its commentary cannot be changed'
            using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $$`);
    await db.query(`
      create trigger open_returns_only before insert or update on return_commentary
        for each row execute function refuse_commentary_unless_open()`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward: restore a backup instead.');
  }
}
