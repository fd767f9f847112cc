import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Tables of one's own, kept by name with what each of their columns is, so that the next file with the same headings is
 * known. A table is kept for one partnership or for everybody, as the file was loaded from which it was explained. What
 * changes of it is another row; one that is forgotten has none after it.
 */
export class OwnTables implements MigrationInterface {
  readonly name = 'OwnTables2026112900031';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table published_table (
        id uuid not null,
        table_id uuid not null,
        loaded_for uuid,
        name text not null,
        figures text not null,
        columns jsonb not null,
        from_file uuid not null,
        decided_by uuid,
        decided_at timestamptz not null,
        superseded_at timestamptz,
        constraint pk_published_table primary key (id),
        constraint fk_published_table_loaded_for foreign key (loaded_for) references partnership (id),
        constraint fk_published_table_file foreign key (from_file) references published_file (id),
        constraint fk_published_table_decided_by foreign key (decided_by) references person (id),
        constraint ck_published_table_decided_by check (decided_by is not null or loaded_for is null),
        constraint ck_published_table_name check (length(trim(name)) between 1 and 80),
        constraint ck_published_table_figures
          check (figures in ('count', 'amount', 'percentage', 'share', 'rate')),
        constraint ck_published_table_columns
          check (jsonb_typeof(columns) = 'array' and jsonb_array_length(columns) between 3 and 20)
      )`);
    // A table is nobody else's too: whoever knows its id cannot write another row of it.
    await db.query(`
      create unique index uq_published_table_current on published_table (table_id) where superseded_at is null`);
    await db.query(`
      create unique index uq_published_table_name on published_table
        (coalesce(loaded_for, '00000000-0000-0000-0000-000000000000'), lower(trim(name)))
        where superseded_at is null`);
    await db.query('create index ix_published_table_table on published_table (table_id, decided_at)');
    await db.query("call keep_superseded_rows('published_table')");
    await this.secure(db);
    await db.query(`
      alter table published_series drop constraint ck_published_series_unit,
        add constraint ck_published_series_unit
          check (unit in ('count', 'amount', 'rate', 'percentage', 'share', 'people'))`);
  }

  /** As published_meaning: everybody reads what is kept for all, a partnership its own too and writes that alone. */
  private async secure(db: QueryRunner): Promise<void> {
    const written = 'loaded_for is not distinct from (select current_partnership())';
    await db.query('alter table published_table enable row level security');
    await db.query('alter table published_table force row level security');
    await db.query(`
      create policy seen_by_whom_it_is_for on published_table for select
        using (loaded_for is null or loaded_for = (select current_partnership()))`);
    await db.query(`
      create policy loaded_by_whom_it_is_for on published_table for insert with check (${written})`);
    await db.query(`
      create policy changed_by_whom_it_is_for on published_table for update
        using (${written}) with check (${written})`);
    await db.query(
      `create policy removed_by_whom_it_is_for on published_table for delete using (${written})`,
    );
    await db.query('grant select, insert on published_table to tracker_runtime');
    await db.query('grant update (superseded_at) on published_table to tracker_runtime');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward: restore a backup instead.');
  }
}
