export type { Once } from './once.js';
export { PersistenceModule } from './persistence.module.js';
export { runMigrations } from './run-migrations.js';
export { type Ask, LeftHalfMade, seedAsAWhole } from './seed-as-a-whole.js';
export { SessionLocks } from './session-locks.js';
export { Tx } from './tx.js';
export { UnitOfWork } from './unit-of-work.js';
