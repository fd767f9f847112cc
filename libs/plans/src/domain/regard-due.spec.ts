import { calendarDate } from '@lib/kernel';
import { regardDue, type UpperPlanInTime } from './regard-due.js';

const plan = (
  id: string,
  from: string,
  until: string | null,
  succeedsId: string | null = null,
): UpperPlanInTime => ({
  ...{ id, title: id, succeedsId },
  inForce: { from: calendarDate(from), until: until === null ? null : calendarDate(until) },
});
const OLD = plan('old', '2022-04-01', '2025-04-01');
const NEW = plan('new', '2025-04-01', '2029-04-01', 'old');
const TODAY = calendarDate('2026-11-24');
const due = (plans: readonly UpperPlanInTime[], noted: readonly string[], today = TODAY) =>
  regardDue(plans, new Set(noted), today).map(({ against, insteadOf }) => [
    against?.id ?? null,
    insteadOf?.id ?? null,
  ]);

describe('regard that is due', () => {
  it('is redone against the plan that took the place of the one that was regarded', () => {
    expect(due([OLD, NEW], ['old'])).toEqual([['new', 'old']]);
    expect(due([OLD, NEW], ['old', 'new'])).toEqual([]);
    expect(due([OLD, NEW], ['old'], calendarDate('2025-03-31'))).toEqual([]);
  });

  it('is noted where a plan in force was never regarded', () => {
    expect(due([OLD, NEW], [])).toEqual([['new', null]]);
  });

  it('waits for a plan where the one that was regarded has ended with nothing in its place', () => {
    expect(due([OLD], ['old'])).toEqual([[null, 'old']]);
    expect(due([OLD], [])).toEqual([]);
  });

  it('follows the line of succession over a plan that nobody regarded', () => {
    const newest = plan('newest', '2026-04-01', null, 'new');
    const ended = plan('new', '2025-04-01', '2026-04-01', 'old');
    expect(due([OLD, ended, newest], ['old'])).toEqual([['newest', 'old']]);
    expect(due([OLD, ended], ['old'])).toEqual([[null, 'old']]);
  });
});
