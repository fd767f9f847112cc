import { type Id, newId } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { type AnySource, ownTableOf, sourceNamed } from '@lib/published-data';
import { Injectable } from '@nestjs/common';
import type { OwnTable } from '../domain/own-table.js';

/** Tables of one's own that are kept: those of the loader and those for everybody. */
@Injectable()
export class OwnTableRepository {
  /** One's own before those for everybody, by name. */
  kept(tx: Tx): Promise<OwnTable[]> {
    return tx.query<OwnTable>(`${KEPT} order by loaded_for nulls last, name`);
  }

  /** @returns null for one that was forgotten or never kept */
  async current(tx: Tx, tableId: Id): Promise<OwnTable | null> {
    const [table] = await tx.query<OwnTable>(`${KEPT} and table_id = $1`, [tableId]);
    return table ?? null;
  }

  /** @returns the table as it is kept by an id; null where it is so no more */
  async find(tx: Tx, keptId: Id): Promise<(OwnTable & { readonly fromFile: Id }) | null> {
    const [table] = await tx.query<OwnTable & { readonly fromFile: Id }>(`${KEPT} and id = $1`, [keptId]);
    return table ?? null;
  }

  /** What a source is called: of a table of one's own its newest name, also once it is forgotten. */
  async nameOfSource(tx: Tx, source: AnySource): Promise<string> {
    const [table] = await tx.query<{ name: string }>(
      'select name from published_table where table_id::text = $1 order by decided_at desc limit 1',
      [ownTableOf(source)],
    );
    return sourceNamed(source, table?.name ?? null).name;
  }

  /** Keeps a table; what was kept of it before gives way. */
  async keep(
    tx: Tx,
    table: OwnTable & { readonly fromFile: Id },
    { by, at }: { readonly by: Id | null; readonly at: Date },
  ): Promise<void> {
    const { tableId, loadedFor, name, figures, columns, fromFile } = table;
    await this.forget(tx, tableId, at);
    await tx.query(
      `insert into published_table (id, table_id, loaded_for, name, figures, columns, from_file, decided_by, decided_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [newId(), tableId, loadedFor, name, figures, JSON.stringify(columns), fromFile, by, at],
    );
  }

  /** From here on no file is of it; its row stays. */
  async forget(tx: Tx, tableId: Id, at: Date): Promise<void> {
    await tx.query(
      'update published_table set superseded_at = $2 where table_id = $1 and superseded_at is null',
      [tableId, at],
    );
  }
}

const KEPT = `
  select table_id as "tableId", loaded_for as "loadedFor", name, figures, columns,
         from_file as "fromFile"
    from published_table where superseded_at is null`;
