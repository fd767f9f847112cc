import { Env } from '@lib/config';
import type { OnModuleDestroy, Provider } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';

/** Connections for sessions and sign-in limits, which belong to no partnership and to no transaction of ours. */
export const SESSION_POOL = Symbol('SessionPool');

export const sessionPool: Provider = {
  provide: SESSION_POOL,
  inject: [Env],
  useFactory: (env: Env) =>
    new ClosingPool({ connectionString: env.DATABASE_RUNTIME_URL, max: 5 })
      // The server ended a connection that nobody used; the next is opened. Unheard, this would end the process.
      .on('error', () => {}),
};

@Injectable()
class ClosingPool extends Pool implements OnModuleDestroy {
  async onModuleDestroy(): Promise<void> {
    await this.end();
  }
}
