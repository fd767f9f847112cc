import { calendarDate, FinancialQuarter } from '@lib/kernel';
import { lockOf } from './lock.js';
import { type Period, periodState, requireDatesInOrder } from './period.js';
import { timelinessOf } from './timeliness.js';

const day = calendarDate;
const quarter = FinancialQuarter.of(2025, 1);
const period = (change: Partial<Period> = {}): Period => ({
  quarter,
  opensOn: null,
  openedAt: new Date('2025-07-01T09:00:00Z'),
  dueOn: day('2025-07-30'),
  lastNewOn: day('2025-09-30'),
  lastEditOn: day('2027-06-30'),
  closedAt: null,
  ...change,
});

describe('a period', () => {
  it.each([
    ['draft', { openedAt: null }],
    ['scheduled', { openedAt: null, opensOn: day('2025-07-01') }],
    ['open', {}],
    ['closed', { closedAt: new Date('2026-01-01T09:00:00Z') }],
  ])('is %s', (state, change) => expect(periodState(period(change))).toBe(state));

  it.each([
    ['returns.due-date', { dueOn: day('2025-06-30') }],
    // SI 2007/1831: the end of the next quarter
    ['returns.due-date', { dueOn: day('2025-10-01') }],
    ['returns.opening-date', { opensOn: day('2025-03-31') }],
    ['returns.opening-date', { opensOn: day('2025-07-31') }],
    ['returns.last-new-date', { lastNewOn: day('2025-07-29') }],
    ['returns.last-edit-date', { lastEditOn: day('2025-09-29') }],
    [null, {}],
    [null, { lastNewOn: null, lastEditOn: null }],
  ])('refuses dates out of order: %s', (code, change) => {
    const check = () => requireDatesInOrder(quarter, period(change));
    if (code === null) expect(check).not.toThrow();
    else expect(check).toThrow(expect.objectContaining({ code }));
  });
});

describe('the lock of a return', () => {
  const reopening = { authorityId: 'a', reason: 'Late extract', expiresOn: day('2025-10-31') };

  it.each([
    [null, 'draft', 1, '2025-09-30', null],
    // due a month ago: late, and not locked
    [null, 'draft', 1, '2025-08-30', null],
    ['first-entry-over', 'draft', 1, '2025-10-01', null],
    ['first-entry-over', 'returned', 1, '2025-10-01', null],
    [null, 'draft', 1, '2025-10-31', reopening],
    ['first-entry-over', 'draft', 1, '2025-11-01', reopening],
    [null, 'draft', 2, '2027-06-30', null],
    ['corrections-over', 'draft', 2, '2027-07-01', null],
    ['waiting-for-approval', 'submitted', 1, '2025-08-01', reopening],
    ['approved', 'approved', 1, '2025-08-01', null],
    ['accepted', 'accepted', 1, '2025-08-01', null],
  ] as const)('is %s for a %s of revision %i on %s', (reason, state, revision, today, again) => {
    const lock = lockOf({ state, revision }, period(), again, day(today));
    expect(lock?.reason ?? null).toBe(reason);
    // every lock says who can do something about it
    if (lock) expect(lock.words).toMatch(/analyst|approver|officer/);
  });

  it('is on a closed quarter until it is reopened for the authority', () => {
    const closed = period({ closedAt: new Date('2025-08-15T09:00:00Z') });
    const draft = { state: 'draft', revision: 1 } as const;
    expect(lockOf(draft, closed, null, day('2025-08-16'))).toMatchObject({ reason: 'period-closed' });
    expect(lockOf(draft, closed, reopening, day('2025-08-16'))).toBeNull();
  });
});

describe('timeliness', () => {
  it.each([
    ['not-due', null, '2025-07-15'],
    ['due-soon', null, '2025-07-16'],
    ['due-soon', null, '2025-07-30'],
    ['overdue', null, '2025-07-31'],
    ['on-time', '2025-07-30', '2026-01-01'],
    ['late', '2025-07-31', '2026-01-01'],
  ])('is %s when first sent on %s and asked on %s', (expected, sent, today) => {
    const first = { dueOn: day('2025-07-30'), firstSentOn: sent === null ? null : day(sent) };
    expect(timelinessOf(first, day(today))).toBe(expected);
  });
});
