import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The whole definition sheet of a measure, and versions that follow each other. A version ends where the next one
 * starts, so that no row is ever touched again; nothing has ever written the end that the column was for.
 */
export class MeasureDefinitions implements MigrationInterface {
  readonly name = 'MeasureDefinitions2026112400013';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table measure_definition
        add column numerator text,
        add column denominator text,
        add column inclusions text,
        add column exclusions text,
        add column caveats text,
        add column publication_lag text,
        add column owner_post text,
        add column comparable boolean,
        add column reason text,
        add column approved_by text,
        add column recorded_by uuid,
        drop constraint ex_measure_definition_in_force,
        drop constraint ck_measure_definition_in_force,
        drop column in_force_until,
        add constraint fk_measure_definition_recorded_by foreign key (recorded_by) references person (id),
        add constraint uq_measure_definition_in_force_from unique (partnership_id, measure_id, in_force_from),
        add constraint ck_measure_definition_rate check (num_nulls(numerator, denominator) <> 1),
        add constraint ck_measure_definition_change check (case
          when version = 1 then num_nulls(comparable, reason, approved_by) = 3
          else num_nulls(comparable, reason, approved_by, recorded_by) = 0
            and length(trim(reason)) > 0 and length(trim(approved_by)) > 0 end),
        add constraint ck_measure_definition_quarter check (version = 1
          or (extract(day from in_force_from) = 1 and extract(month from in_force_from) in (1, 4, 7, 10)))`);
    await db.query("call keep_append_only('measure_definition')");
    await db.query("call keep_append_only('measure_component')");
    await this.versionsInTurn(db);
    await this.linesByTheirQuarter(db);
    await this.partsWithTheirDefinition(db);
  }

  /** A version comes after the one before, and never under returns that were asked by it. */
  private async versionsInTurn(db: QueryRunner): Promise<void> {
    await db.query(`
      create procedure hold_definitions(partnership uuid) language sql as $$
        select pg_advisory_xact_lock(hashtextextended(partnership::text, 13))
      $$`);
    await db.query('grant execute on procedure hold_definitions to tracker_runtime');
    await db.query(`
      create function refuse_definition_out_of_turn() returns trigger language plpgsql as $$
      declare
        newest measure_definition;
      begin
        call hold_definitions(new.partnership_id);
        select * into newest from measure_definition d
         where d.partnership_id = new.partnership_id and d.measure_id = new.measure_id
         order by d.version desc limit 1;
        if new.version <> coalesce(newest.version, 0) + 1 or new.in_force_from <= newest.in_force_from then
          raise exception 'a definition follows the one before, in number and in time'
            using errcode = 'insufficient_privilege';
        end if;
        if exists (select from return_line l
                     join quarterly_return r on r.partnership_id = l.partnership_id and r.id = l.return_id
                    where l.partnership_id = new.partnership_id and l.measure_id = new.measure_id
                      and r.quarter_first_day >= new.in_force_from)
        then
          raise exception 'returns were asked by the definition of before'
            using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $$`);
    await db.query(`
      create trigger in_turn before insert on measure_definition
        for each row execute function refuse_definition_out_of_turn()`);
  }

  /** A line asks by the definition in force in its quarter, also when the definition changes at this very moment. */
  private async linesByTheirQuarter(db: QueryRunner): Promise<void> {
    await db.query(`
      create function refuse_line_by_another_definition() returns trigger language plpgsql as $$
      begin
        perform pg_advisory_xact_lock_shared(hashtextextended(new.partnership_id::text, 13));
        if new.definition_id is distinct from (
          select d.id from measure_definition d
            join quarterly_return r on r.partnership_id = d.partnership_id and r.id = new.return_id
           where d.partnership_id = new.partnership_id and d.measure_id = new.measure_id
             and d.in_force_from <= r.quarter_first_day
           order by d.in_force_from desc limit 1)
        then
          raise exception 'a line asks by the definition in force in its quarter'
            using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $$`);
    await db.query(`
      create trigger by_its_quarter before insert on return_line
        for each row execute function refuse_line_by_another_definition()`);
  }

  /** The parts of a composite are recorded with its definition and none is added later. */
  private async partsWithTheirDefinition(db: QueryRunner): Promise<void> {
    await db.query(`
      create function refuse_part_of_standing_definition() returns trigger language plpgsql as $$
      begin
        if not exists (select from measure_definition d
                        where d.partnership_id = new.partnership_id and d.id = new.definition_id
                          and d.xmin = pg_current_xact_id()::xid)
        then
          raise exception 'a definition that stands gets no more parts' using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $$`);
    await db.query(`
      create trigger with_its_definition before insert on measure_component
        for each row execute function refuse_part_of_standing_definition()`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward: restore a backup instead.');
  }
}
