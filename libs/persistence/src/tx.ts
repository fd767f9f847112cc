import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { EntityManager, EntityTarget, ObjectLiteral, Repository } from 'typeorm';

/**
 * An open transaction, bound to one partnership. Every repository method asks for it, so nothing can be read or
 * written outside one. Ask it one thing at a time: a transaction is one connection.
 */
export class Tx {
  constructor(private readonly manager: EntityManager) {}

  rows<Row extends ObjectLiteral>(row: EntityTarget<Row>): Repository<Row> {
    return this.manager.getRepository(row);
  }

  /** Rows of a hand-written sentence; values travel as parameters ($1, $2, …), never inside the text. */
  query<Result>(sql: string, parameters: readonly unknown[] = []): Promise<Result[]> {
    return this.manager.query(sql, [...parameters]);
  }

  /**
   * Rows of a sentence that goes through hundreds of thousands of rows that have only just come in: the planner has no
   * figures on them yet, and must not go through them once for each row of something else.
   */
  async queryAll<Result>(sql: string, parameters: readonly unknown[] = []): Promise<Result[]> {
    await this.manager.query(
      "select set_config('enable_nestloop', 'off', true), set_config('work_mem', '64MB', true)",
    );
    const rows = await this.query<Result>(sql, parameters);
    await this.manager.query(
      "select set_config('enable_nestloop', 'on', true), set_config('work_mem', '4MB', true)",
    );
    return rows;
  }

  /**
   * Writes many rows at the speed of COPY, as they come: what is written is never in memory as a whole.
   *
   * @param table a temporary one: row-level security and COPY do not go together
   * @param lines in the text format of COPY, any number of lines to a chunk
   */
  async copyInto(table: string, columns: readonly string[], lines: AsyncIterable<string>): Promise<void> {
    // The connection that this transaction holds already.
    const client = (await this.manager.queryRunner!.connect()) as ClientBase;
    await pipeline(
      Readable.from(lines, { objectMode: false }),
      client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`)),
    );
  }
}
