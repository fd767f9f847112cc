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
}
