import type { Pool } from 'pg';

const WINDOW_SECONDS = 15 * 60;

/** What every limit shares: attempts of 15 minutes, counted in PostgreSQL, so that all web processes count together. */
export function countedTogether(pool: Pool) {
  return {
    storeClient: pool,
    storeType: 'pool',
    tableName: 'sign_in_limit',
    tableCreated: true,
    clearExpiredByTimeout: false,
    duration: WINDOW_SECONDS,
  };
}
