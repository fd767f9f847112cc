import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who is asked for what: a return form, in versions that each apply from a quarter on. A return is a form, put to an
 * authority, for a quarter. Two versions can be out at once: the last quarter of a year is still being answered when
 * the first of the next one opens.
 */
export class ReturnForms implements MigrationInterface {
  readonly name = 'ReturnForms2026112400017';

  async up(db: QueryRunner): Promise<void> {
    await this.forms(db);
    await this.takeOverWhatWasAsked(db);
    await this.returnsOfForms(db);
    await this.onlyQuartersToCome(db);
    await this.askedOnceInAQuarter(db);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward: restore a backup instead.');
  }

  private async forms(db: QueryRunner): Promise<void> {
    await db.query(`
      create table return_form (
        partnership_id uuid not null,
        id uuid not null,
        name text not null,
        recorded_at timestamptz not null,
        constraint pk_return_form primary key (partnership_id, id),
        constraint fk_return_form_partnership foreign key (partnership_id) references partnership (id),
        constraint ck_return_form_name check (length(trim(name)) > 0)
      )`);
    await db.query(
      'create unique index uq_return_form_name on return_form (partnership_id, lower(trim(name)))',
    );
    await db.query(`
      create table return_form_version (
        partnership_id uuid not null,
        id uuid not null,
        form_id uuid not null,
        number integer not null,
        applies_from date not null,
        reason text not null,
        recorded_by uuid,
        recorded_at timestamptz not null,
        constraint pk_return_form_version primary key (partnership_id, id),
        constraint uq_return_form_version_form unique (partnership_id, form_id, id),
        constraint uq_return_form_version_number unique (partnership_id, form_id, number),
        constraint fk_return_form_version_form foreign key (partnership_id, form_id)
          references return_form (partnership_id, id),
        constraint fk_return_form_version_recorded_by foreign key (recorded_by) references person (id),
        constraint ck_return_form_version_number check (number >= 1),
        constraint ck_return_form_version_applies_from
          check (extract(day from applies_from) = 1 and extract(month from applies_from) in (1, 4, 7, 10)),
        constraint ck_return_form_version_reason check (length(trim(reason)) > 0)
      )`);
    await db.query(`
      create table return_form_line (
        partnership_id uuid not null,
        version_id uuid not null,
        measure_id uuid not null,
        authority_id uuid not null,
        constraint pk_return_form_line primary key (partnership_id, version_id, measure_id),
        constraint fk_return_form_line_version foreign key (partnership_id, version_id)
          references return_form_version (partnership_id, id),
        constraint fk_return_form_line_measure foreign key (partnership_id, measure_id)
          references measure (partnership_id, id),
        constraint fk_return_form_line_authority foreign key (partnership_id, authority_id)
          references authority (partnership_id, id)
      )`);
    for (const table of ['return_form', 'return_form_version', 'return_form_line']) {
      await db.query(`call keep_within_partnership('${table}')`);
      await db.query(`call keep_append_only('${table}')`);
      await db.query(`grant select, insert on ${table} to tracker_runtime`);
    }
  }

  /**
   * Until now every measure was asked of its authority: that is the first version of the one form there was. Both take
   * the partnership's own id, so that the returns there are can be told theirs.
   */
  private async takeOverWhatWasAsked(db: QueryRunner): Promise<void> {
    const read = ['measure', 'measure_definition', 'reporting_quarter'];
    const made = ['return_form', 'return_form_version', 'return_form_line'];
    await this.acrossPartnerships(db, [...read, ...made], async () => {
      await db.query(`
        insert into return_form (partnership_id, id, name, recorded_at)
        select distinct m.partnership_id, m.partnership_id, 'Quarterly return', now() from measure m`);
      await db.query(`
        insert into return_form_version
          (partnership_id, id, form_id, number, applies_from, reason, recorded_by, recorded_at)
        select f.partnership_id, f.partnership_id, f.id, 1,
               least(date_trunc('quarter', min(d.in_force_from))::date,
                     (select min(q.first_day) from reporting_quarter q where q.partnership_id = f.partnership_id)),
               'Every measure was asked of its authority before there were forms', null, now()
          from return_form f
          join measure_definition d on d.partnership_id = f.partnership_id
         group by f.partnership_id, f.id`);
      await db.query(`
        insert into return_form_line (partnership_id, version_id, measure_id, authority_id)
        select m.partnership_id, m.partnership_id, m.id, m.authority_id
          from measure m
         where exists (select from measure_definition d
                        where d.partnership_id = m.partnership_id and d.measure_id = m.id and d.kind = 'count')`);
    });
  }

  /** Row-level security binds the owner too, and the rules of the lifecycle every update: not this one. */
  private async acrossPartnerships(
    db: QueryRunner,
    tables: readonly string[],
    change: () => Promise<unknown>,
  ): Promise<void> {
    for (const table of tables) {
      await db.query(`alter table ${table} no force row level security`);
      await db.query(`alter table ${table} disable trigger user`);
    }
    await change();
    for (const table of tables) {
      await db.query(`alter table ${table} enable trigger user`);
      await db.query(`alter table ${table} force row level security`);
    }
  }

  /** The form is part of what a return is: an authority gets one return for a quarter of each form. */
  private async returnsOfForms(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table quarterly_return add column form_id uuid, add column form_version_id uuid`);
    await this.acrossPartnerships(db, ['quarterly_return'], () =>
      db.query('update quarterly_return set form_id = partnership_id, form_version_id = partnership_id'),
    );
    await db.query(`
      alter table quarterly_return
        alter column form_id set not null,
        alter column form_version_id set not null,
        add constraint fk_quarterly_return_form_version foreign key (partnership_id, form_id, form_version_id)
          references return_form_version (partnership_id, form_id, id),
        drop constraint uq_quarterly_return_revision,
        add constraint uq_quarterly_return_revision
          unique (partnership_id, quarter_first_day, authority_id, form_id, revision)`);
    await db.query(`
      create procedure hold_return_forms(partnership uuid) language sql as $$
        select pg_advisory_xact_lock(hashtextextended(partnership::text, 17))
      $$`);
    await db.query('grant execute on procedure hold_return_forms to tracker_runtime');
    await db.query(`
      create function refuse_another_form() returns trigger language plpgsql as $$
      begin
        if new.revision = 1 then
          call hold_return_forms(new.partnership_id);
        end if;
        if new.revision = 1 and new.form_version_id is distinct from (
          select v.id from return_form_version v
           where v.partnership_id = new.partnership_id and v.form_id = new.form_id
             and v.applies_from <= new.quarter_first_day
           order by v.number desc limit 1)
        then
          raise exception 'a return is made of the version of its form that applies in its quarter'
            using errcode = 'insufficient_privilege';
        end if;
        if new.revision > 1 and not exists (
          select from quarterly_return r
           where r.partnership_id = new.partnership_id and r.id = new.restates_id
             and r.form_version_id = new.form_version_id)
        then
          raise exception 'a correction answers the version of the form that was answered before'
            using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $$`);
    await db.query(`
      create trigger of_the_form_that_applies before insert on quarterly_return
        for each row execute function refuse_another_form()`);
  }

  /** What was asked in a quarter that is open does not change under the hands of who answers. */
  private async onlyQuartersToCome(db: QueryRunner): Promise<void> {
    await db.query(`
      create function refuse_form_of_opened_quarter() returns trigger language plpgsql as $$
      begin
        call hold_return_forms(new.partnership_id);
        if exists (select from reporting_quarter q
                    where q.partnership_id = new.partnership_id and q.first_day >= new.applies_from
                      and q.opened_at is not null)
        then
          raise exception 'a quarter from % on is open already: its returns have been made', new.applies_from
            using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $$`);
    await db.query(`
      create trigger quarters_to_come_only before insert on return_form_version
        for each row execute function refuse_form_of_opened_quarter()`);
  }

  /** One figure for a measure in a quarter: it is not asked on two forms, nor of two authorities. */
  private async askedOnceInAQuarter(db: QueryRunner): Promise<void> {
    await db.query(`
      create function refuse_asking_twice() returns trigger language plpgsql as $$
      begin
        if exists (
          select from quarterly_return mine
            join quarterly_return other on other.partnership_id = mine.partnership_id
                                       and other.quarter_first_day = mine.quarter_first_day
                                       and (other.authority_id, other.form_id) <> (mine.authority_id, mine.form_id)
            join return_line l on l.partnership_id = other.partnership_id and l.return_id = other.id
           where mine.partnership_id = new.partnership_id and mine.id = new.return_id
             and l.measure_id = new.measure_id)
        then
          raise exception 'a measure is asked once in a quarter' using errcode = 'unique_violation';
        end if;
        return new;
      end $$`);
    await db.query(`
      create trigger asked_once_in_a_quarter before insert on return_line
        for each row execute function refuse_asking_twice()`);
  }
}
