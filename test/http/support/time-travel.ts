import { type CalendarDate, calendarDate } from '@lib/kernel';
import type { TestApp } from '../test-app.js';
import { lookInto } from './onlooker.js';

/** Days on which the demonstration's open quarter, April to June 2011, can be returned in time. */
export const IN_TIME = '2011-07-15';

/**
 * Makes it nine in the morning of a day. The demonstration was made today, and gave its people their roles today: they
 * are taken back to when its records start.
 */
export async function goTo(test: TestApp, day: string): Promise<CalendarDate> {
  const onlooker = await lookInto(test.database);
  // What a role is never changes, so the rule that says so is out of sight for this.
  await onlooker.rows('set session_replication_role = replica');
  await onlooker.rows(
    "update role_assignment set held_from = '2010-04-01', recorded_at = '2010-04-01' where held_from > '2010-04-01' and delegated_from is null",
  );
  await onlooker.close();
  test.clock.setTo(new Date(`${day}T09:00:00Z`));
  return calendarDate(day);
}
