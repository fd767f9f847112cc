import fc from 'fast-check';
import { addDays, addMonths, type CalendarDate, calendarDate, contains } from '@lib/kernel';
import { obligationsOf } from '../applicability/obligations.js';
import { DUTIES } from '../catalogue/catalogue.js';
import { TRIGGERS, type Trigger } from '../catalogue/triggers.js';
import { DISTRICT, LONDON_BOROUGH, METROPOLITAN, records, WELSH } from '../testing/profiles.js';
import { momentOf, occurrences } from './occurrences.js';
import { progressOf } from './progress.js';
import type { Records } from './records.js';
import { ruleOf } from './rules.js';

/** The same runs each time; another seed explores others. */
const RUNS = { numRuns: 200, seed: 1998 };

const FIRST = calendarDate('2005-01-01');
const day = fc.integer({ min: 0, max: 8700 }).map((days) => addDays(FIRST, days));
const span = fc
  .tuple(day, fc.integer({ min: 1, max: 3000 }))
  .map(([from, days]) => ({ from, until: addDays(from, days) }));

const all = [LONDON_BOROUGH, DISTRICT, METROPOLITAN, WELSH].flatMap((profile) =>
  DUTIES.flatMap((duty) => obligationsOf(duty, profile)),
);
const anyObligation = fc.constantFrom(...all);
const scheduled = fc.constantFrom(
  ...all.filter(({ duty }) => ['yearly', 'quarterly'].includes(ruleOf(duty)?.rule ?? '')),
);
const rolling = fc.constantFrom(...all.filter(({ duty }) => ruleOf(duty)?.rule === 'rolling'));

/** Happenings of 2019 to 2028, in which working days are known, and doings of anything. */
const someRecords = fc
  .record({
    keptSince: day,
    happened: fc.array(
      fc.tuple(fc.constantFrom(...(Object.keys(TRIGGERS) as Trigger[])), fc.integer({ min: 0, max: 3500 })),
      { maxLength: 40 },
    ),
    done: fc.array(fc.tuple(anyObligation, day), { maxLength: 10 }),
  })
  .map(({ keptSince, happened, done }): Records => ({
    keptSince,
    happenings: happened.map(([trigger, days], index) => ({
      id: `event-${index}`,
      trigger,
      on: addDays(calendarDate('2019-01-01'), days),
      bearer: null,
      dueOn: null,
    })),
    doings: done.map(([{ duty, bearer }, on]) => ({ occurrence: `${duty.reference}/${bearer}/any`, on })),
  }));

describe('occurrences', () => {
  it('are sorted, within what was asked, each with a key of its own and somebody who owes it', () => {
    fc.assert(
      fc.property(anyObligation, someRecords, span, (obligation, known, within) => {
        const told = occurrences(obligation, known, within);
        const moments = told.map(momentOf);
        expect(moments).toEqual([...moments].sort());
        for (const moment of moments) expect(contains(within, moment)).toBe(true);
        expect(new Set(told.map(({ key }) => key)).size).toBe(told.length);
        for (const { owedBy } of told) expect(owedBy.length).toBeGreaterThan(0);
      }),
      RUNS,
    );
  });

  it('are owed while the duty is law: on the last day, or on the first day of what has none', () => {
    fc.assert(
      fc.property(anyObligation, someRecords, span, (obligation, known, within) => {
        const isEvent = ruleOf(obligation.duty)?.rule === 'after-event';
        for (const { dueOn, about } of occurrences(obligation, known, within))
          expect(contains(obligation.window, isEvent || dueOn === null ? about.from : dueOn)).toBe(true);
      }),
      RUNS,
    );
  });

  it('are the same whether a span is asked for at once or in two parts', () => {
    fc.assert(
      fc.property(anyObligation, someRecords, span, (obligation, known, one) => {
        const [from, middle, until] = [one.from, one.until, addDays(one.until, 400)] as const;
        const keys = (first: CalendarDate, last: CalendarDate): string[] =>
          occurrences(obligation, known, { from: first, until: last }).map(({ key }) => key);
        expect([...keys(from, middle), ...keys(middle, until)]).toEqual(keys(from, until));
      }),
      RUNS,
    );
  });

  it('of a year or a quarter follow each other without a gap', () => {
    fc.assert(
      fc.property(scheduled, span, (obligation, within) => {
        const told = occurrences(obligation, records(), within);
        for (const [index, { about }] of told.entries())
          if (index > 0) expect(about.from).toBe(told[index - 1]!.about.until);
        // One for each time that a period ends within, while it was law.
        const step = ruleOf(obligation.duty)?.rule === 'quarterly' ? 3 : 12;
        let expected = 0;
        for (let last = calendarDate('2000-04-01'); last <= within.until; last = addMonths(last, step)) {
          const dueOn = addDays(last, -1);
          if (contains(within, dueOn) && contains(obligation.window, dueOn)) expected += 1;
        }
        expect(expected - told.length).toBeGreaterThanOrEqual(0);
        expect(expected - told.length).toBeLessThanOrEqual(step === 3 ? 2 : 1); // before its first full period
      }),
      RUNS,
    );
  });

  it('that roll leave no time uncovered: each starts where the one before ended or was done', () => {
    fc.assert(
      fc.property(rolling, fc.array(day, { maxLength: 8 }), day, (obligation, days, keptSince) => {
        const { duty, bearer, window } = obligation;
        const rule = ruleOf(duty);
        const doings = days.map((on) => ({ occurrence: `${duty.reference}/${bearer}/any`, on }));
        const told = occurrences(obligation, records({ keptSince, doings }), {
          from: FIRST,
          until: calendarDate('2033-01-01'),
        });
        for (const [index, { about }] of told.entries()) {
          const before = told[index - 1];
          const counts = rule?.rule === 'rolling' && rule.countsThatDay;
          if (before?.doneOn) expect(about.from).toBe(counts ? before.doneOn : addDays(before.doneOn, 1));
          else if (before) expect(about.from).toBe(before.about.until);
        }
        for (const on of new Set(days)) {
          const isFirst = on <= (window.from > keptSince ? window.from : keptSince);
          if (!isFirst && contains(window, on) && on < '2032-01-01' && window.until === null)
            expect(told.some(({ doneOn }) => doneOn === on) || told[0]!.about.from >= on).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('are late only when their last day is over', () => {
    fc.assert(
      fc.property(anyObligation, someRecords, span, day, (obligation, known, within, today) => {
        for (const occurrence of occurrences(obligation, known, within)) {
          const progress = progressOf(occurrence, today);
          if (progress === 'overdue') expect(occurrence.dueOn! < today).toBe(true);
          if (progress === 'done-late') expect(occurrence.doneOn! > occurrence.dueOn!).toBe(true);
          if (progress === 'open') expect(occurrence.dueOn === null || occurrence.dueOn >= today).toBe(true);
        }
      }),
      RUNS,
    );
  });
});
