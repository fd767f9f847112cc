import type { QueryRunner } from 'typeorm';

/** Who wrote a row and when, on every table of the plan. */
export const RECORDED = 'recorded_by uuid not null, recorded_at timestamptz not null';

export async function appendOnly(db: QueryRunner, table: string): Promise<void> {
  await db.query(`call keep_within_partnership('${table}')`);
  await db.query(`call keep_append_only('${table}')`);
  await db.query(`grant select, insert on ${table} to tracker_runtime`);
}

export async function supersededOnly(db: QueryRunner, table: string): Promise<void> {
  await db.query(`call keep_within_partnership('${table}')`);
  await db.query(`call keep_superseded_rows('${table}')`);
  await db.query(`grant select, insert, update (superseded_at) on ${table} to tracker_runtime`);
}
