import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { dataSourceOptions } from './data-source-options.js';
import { RuntimeRoleCheck } from './runtime-role-check.js';
import { SessionLocks } from './session-locks.js';
import { UnitOfWork } from './unit-of-work.js';

@Global()
@Module({})
export class PersistenceModule {
  /** @param url the database as the runtime role */
  static connect(url: string): DynamicModule {
    return {
      module: PersistenceModule,
      imports: [
        TypeOrmModule.forRoot({ ...dataSourceOptions(url), autoLoadEntities: true, retryAttempts: 1 }),
      ],
      providers: [UnitOfWork, SessionLocks, RuntimeRoleCheck],
      exports: [UnitOfWork, SessionLocks],
    };
  }
}
