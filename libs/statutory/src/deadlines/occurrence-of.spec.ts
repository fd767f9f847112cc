import { calendarDate } from '@lib/kernel';
import { LONDON_BOROUGH, records } from '../testing/profiles.js';
import { occurrenceOf } from './occurrence-of.js';

const TODAY = calendarDate('2026-11-23');
const KEPT = records({ keptSince: calendarDate('2026-04-01') });
const found = (key: string) => occurrenceOf(key, LONDON_BOROUGH, KEPT, TODAY);

describe('an occurrence by its key', () => {
  it('is found for each authority, quarter and year', () => {
    expect(found('CDA-17A/police/2026-07-01')).toMatchObject({ dueOn: '2026-12-31' });
    expect(found('CDA-17A/health/2026-04-01')).toMatchObject({ dueOn: '2026-09-30' });
    expect(found('FIS-5/strategy-group/2026-04-01')).toMatchObject({ dueOn: '2027-03-31' });
  });

  it.each([
    ['', 'nothing'],
    ['CDA-17A/police/2026-07-02', 'a day that starts no quarter'],
    ['CDA-17A/jointly/2026-07-01', 'somebody who does not bear it'],
    ['CDA-17/police/2026-07-01', 'a duty that does not bind the police'],
    ['CDA-999/police/2026-07-01', 'no duty'],
    ['FIS-5/strategy-group/2046-04-01', 'a year far ahead'],
    ['__proto__/police/x', 'a word of the machine'],
  ])('%s is none: %s', (key) => {
    expect(found(key)).toBeNull();
  });
});
