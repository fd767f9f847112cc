import { calendarDate } from '@lib/kernel';
import {
  type GroupVersion,
  requireChange,
  requireMembers,
  requireNamed,
  versionOn,
} from './comparator-group.js';

const version = (from: string, members: readonly string[], ends = false): GroupVersion => ({
  ...{ id: from, groupId: 'g', inForceFrom: calendarDate(from), ends, members, reason: 'Illustrative' },
});
const FIRST = version('2010-04-01', ['E09000021', 'E09000024']);
const SECOND = version('2014-10-01', ['E09000021', 'E09000027', 'E09000029']);
const END = version('2020-04-01', [], true);

describe('the members of a group', () => {
  it('are those of the version in force on the day, in whatever order the versions come', () => {
    const all = [END, FIRST, SECOND];
    const on = (day: string) => versionOn(all, calendarDate(day))?.members.length ?? null;
    expect([on('2010-03-31'), on('2010-04-01'), on('2014-09-30')]).toEqual([null, 2, 2]);
    expect([on('2014-10-01'), on('2020-03-31'), on('2020-04-01')]).toEqual([3, 3, null]);
  });

  it('are two areas or more', () => {
    const members =
      (...codes: string[]) =>
      () =>
        requireMembers({ members: codes, reason: 'Illustrative' });
    expect(members('E09000021', 'E09000024')).not.toThrow();
    expect(members('E09000021', 'E09000021')).toThrow('2 members or more');
    expect(members('E09000021', 'Merton')).toThrow('2 members or more');
    expect(() => requireMembers({ members: FIRST.members, reason: ' ' })).toThrow('Say why');
  });

  it('change to others, while the group is in force', () => {
    const change =
      (from: string, members: readonly string[], ends = false) =>
      () =>
        requireChange([FIRST, SECOND, END], { inForceFrom: calendarDate(from), members, ends });
    expect(change('2012-04-01', ['E09000021', 'E09000032'])).not.toThrow();
    expect(change('2012-04-01', [], true)).not.toThrow();
    expect(change('2012-04-01', ['E09000024', 'E09000021'])).toThrow('just these members');
    expect(change('2009-04-01', ['E09000021', 'E09000032'])).toThrow('not in force on that day');
    expect(change('2021-04-01', ['E09000021', 'E09000032'])).toThrow('not in force on that day');
  });
});

it('a group has a name and a purpose', () => {
  expect(() => requireNamed({ name: 'South-west London', purpose: 'Neighbours' })).not.toThrow();
  expect(() => requireNamed({ name: ' ', purpose: 'Neighbours' })).toThrow('a name of 100 characters');
  expect(() => requireNamed({ name: 'x'.repeat(101), purpose: 'y' })).toThrow('a name of 100 characters');
  expect(() => requireNamed({ name: 'x', purpose: '' })).toThrow('what the group is for');
});
