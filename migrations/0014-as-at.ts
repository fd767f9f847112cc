import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The facts that were missing to show a page as it stood on a day: since when a return has existed, and how a quarter's
 * dates and closings stood before they were changed. And indexes, because those that serve the present leave out what
 * was superseded.
 */
export class AsAt implements MigrationInterface {
  readonly name = 'AsAt2026112400014';

  async up(db: QueryRunner): Promise<void> {
    await this.returns(db);
    await this.quarters(db);
    await db.query('create index ix_figure_history on figure (partnership_id, line_id, recorded_at)');
    await db.query(`
      create index ix_measure_result_history
        on measure_result (partnership_id, measure_id, financial_year, computed_at)`);
  }

  /** A first return was made when its quarter opened, a correction when it was begun: so the audit trail has it. */
  private async returns(db: QueryRunner): Promise<void> {
    await db.query('alter table quarterly_return add column made_at timestamptz');
    await this.acrossPartnerships(db, ['quarterly_return', 'reporting_quarter', 'audit_event'], () =>
      db.query(`
        update quarterly_return r
           set made_at = coalesce(
             case when r.revision > 1 then
               (select min(e.recorded_at) from audit_event e
                 where e.partnership_id = r.partnership_id and e.subject_id = r.id and e.type = 'RestatementBegun') end,
             q.opened_at)
          from reporting_quarter q
         where q.partnership_id = r.partnership_id and q.first_day = r.quarter_first_day`),
    );
    await db.query('alter table quarterly_return alter column made_at set not null');
  }

  /**
   * A quarter's row says how it stands; whenever it changes, the database itself keeps how it stood. Of quarters from
   * before, what is known is kept: as they are now, and that they were open before they were closed.
   */
  private async quarters(db: QueryRunner): Promise<void> {
    await db.query('alter table reporting_quarter add column recorded_at timestamptz');
    await db.query(`
      create table reporting_quarter_history (
        partnership_id uuid not null,
        id uuid not null default gen_random_uuid(),
        first_day date not null,
        due_on date not null,
        statutory_due_on date not null,
        opened_at timestamptz,
        opens_on date,
        last_new_on date,
        last_edit_on date,
        closed_at timestamptz,
        recorded_at timestamptz not null,
        superseded_at timestamptz,
        constraint pk_reporting_quarter_history primary key (partnership_id, id),
        constraint fk_reporting_quarter_history_quarter foreign key (partnership_id, first_day)
          references reporting_quarter (partnership_id, first_day)
      )`);
    await this.acrossPartnerships(db, ['reporting_quarter'], async () => {
      await db.query(
        'update reporting_quarter set recorded_at = coalesce(closed_at, opened_at, date_trunc($1, now()))',
        ['milliseconds'],
      );
      await db.query(`
        insert into reporting_quarter_history (partnership_id, first_day, due_on, statutory_due_on, opened_at, opens_on,
                                               last_new_on, last_edit_on, closed_at, recorded_at, superseded_at)
        select partnership_id, first_day, due_on, statutory_due_on, opened_at, opens_on, last_new_on, last_edit_on,
               null, opened_at, closed_at
          from reporting_quarter where closed_at is not null
         union all
        select partnership_id, first_day, due_on, statutory_due_on, opened_at, opens_on, last_new_on, last_edit_on,
               closed_at, recorded_at, null
          from reporting_quarter`);
    });
    await db.query('alter table reporting_quarter alter column recorded_at set not null');
    await db.query('grant update (recorded_at) on reporting_quarter to tracker_runtime');
    await db.query(`
      create unique index uq_reporting_quarter_history_current on reporting_quarter_history (partnership_id, first_day)
        where superseded_at is null`);
    await db.query("call keep_within_partnership('reporting_quarter_history')");
    await db.query("call keep_superseded_rows('reporting_quarter_history')");
    await db.query('grant select, insert on reporting_quarter_history to tracker_runtime');
    await db.query('grant update (superseded_at) on reporting_quarter_history to tracker_runtime');
    await this.keepHistory(db);
  }

  private async keepHistory(db: QueryRunner): Promise<void> {
    await db.query(`
      create function keep_reporting_quarter_history() returns trigger language plpgsql as $$
      begin
        update reporting_quarter_history set superseded_at = new.recorded_at
         where partnership_id = new.partnership_id and first_day = new.first_day and superseded_at is null;
        insert into reporting_quarter_history (partnership_id, first_day, due_on, statutory_due_on, opened_at, opens_on,
                                               last_new_on, last_edit_on, closed_at, recorded_at)
        values (new.partnership_id, new.first_day, new.due_on, new.statutory_due_on, new.opened_at, new.opens_on,
                new.last_new_on, new.last_edit_on, new.closed_at, new.recorded_at);
        return null;
      end $$`);
    await db.query(`
      create trigger keep_history after insert or update on reporting_quarter
        for each row execute function keep_reporting_quarter_history()`);
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

  async down(): Promise<void> {
    throw new Error('Migrations go forward: restore a backup instead.');
  }
}
