import { calendarDate } from '@lib/kernel';
import { type Adoption, decideOnPlan, type PlanCase, requireNothingOpen } from './decide-on-plan.js';

const ADOPTION: Adoption = {
  decidedOn: calendarDate('2027-03-15'),
  adoptedOn: calendarDate('2027-03-15'),
  inForceFrom: calendarDate('2027-04-01'),
  beforeFrom: calendarDate('2026-04-01'),
  today: calendarDate('2027-03-20'),
};
const CASE: PlanCase = {
  version: {
    ...{ id: 'v', planId: 'p', planTitle: 'The plan', number: 2, state: 'draft', inForce: null },
    ...{ source: 'Ours', edits: 3 },
  },
  priorities: 1,
  seenEdits: 3,
  adoption: ADOPTION,
  reason: null,
};
const adopting = (adoption: Partial<Adoption>) => () =>
  decideOnPlan({ ...CASE, adoption: { ...ADOPTION, ...adoption } }, 'adopt');

describe('a decision on a plan version', () => {
  it('leads on from a draft and from a consultation', () => {
    expect(decideOnPlan(CASE, 'consult')).toBe('consultation');
    expect(decideOnPlan(CASE, 'adopt')).toBe('adopted');
    const consulted: PlanCase = { ...CASE, version: { ...CASE.version, state: 'consultation' } };
    expect(decideOnPlan(consulted, 'adopt')).toBe('adopted');
  });

  it('is not made on an empty plan', () => {
    expect(() => decideOnPlan({ ...CASE, priorities: 0 }, 'adopt')).toThrow('at least one priority');
  });

  it('is not made on an edit that nobody looked at', () => {
    expect(() => decideOnPlan({ ...CASE, seenEdits: 2 }, 'adopt')).toThrow('was changed after you opened it');
    expect(() => decideOnPlan({ ...CASE, seenEdits: 2 }, 'consult')).toThrow(
      'was changed after you opened it',
    );
  });

  it.each([
    ['adopted before the board decided', { adoptedOn: calendarDate('2027-03-14') }, 'or later, and by today'],
    ['adopted on a day to come', { adoptedOn: calendarDate('2027-03-21') }, 'or later, and by today'],
    [
      'in force before it is adopted',
      { inForceFrom: calendarDate('2027-03-14') },
      'on the day it is adopted or later',
    ],
    ['in force with the one before', { beforeFrom: calendarDate('2027-04-01') }, 'after the one before it'],
  ] as const)('is not recorded as %s', (_, change, words) => {
    expect(adopting(change)).toThrow(words);
  });

  it('may be in force from the day of adoption, as the first one ever', () => {
    expect(adopting({ inForceFrom: calendarDate('2027-03-15'), beforeFrom: null })()).toBe('adopted');
  });

  it('waits while another draft of the plan is open', () => {
    expect(() => requireNothingOpen('The plan', 3)).toThrow('Version 3 of “The plan”');
    expect(() => requireNothingOpen('The plan', null)).not.toThrow();
  });
});
