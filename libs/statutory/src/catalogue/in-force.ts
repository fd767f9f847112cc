import { type CalendarDate, calendarDate } from '@lib/kernel';

/** The days on which a duty is law: half-open, `until` is the first day on which it is not. London dates. */
export type InForce =
  | {
      readonly is: 'open';
      readonly from: CalendarDate;
      readonly until: null;
      readonly isStartToCheck: boolean;
    }
  | {
      readonly is: 'ended';
      readonly from: CalendarDate;
      readonly until: CalendarDate;
      readonly isStartToCheck: boolean;
      readonly why: string;
      /** The reference of what took its place, if anything did. */
      readonly successor: string | null;
    }
  /** Enacted and not commenced, or never known to be. */
  | { readonly is: 'never'; readonly why: string };

/** In force from a day that was read in the law. */
export function since(day: string): InForce {
  return { is: 'open', from: calendarDate(day), until: null, isStartToCheck: false };
}

/** In force for long; the first day is from general knowledge and no deadline of today rests on it. */
export function sinceAbout(day: string): InForce {
  return { is: 'open', from: calendarDate(day), until: null, isStartToCheck: true };
}

/** Ended, with why and what took its place. Throws RangeError for a window without a day in it. */
export function ended(
  [from, until]: readonly [from: string, until: string],
  why: string,
  then: { readonly successor?: string; readonly isStartToCheck?: boolean } = {},
): InForce {
  if (from >= until) throw new RangeError(`A window from ${from} until ${until} has no day in it.`);
  return {
    is: 'ended',
    from: calendarDate(from),
    until: calendarDate(until),
    isStartToCheck: then.isStartToCheck ?? false,
    why,
    successor: then.successor ?? null,
  };
}

export function notInForce(why: string): InForce {
  return { is: 'never', why };
}
