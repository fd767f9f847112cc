import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What auditors write: workpapers with the sample of figures that was drawn and what came of each, and findings with
 * everything that followed from them. Triggers hold the same moves as the domain, and that nothing is tested or told
 * otherwise once a workpaper is concluded. They look after a row is in: who may not write to a partnership is told that
 * first.
 */
export class Findings implements MigrationInterface {
  readonly name = 'Findings2026112900027';

  async up(db: QueryRunner): Promise<void> {
    await this.workpapers(db);
    await this.samplesAreWhole(db);
    await this.tests(db);
    await this.findings(db);
    await this.entries(db);
  }

  private async workpapers(db: QueryRunner): Promise<void> {
    await db.query(`
      create table workpaper (
        partnership_id uuid not null,
        id uuid not null,
        objective text not null,
        first_quarter date not null,
        last_quarter date not null,
        sample_size integer not null,
        seed text not null,
        population_size integer not null,
        population_sha256 text not null,
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        constraint pk_workpaper primary key (partnership_id, id),
        constraint fk_workpaper_recorded_by foreign key (recorded_by) references person (id),
        constraint ck_workpaper_objective check (length(trim(objective)) between 1 and 1000),
        constraint ck_workpaper_quarters check (first_quarter <= last_quarter),
        constraint ck_workpaper_sample_size check (sample_size between 1 and 100),
        constraint ck_workpaper_seed check (seed ~ '^[A-Za-z0-9-]{1,40}$'),
        constraint ck_workpaper_population_size check (population_size >= 1),
        constraint ck_workpaper_population_sha256 check (population_sha256 ~ '^[0-9a-f]{64}$')
      )`);
    await db.query(`
      create table workpaper_figure (
        partnership_id uuid not null,
        workpaper_id uuid not null,
        figure_id uuid not null,
        position integer not null,
        constraint pk_workpaper_figure primary key (partnership_id, workpaper_id, figure_id),
        constraint uq_workpaper_figure_position unique (partnership_id, workpaper_id, position),
        constraint fk_workpaper_figure_workpaper foreign key (partnership_id, workpaper_id)
          references workpaper (partnership_id, id),
        constraint fk_workpaper_figure_figure foreign key (partnership_id, figure_id)
          references figure (partnership_id, id),
        constraint ck_workpaper_figure_position check (position >= 1)
      )`);
    for (const table of ['workpaper', 'workpaper_figure']) await this.appendOnly(db, table);
  }

  /** A sample is whole from the moment on which its workpaper is there, and stays as it was drawn. */
  private async samplesAreWhole(db: QueryRunner): Promise<void> {
    await db.query(`
      create function hold_sample_to_its_size() returns trigger language plpgsql as $$
      begin
        if (select w.population_size < new.position or w.sample_size < new.position from workpaper w
             where w.partnership_id = new.partnership_id and w.id = new.workpaper_id) then
          raise exception 'a sample does not grow' using errcode = 'check_violation';
        end if;
        return new;
      end $$`);
    await db.query(`
      create trigger size_is_held after insert on workpaper_figure
        for each row execute function hold_sample_to_its_size()`);
    await db.query(`
      create function require_whole_sample() returns trigger language plpgsql as $$
      begin
        if (select count(*) from workpaper_figure f
             where f.partnership_id = new.partnership_id and f.workpaper_id = new.id)
           <> least(new.sample_size, new.population_size) then
          raise exception 'a workpaper comes with its whole sample' using errcode = 'check_violation';
        end if;
        return new;
      end $$`);
    await db.query(`
      create constraint trigger sample_is_whole after insert on workpaper deferrable initially deferred
        for each row execute function require_whole_sample()`);
  }

  private async tests(db: QueryRunner): Promise<void> {
    await db.query(`
      create table workpaper_test (
        partnership_id uuid not null,
        id uuid not null,
        workpaper_id uuid not null,
        figure_id uuid not null,
        reported numeric not null,
        obtained numeric,
        difference numeric,
        extract_sha256 text,
        words text not null,
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        superseded_at timestamptz,
        constraint pk_workpaper_test primary key (partnership_id, id),
        constraint fk_workpaper_test_figure foreign key (partnership_id, workpaper_id, figure_id)
          references workpaper_figure (partnership_id, workpaper_id, figure_id),
        constraint fk_workpaper_test_recorded_by foreign key (recorded_by) references person (id),
        constraint ck_workpaper_test_obtained check (obtained >= 0),
        constraint ck_workpaper_test_difference check (difference is not distinct from obtained - reported),
        constraint ck_workpaper_test_extract_sha256 check (extract_sha256 ~ '^[0-9a-f]{64}$'),
        constraint ck_workpaper_test_words check (length(trim(words)) between 1 and 1000)
      )`);
    await db.query(`
      create unique index uq_workpaper_test_current on workpaper_test (partnership_id, workpaper_id, figure_id)
        where superseded_at is null`);
    await db.query(`
      create table workpaper_conclusion (
        partnership_id uuid not null,
        workpaper_id uuid not null,
        words text not null,
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        constraint pk_workpaper_conclusion primary key (partnership_id, workpaper_id),
        constraint fk_workpaper_conclusion_workpaper foreign key (partnership_id, workpaper_id)
          references workpaper (partnership_id, id),
        constraint fk_workpaper_conclusion_recorded_by foreign key (recorded_by) references person (id),
        constraint ck_workpaper_conclusion_words check (length(trim(words)) between 1 and 1000)
      )`);
    await db.query(`
      create function hold_test_to_its_figure() returns trigger language plpgsql as $$
      begin
        if exists (select from workpaper_conclusion c
                    where c.partnership_id = new.partnership_id and c.workpaper_id = new.workpaper_id) then
          raise exception 'a concluded workpaper is not changed' using errcode = 'check_violation';
        end if;
        if not exists (select from figure f
                         left join source_extract x on x.partnership_id = f.partnership_id and x.id = f.extract_id
                        where f.partnership_id = new.partnership_id and f.id = new.figure_id
                          and f.value = new.reported and x.sha256 is not distinct from new.extract_sha256) then
          raise exception 'a test is of what was reported and of the extract that it came from'
            using errcode = 'check_violation';
        end if;
        return new;
      end $$`);
    await db.query(`
      create function require_every_figure_tested() returns trigger language plpgsql as $$
      begin
        if exists (select from workpaper_figure f
                    where f.partnership_id = new.partnership_id and f.workpaper_id = new.workpaper_id
                      and not exists (select from workpaper_test t
                                       where t.partnership_id = f.partnership_id and t.workpaper_id = f.workpaper_id
                                         and t.figure_id = f.figure_id and t.superseded_at is null)) then
          raise exception 'a workpaper is concluded once something is said of every figure'
            using errcode = 'check_violation';
        end if;
        return new;
      end $$`);
    // A test that is superseded is followed by another one, which is refused once the workpaper is concluded.
    await db.query(`
      create function keep_concluded_tests() returns trigger language plpgsql as $$
      begin
        if exists (select from workpaper_conclusion c
                    where c.partnership_id = new.partnership_id and c.workpaper_id = new.workpaper_id) then
          raise exception 'a concluded workpaper is not changed' using errcode = 'check_violation';
        end if;
        return new;
      end $$`);
    await this.appendOnly(db, 'workpaper_conclusion');
    await db.query("call keep_within_partnership('workpaper_test')");
    await db.query("call keep_superseded_rows('workpaper_test')");
    await db.query('grant select, insert, update (superseded_at) on workpaper_test to tracker_runtime');
    await db.query(`
      create trigger figure_is_held after insert on workpaper_test
        for each row execute function hold_test_to_its_figure()`);
    await db.query(`
      create trigger kept_once_concluded after update on workpaper_test
        for each row execute function keep_concluded_tests()`);
    await db.query(`
      create trigger every_figure_tested after insert on workpaper_conclusion
        for each row execute function require_every_figure_tested()`);
  }

  /** On one version of evidence, one figure as it was reported, or one occurrence of a duty. */
  private async findings(db: QueryRunner): Promise<void> {
    await db.query(`
      create table assurance_finding (
        partnership_id uuid not null,
        id uuid not null,
        number integer not null,
        evidence_version_id uuid,
        figure_id uuid,
        occurrence text,
        workpaper_id uuid,
        title text not null,
        found text not null,
        expected text not null,
        recommendation text not null,
        rating text not null,
        authority_id uuid,
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        constraint pk_assurance_finding primary key (partnership_id, id),
        constraint uq_assurance_finding_number unique (partnership_id, number),
        constraint fk_assurance_finding_evidence_version foreign key (partnership_id, evidence_version_id)
          references evidence_version (partnership_id, id),
        constraint fk_assurance_finding_figure foreign key (partnership_id, figure_id)
          references figure (partnership_id, id),
        constraint fk_assurance_finding_workpaper foreign key (partnership_id, workpaper_id, figure_id)
          references workpaper_figure (partnership_id, workpaper_id, figure_id),
        constraint fk_assurance_finding_authority foreign key (partnership_id, authority_id)
          references authority (partnership_id, id),
        constraint fk_assurance_finding_recorded_by foreign key (recorded_by) references person (id),
        constraint ck_assurance_finding_on check (num_nonnulls(evidence_version_id, figure_id, occurrence) = 1),
        constraint ck_assurance_finding_occurrence check (occurrence ~ '^[A-Za-z0-9-]+/[a-z-]+/[0-9a-f-]+$'),
        constraint ck_assurance_finding_workpaper check (workpaper_id is null or figure_id is not null),
        constraint ck_assurance_finding_title check (length(trim(title)) between 1 and 150),
        constraint ck_assurance_finding_words check (
          least(length(trim(found)), length(trim(expected)), length(trim(recommendation))) >= 1
          and greatest(length(found), length(expected), length(recommendation)) <= 2000),
        constraint ck_assurance_finding_rating check (rating in ('low', 'medium', 'high'))
      )`);
    await db.query(`
      create function number_findings_without_gaps() returns trigger language plpgsql as $$
      begin
        if new.number <> (select count(*) from assurance_finding f
                           where f.partnership_id = new.partnership_id and f.number <= new.number) then
          raise exception 'findings are numbered one after the other' using errcode = 'check_violation';
        end if;
        return new;
      end $$`);
    await this.appendOnly(db, 'assurance_finding');
    await db.query(`
      create trigger numbered_without_gaps after insert on assurance_finding
        for each row execute function number_findings_without_gaps()`);
  }

  /** The moves of `libs/assurance/src/domain/finding-transitions.ts`: where a finding stands is what its last entry says. */
  private async entries(db: QueryRunner): Promise<void> {
    await db.query(`
      create table assurance_finding_entry (
        partnership_id uuid not null,
        id uuid not null,
        finding_id uuid not null,
        number integer not null,
        move text not null,
        state text not null,
        words text,
        response text,
        action text,
        action_owner text,
        due_on date,
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        constraint pk_assurance_finding_entry primary key (partnership_id, id),
        constraint uq_assurance_finding_entry_number unique (partnership_id, finding_id, number),
        constraint fk_assurance_finding_entry_finding foreign key (partnership_id, finding_id)
          references assurance_finding (partnership_id, id),
        constraint fk_assurance_finding_entry_recorded_by foreign key (recorded_by) references person (id),
        constraint ck_assurance_finding_entry_words check (
          case move when 'raise' then words is null
                    else length(trim(coalesce(words, ''))) between 1 and 2000 end),
        constraint ck_assurance_finding_entry_response check (
          case move when 'answer' then coalesce(response in ('agreed', 'partly-agreed', 'not-agreed'), false)
                    else response is null end),
        constraint ck_assurance_finding_entry_action check (
          case when response in ('agreed', 'partly-agreed')
               then least(length(trim(coalesce(action, ''))), length(trim(coalesce(action_owner, '')))) >= 1
                    and length(action) <= 1000 and length(action_owner) <= 150
               else num_nonnulls(action, action_owner) = 0 end),
        constraint ck_assurance_finding_entry_due_on check (
          (due_on is not null) = (move in ('raise', 'reopen') or coalesce(response <> 'not-agreed', false)))
      )`);
    await db.query(`
      create function hold_finding_moves() returns trigger language plpgsql as $$
      declare
        before text;
        last_response text;
      begin
        select e.state into before from assurance_finding_entry e
         where e.partnership_id = new.partnership_id and e.finding_id = new.finding_id
           and e.number = new.number - 1;
        if new.number = 1 then before := 'nothing'; end if;
        if (coalesce(before, 'a gap'), new.move, new.state) not in (
             ('nothing', 'raise', 'raised'), ('raised', 'answer', 'answered'), ('raised', 'withdraw', 'withdrawn'),
             ('answered', 'reportDone', 'done'), ('answered', 'close', 'closed'),
             ('answered', 'withdraw', 'withdrawn'), ('done', 'close', 'closed'), ('done', 'sendBack', 'answered'),
             ('closed', 'reopen', 'raised')) then
          raise exception 'a finding cannot go from % to % by %', coalesce(before, 'a gap'), new.state, new.move
            using errcode = 'check_violation';
        end if;
        if before = 'answered' and new.move in ('reportDone', 'close') then
          select e.response into last_response from assurance_finding_entry e
           where e.partnership_id = new.partnership_id and e.finding_id = new.finding_id and e.move = 'answer'
           order by e.number desc limit 1;
          if (last_response = 'not-agreed') <> (new.move = 'close') then
            raise exception 'an action is reported done before its finding is closed, and there is one to report'
              using errcode = 'check_violation';
          end if;
        end if;
        return new;
      end $$`);
    await this.appendOnly(db, 'assurance_finding_entry');
    await db.query(`
      create trigger moves_are_held after insert on assurance_finding_entry
        for each row execute function hold_finding_moves()`);
  }

  private async appendOnly(db: QueryRunner, table: string): Promise<void> {
    await db.query(`call keep_within_partnership('${table}')`);
    await db.query(`call keep_append_only('${table}')`);
    await db.query(`grant select, insert on ${table} to tracker_runtime`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward: restore a backup instead.');
  }
}
