import type { MigrationInterface, QueryRunner } from 'typeorm';
import { decisions, versions } from './0010-parts/decisions-and-versions.js';
import { movesOfTheLifecycle, nothingUnderAnAdoptedVersion } from './0010-parts/lifecycle-rules.js';
import { alignment, people } from './0010-parts/people-and-alignment.js';
import { keepWhatWasThere, parts, priorities } from './0010-parts/priorities-and-parts.js';

/**
 * Plans for their whole life: board decisions, versions with their moves, priorities that stay the same from version to
 * version, actions, findings, senior people, upper plans and notes of regard. An adopted version, and everything under
 * it, is never changed.
 */
export class PlanVersions implements MigrationInterface {
  readonly name = 'PlanVersions2026112400010';

  async up(db: QueryRunner): Promise<void> {
    await decisions(db);
    await versions(db);
    await priorities(db);
    await parts(db);
    await keepWhatWasThere(db);
    await people(db);
    await alignment(db);
    await movesOfTheLifecycle(db);
    await nothingUnderAnAdoptedVersion(db);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward: restore a backup instead.');
  }
}
