import { calendarDate } from '@lib/kernel';
import { revisionDue } from './revision-due.js';

const due = (inForceFrom: string, today: string) =>
  revisionDue(calendarDate(inForceFrom), calendarDate(today));

describe('the yearly revision (SI 2007/1830, regulation 10(2))', () => {
  it('is done before the 1 April after the version came into force', () => {
    expect(due('2026-04-01', '2026-11-24')).toEqual({
      ...{ before: '2027-04-01', lastDay: '2027-03-31', overdue: false },
    });
    expect(due('2026-12-01', '2026-12-02').before).toBe('2027-04-01');
  });

  it('is in time on 31 March and overdue on 1 April', () => {
    expect(due('2026-04-01', '2027-03-31').overdue).toBe(false);
    expect(due('2026-04-01', '2027-04-01').overdue).toBe(true);
  });

  it('is done for the year to come by a version that comes into force with it', () => {
    expect(due('2027-04-01', '2027-03-20')).toMatchObject({ before: '2028-04-01', overdue: false });
  });
});
