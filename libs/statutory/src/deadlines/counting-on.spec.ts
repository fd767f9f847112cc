import { calendarDate } from '@lib/kernel';
import type { BearerKey } from '../applicability/obligations.js';
import { obligation, records } from '../testing/profiles.js';
import { countingOn } from './counting-on.js';

const told = { id: '0198', trigger: 'report-required', bearer: null, dueOn: null } as const;
const known = records({
  keptSince: calendarDate('2026-04-01'),
  happenings: [{ ...told, on: calendarDate('2026-11-02'), dueOn: calendarDate('2026-12-11') }],
});
const keysOn = (reference: string, bearer: BearerKey, day: string) =>
  countingOn(obligation(reference, bearer), known, calendarDate(day)).map(({ key }) => key);

describe('whether a duty was met on a day is told', () => {
  it.each([
    ['2026-06-29', []],
    ['2026-06-30', ['CDA-17A/police/2026-01-01']],
    ['2026-09-29', ['CDA-17A/police/2026-01-01']],
    ['2026-09-30', ['CDA-17A/police/2026-04-01']],
    ['2026-12-30', ['CDA-17A/police/2026-04-01']],
  ])('by the last quarter that was due: on %s %s', (day, keys) => {
    expect(keysOn('CDA-17A', 'police', day)).toEqual(keys);
  });

  it.each([
    ['2027-03-30', []],
    ['2027-03-31', ['FIS-5/strategy-group/2026-04-01']],
    ['2027-04-01', ['FIS-5/strategy-group/2026-04-01']],
    ['2028-03-31', ['FIS-5/strategy-group/2027-04-01']],
  ])('by the year that was due: on %s %s', (day, keys) => {
    expect(keysOn('FIS-5', 'strategy-group', day)).toEqual(keys);
  });

  it.each([
    ['2027-03-31', ['FIS-4-1/strategy-group/2026-04-01']],
    ['2027-04-01', ['FIS-4-1/strategy-group/2027-04-01']],
  ])('by the year that it lies in, of what holds at all times: on %s %s', (day, keys) => {
    expect(keysOn('FIS-4-1', 'strategy-group', day)).toEqual(keys);
  });

  it.each([
    ['2026-12-10', []],
    ['2026-12-11', ['CDA-7/jointly/0198']],
    ['2030-01-01', ['CDA-7/jointly/0198']],
  ])('by every event whose last day had come: on %s %s', (day, keys) => {
    expect(keysOn('CDA-7', 'jointly', day)).toEqual(keys);
  });

  it('by nothing that has ended', () => {
    expect(keysOn('FIS-2007-CHAIR', 'strategy-group', '2026-11-23')).toEqual([]);
  });
});
