export { SettableClock } from './settable-clock.js';
export { createTestDatabase, type TestDatabase } from './test-database.js';
export { connectUseCases, type ConnectedUseCases } from './use-cases.js';
export { saveLookedAt } from './save-looked-at.js';
