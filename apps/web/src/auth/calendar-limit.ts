import { DomainError } from '@lib/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { countedTogether } from './counted-together.js';
import { SESSION_POOL } from './session-pool.js';

/** Addresses of calendars that lead nowhere, asked for from one place. A service that asks for many people is one place. */
const MISSES_PER_ADDRESS = 200;
/** Times that one calendar is asked for: programs do so a few times a day. */
const READS_PER_CALENDAR = 60;

/** Counts how often calendars are asked for, in windows of 15 minutes. */
@Injectable()
export class CalendarLimit {
  private readonly misses: RateLimiterPostgres;
  private readonly reads: RateLimiterPostgres;

  constructor(@Inject(SESSION_POOL) pool: Pool) {
    const shared = countedTogether(pool);
    this.misses = new RateLimiterPostgres({
      ...shared,
      keyPrefix: 'no-calendar',
      points: MISSES_PER_ADDRESS,
    });
    this.reads = new RateLimiterPostgres({ ...shared, keyPrefix: 'calendar', points: READS_PER_CALENDAR });
  }

  /** @param owner whose calendar it is; null where the address leads nowhere. Throws `calendars.too-many`. */
  async count(owner: string | null, address: string): Promise<void> {
    try {
      await (owner === null ? this.misses.consume(address) : this.reads.consume(owner));
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw new DomainError(
        'too-many',
        'calendars.too-many',
        'Calendars were asked for too often from there. Wait 15 minutes and try again.',
      );
    }
  }
}
