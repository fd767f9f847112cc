import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type QueryRunner } from 'typeorm';
import type { Tx } from './tx.js';

const KEY = 'hashtextextended($1, 28)';

/**
 * Locks that a process holds for as long as it lives, on a connection that it uses for nothing else. However a process
 * ends, PostgreSQL lets go of them at once: what it was at, nobody is at any more.
 */
@Injectable()
export class SessionLocks implements OnModuleDestroy {
  private session: QueryRunner | null = null;

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async hold(name: string): Promise<void> {
    this.session ??= this.dataSource.createQueryRunner();
    await this.session.query(`select pg_advisory_lock(${KEY})`, [name]);
  }

  /** Whether nobody holds it; nobody else takes it before the transaction ends. */
  async isFree(tx: Tx, name: string): Promise<boolean> {
    const [{ free } = { free: false }] = await tx.query<{ free: boolean }>(
      `select pg_try_advisory_xact_lock(${KEY}) as free`,
      [name],
    );
    return free;
  }

  async onModuleDestroy(): Promise<void> {
    if (!this.session) return;
    await this.session.query('select pg_advisory_unlock_all()');
    await this.session.release();
  }
}
