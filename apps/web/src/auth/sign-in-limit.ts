import { createHash } from 'node:crypto';
import { normaliseEmail } from '@lib/identity';
import { DomainError } from '@lib/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { countedTogether } from './counted-together.js';
import { SESSION_POOL } from './session-pool.js';

/** Wrong passwords for one account from one address. Somebody else's attempts do not shut its owner out. */
const TRIES_PER_ACCOUNT_AND_ADDRESS = 10;
/** Attempts from one address, whichever accounts they try. An office shares an address. */
const TRIES_PER_ADDRESS = 200;

/** Counts sign-in attempts in PostgreSQL, so that all web processes count together. */
@Injectable()
export class SignInLimit {
  private readonly perAccount: RateLimiterPostgres;
  private readonly perAddress: RateLimiterPostgres;

  constructor(@Inject(SESSION_POOL) pool: Pool) {
    const shared = countedTogether(pool);
    this.perAccount = new RateLimiterPostgres({
      ...shared,
      keyPrefix: 'account',
      points: TRIES_PER_ACCOUNT_AND_ADDRESS,
    });
    this.perAddress = new RateLimiterPostgres({ ...shared, keyPrefix: 'address', points: TRIES_PER_ADDRESS });
  }

  /** Counts an attempt before the password is looked at. Throws `sign-in.too-many`. */
  async count(email: string, address: string): Promise<void> {
    try {
      await this.perAddress.consume(address);
      await this.perAccount.consume(keyOf(email, address));
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw new DomainError(
        'too-many',
        'sign-in.too-many',
        'There were too many attempts to sign in. Wait 15 minutes and try again.',
      );
    }
  }

  /** Forgets the wrong passwords of somebody who got it right. */
  async forget(email: string, address: string): Promise<void> {
    await this.perAccount.delete(keyOf(email, address));
  }
}

/** Hashed: what people type into an address box can be their password. */
function keyOf(email: string, address: string): string {
  return createHash('sha256')
    .update(`${normaliseEmail(email)}\n${address}`)
    .digest('hex');
}
