import type { MigrationInterface, QueryRunner } from 'typeorm';
import { acrossPartnerships } from './shared/across-partnerships.js';

/**
 * The figures of a published file, line by line as they stand in it and not each by itself: a file with a column for
 * each month has two hundred to a line, all of one series and area. Which periods and columns those are is the shape of a
 * line, kept once for all lines that have it. `published_figure` is a view from now on, with the columns that it had.
 */
export class PublishedLines implements MigrationInterface {
  readonly name = 'PublishedLines2026112900033';

  async up(db: QueryRunner): Promise<void> {
    await this.tables(db);
    await acrossPartnerships(db, ['published_figure'], () => this.takeOver(db));
    await db.query('drop table published_figure');
    await this.view(db);
    for (const table of ['published_line', 'published_shape']) {
      await this.rights(db, table);
      await this.contentIsHeld(db, table);
    }
  }

  private async tables(db: QueryRunner): Promise<void> {
    await db.query(`
      create table published_shape (
        file_id uuid not null,
        number integer not null,
        sheet text,
        column_numbers integer[] not null,
        period_froms date[] not null,
        period_untils date[] not null,
        constraint pk_published_shape primary key (file_id, number),
        constraint fk_published_shape_file foreign key (file_id) references published_file (id),
        constraint ck_published_shape_places check (cardinality(column_numbers) >= 1
          and cardinality(period_froms) = cardinality(column_numbers)
          and cardinality(period_untils) = cardinality(column_numbers)
          and array_position(column_numbers, null) is null and array_position(period_froms, null) is null
          and array_position(period_untils, null) is null)
      )`);
    await db.query(`
      create table published_line (
        file_id uuid not null,
        area integer not null,
        series integer not null,
        shape integer not null,
        row_number integer not null,
        figures numeric[] not null,
        marks text[],
        rows_counted integer not null,
        constraint pk_published_line primary key (file_id, area, series, shape),
        constraint ck_published_line_figures check (cardinality(figures) >= 1),
        constraint ck_published_line_marks
          check (case when marks is null then array_position(figures, null) is null
                      else cardinality(marks) = cardinality(figures) end),
        constraint ck_published_line_rows check (rows_counted >= 1)
      )`);
  }

  private async takeOver(db: QueryRunner): Promise<void> {
    const inOrder = 'order by column_number, period_from, period_until';
    await db.query(`
      create temporary table taken_over on commit drop as
      select *, dense_rank() over (partition by file_id order by sheet, columns, froms, untils)::int as shape
        from (select file_id, area, series, row_number, sheet, rows_counted,
                     array_agg(value ${inOrder}) as figures,
                     case when count(mark) > 0 then array_agg(mark ${inOrder}) end as marks,
                     array_agg(column_number ${inOrder}) as columns,
                     array_agg(period_from ${inOrder}) as froms, array_agg(period_until ${inOrder}) as untils
                from published_figure
               group by file_id, area, series, row_number, sheet, rows_counted) line`);
    await db.query(`
      insert into published_shape (file_id, number, sheet, column_numbers, period_froms, period_untils)
      select distinct on (file_id, shape) file_id, shape, sheet, columns, froms, untils from taken_over
       order by file_id, shape`);
    await db.query(`
      insert into published_line (file_id, area, series, shape, row_number, figures, marks, rows_counted)
      select file_id, area, series, shape, row_number, figures, marks, rows_counted from taken_over
       order by file_id, area, series, shape`);
  }

  private async view(db: QueryRunner): Promise<void> {
    await db.query(`
      create view published_figure with (security_invoker = true) as
      select l.file_id, l.area, l.series, f.period_from, f.period_until, f.value, f.mark, l.row_number,
             f.column_number, s.sheet, l.rows_counted
        from published_line l
        join published_shape s on s.file_id = l.file_id and s.number = l.shape
       cross join lateral unnest(l.figures, l.marks, s.column_numbers, s.period_froms, s.period_untils)
          as f(value, mark, column_number, period_from, period_until)`);
    await db.query('grant select on published_figure to tracker_runtime');
  }

  private async rights(db: QueryRunner, table: string): Promise<void> {
    const seen = 'file_id in (select f.id from published_file f)';
    const written = `file_id in (select f.id from published_file f
      where f.loaded_for is not distinct from (select current_partnership()))`;
    await db.query(`alter table ${table} enable row level security`);
    await db.query(`alter table ${table} force row level security`);
    await db.query(`create policy seen_by_whom_it_is_for on ${table} for select using (${seen})`);
    await db.query(`create policy loaded_by_whom_it_is_for on ${table} for insert with check (${written})`);
    await db.query(`create policy removed_by_whom_it_is_for on ${table} for delete using (${written})`);
    await db.query(`grant select, insert, delete on ${table} to tracker_runtime`);
  }

  /** As it was with the table in its place: nothing is changed, and of an applied file nothing is added or removed. */
  private async contentIsHeld(db: QueryRunner, table: string): Promise<void> {
    for (const [move, rows] of [
      ['insert', 'new'],
      ['delete', 'old'],
    ])
      await db.query(`
        create trigger applied_files_are_held_${move} after ${move} on ${table}
          referencing ${rows} table as changed
          for each statement execute function refuse_change_of_applied_file()`);
    await db.query(`
      create trigger figures_are_never_changed before update on ${table}
        for each row execute function refuse_change()`);
    await db.query(`
      create trigger never_emptied before truncate on ${table}
        for each statement execute function refuse_change()`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward: restore a backup instead.');
  }
}
