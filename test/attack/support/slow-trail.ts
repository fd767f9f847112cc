import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';

const PATIENCE_MS = 10_000;

/**
 * From now on it takes a second to write an event of the trail: time enough to be sure that everything else of a change
 * is written and its event is not.
 */
export async function slowTheTrailDown(admin: Client): Promise<void> {
  await admin.query(`
    create or replace function take_a_second() returns trigger language plpgsql as $$
    begin perform pg_sleep(1); return new; end $$`);
  // Triggers fire in the order of their names: before the one that links the event to the chain.
  await admin.query(`
    create trigger a_takes_a_second before insert on audit_event for each row execute function take_a_second()`);
}

export async function letTheTrailBeQuick(admin: Client): Promise<void> {
  await admin.query('drop trigger a_takes_a_second on audit_event');
}

/** Waits until a change has written its figures and stands before its event. */
export async function untilBetweenFiguresAndEvent(admin: Client): Promise<void> {
  await waitFor(admin, 1, 'No change came as far as its event.');
}

/** Waits until the server has given up what a dead process began. */
export async function untilNothingIsUnderway(admin: Client): Promise<void> {
  await waitFor(admin, 0, 'The server still works for a process that is gone.');
}

async function waitFor(admin: Client, wanted: 0 | 1, otherwise: string): Promise<void> {
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(10)) {
    const { rows } = await admin.query<{ count: number }>(
      `select count(*)::int from pg_stat_activity
        where datname = current_database() and query like 'insert into audit_event%' and state <> 'idle'
          and ($1 = 0 or wait_event = 'PgSleep')`,
      [wanted],
    );
    if (rows[0]!.count === wanted) return;
  }
  throw new Error(otherwise);
}
