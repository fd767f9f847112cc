import { calendarDate } from '@lib/kernel';
import { obligationsOf } from '../applicability/obligations.js';
import { DUTIES } from '../catalogue/catalogue.js';
import { LONDON_BOROUGH, obligation, records } from '../testing/profiles.js';
import { occurrences } from './occurrences.js';
import { fallingDue, missed, nextDue, progressOf, startBy } from './progress.js';

const TODAY = calendarDate('2026-11-23');
const assessment = obligation('FIS-5', 'strategy-group');
const done = (slug: string, on: string) => ({
  occurrence: `FIS-5/strategy-group/${slug}`,
  on: calendarDate(on),
});

describe('the next one', () => {
  it('is the first that is not done', () => {
    expect(nextDue(assessment, records(), TODAY)?.dueOn).toBe('2027-03-31');
    expect(nextDue(assessment, records({ doings: [done('2026-04-01', '2026-11-01')] }), TODAY)?.dueOn).toBe(
      '2028-03-31',
    );
  });

  it('is still to be done on its last day, and is the one after on the next', () => {
    expect(nextDue(assessment, records(), calendarDate('2027-03-31'))?.dueOn).toBe('2027-03-31');
    expect(nextDue(assessment, records(), calendarDate('2027-04-01'))?.dueOn).toBe('2028-03-31');
  });

  it('is found four years ahead, and not where nothing has a day', () => {
    const doings = [{ occurrence: 'EQ-R5/council/any', on: TODAY }];
    expect(nextDue(obligation('EQ-R5', 'council'), records({ doings }), TODAY)?.dueOn).toBe('2030-11-22');
    expect(nextDue(obligation('FIS-4-1', 'strategy-group'), records(), TODAY)).toBeNull();
  });
});

describe('how it stands', () => {
  it('is open on its last day and overdue on the next', () => {
    const next = nextDue(assessment, records(), TODAY)!;
    expect(progressOf(next, calendarDate('2027-03-31'))).toBe('open');
    expect(progressOf(next, calendarDate('2027-04-01'))).toBe('overdue');
  });
});

describe('what was missed', () => {
  const known = records({
    keptSince: calendarDate('2022-04-01'),
    doings: [done('2022-04-01', '2023-03-31'), done('2023-04-01', '2024-04-01')],
  });

  it('is what was done late or not at all, since a record is kept', () => {
    expect(missed(assessment, known, TODAY).map((one) => [one.dueOn, progressOf(one, TODAY)])).toEqual([
      ['2024-03-31', 'done-late'],
      ['2025-03-31', 'overdue'],
      ['2026-03-31', 'overdue'],
    ]);
  });

  it('is nothing on the last day, and one on the next', () => {
    const short = records({ keptSince: calendarDate('2026-04-01') });
    expect(missed(assessment, short, calendarDate('2027-03-31'))).toEqual([]);
    expect(missed(assessment, short, calendarDate('2027-04-01'))).toHaveLength(1);
    expect(missed(assessment, short, calendarDate('2026-04-01'))).toEqual([]);
  });

  it('is never what has no day', () => {
    const happenings = [
      {
        id: 'plan',
        trigger: 'plan-adopted-or-revised',
        on: calendarDate('2022-05-01'),
        bearer: null,
        dueOn: null,
      },
    ] as const;
    const summary = obligation('FIS-14', 'strategy-group');
    expect(missed(summary, records({ happenings }), TODAY)).toEqual([]);
    const [open] = occurrences(summary, records({ happenings }), {
      from: calendarDate('2022-05-01'),
      until: TODAY,
    });
    expect(progressOf(open!, TODAY)).toBe('open');
    expect(startBy(open!, 30)).toBeNull();
  });
});

describe('what falls due soon', () => {
  const all = DUTIES.flatMap((duty) => obligationsOf(duty, LONDON_BOROUGH));
  const own = (days: number): string[] =>
    fallingDue(all, records({ keptSince: TODAY }), TODAY, days).map(({ key }) => key);

  it('counts its last day, and not the one after', () => {
    expect(own(37)).toEqual([]);
    expect(own(38)).toContain('CDA-17A/police/2026-07-01');
  });

  it('is sorted by day, and does not hold what is done', () => {
    const doings = [{ occurrence: 'CDA-17A/police/2026-07-01', on: calendarDate('2026-11-20') }];
    const soon = fallingDue(all, records({ keptSince: TODAY, doings }), TODAY, 200);
    const days = soon.map(({ dueOn }) => dueOn!);
    expect(days).toEqual([...days].sort());
    expect(soon.map(({ key }) => key)).not.toContain('CDA-17A/police/2026-07-01');
    expect(soon.map(({ key }) => key)).toContain('CDA-17A/police/2026-10-01');
  });

  it('is started so many days before', () => {
    const next = nextDue(assessment, records(), TODAY)!;
    expect(startBy(next, 120)).toBe('2026-12-01');
    expect(startBy(next, 0)).toBe('2027-03-31');
  });
});
