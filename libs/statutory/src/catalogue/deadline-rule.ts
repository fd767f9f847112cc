import type { Trigger } from './triggers.js';

/** How long after something happened. The day it happened is not counted. */
export type Within =
  | { readonly days: number }
  | { readonly workingDays: number }
  | { readonly months: number }
  | { readonly by: 'end-of-financial-year' };

/** When a duty falls due. `deadlines/` has one function for each rule. */
export type DeadlineRule =
  /** Once for each year from 1 April, by the 31 March that ends it or the one before it starts. */
  | { readonly rule: 'yearly'; readonly forYear: 'that-ends' | 'that-starts' }
  /** Once for each quarter, by the end of the next one (SI 2007/1831). */
  | { readonly rule: 'quarterly' }
  /** Never longer than this since it was last done. Some laws count that day ("beginning with the date of"). */
  | { readonly rule: 'rolling'; readonly months: number; readonly countsThatDay: boolean }
  /** Each time that something happens, so long after it. */
  | { readonly rule: 'after-event'; readonly trigger: Trigger; readonly within: Within }
  /** Each time that something happens. The law sets no day, or whoever asks sets it. */
  | { readonly rule: 'on-change'; readonly trigger: Trigger }
  /** Part of another duty, and due when that one is. */
  | { readonly rule: 'with'; readonly reference: string }
  /** Must hold at all times. */
  | { readonly rule: 'standing' }
  /** Bears on every decision; shown by samples. */
  | { readonly rule: 'every-decision' };

export const STANDING = { rule: 'standing' } as const satisfies DeadlineRule;
export const EVERY_DECISION = { rule: 'every-decision' } as const satisfies DeadlineRule;

export const dueWith = (reference: string): DeadlineRule => ({ rule: 'with', reference });

export const onChange = (trigger: Trigger): DeadlineRule => ({ rule: 'on-change', trigger });

export const afterEvent = (trigger: Trigger, within: Within): DeadlineRule => ({
  rule: 'after-event',
  trigger,
  within,
});

export const everyMonths = (months: number): DeadlineRule => ({
  rule: 'rolling',
  months,
  countsThatDay: false,
});

export const everyMonthsBeginningWithThatDay = (months: number): DeadlineRule => ({
  rule: 'rolling',
  months,
  countsThatDay: true,
});
