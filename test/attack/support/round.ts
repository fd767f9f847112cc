import { setTimeout as sleep } from 'node:timers/promises';
import type { Officer } from './officer.js';
import type { RecordedReturn } from './evidence.js';

/** What was confirmed before the kill. */
export interface Confirmed {
  readonly saves: number;
  readonly submission: boolean;
}

/**
 * Saves one return over and over and submits another, and kills in the middle of it.
 *
 * @param saved a draft that is saved until nobody answers any more
 * @param sent a draft that says something on every line
 */
export async function workUntilKilled(
  officer: Officer,
  { saved, sent }: { saved: RecordedReturn; sent: RecordedReturn },
  { after, kill }: { after: number; kill: () => Promise<void> },
): Promise<Confirmed> {
  let saves = 0;
  const saving = (async () => {
    // Other numbers each time, or there is nothing to save.
    while (await officer.save(saved, saved.version + saves, 10 * ((saved.version + saves) % 80))) saves += 1;
  })();
  const submitting = officer.submit(sent, sent.version);
  await sleep(after);
  await kill();
  const submission = await submitting;
  await saving;
  return { saves, submission };
}

/** What was confirmed is there; beside it there is at most the one that nobody lived to confirm. */
export function expectNothingConfirmedIsLost(
  confirmed: Confirmed,
  before: { saved: RecordedReturn; sent: RecordedReturn },
  after: readonly RecordedReturn[],
): void {
  const now = (one: RecordedReturn) => after.find(({ id }) => id === one.id)!;
  const saves = now(before.saved).version - before.saved.version;
  expect(saves).toBeGreaterThanOrEqual(confirmed.saves);
  expect(saves).toBeLessThanOrEqual(confirmed.saves + 1);
  if (confirmed.submission) expect(now(before.sent).state).toBe('submitted');
}
