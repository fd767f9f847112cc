import type { CalendarDate } from '@lib/kernel';
import type { BearerKey } from '../applicability/obligations.js';
import type { Trigger } from '../catalogue/triggers.js';

/** Something that makes duties fall due. */
export interface Happening {
  /** Told apart by this; goes into the key of the occurrence. */
  readonly id: string;
  readonly trigger: Trigger;
  readonly on: CalendarDate;
  /** Whom it concerns; null for everybody on whom the duty falls. */
  readonly bearer: BearerKey | null;
  /** The day that somebody set who may set it, as in a requirement to report; null for what the law says. */
  readonly dueOn: CalendarDate | null;
}

/** An occurrence was carried out. */
export interface Doing {
  /** The key of the occurrence. */
  readonly occurrence: string;
  readonly on: CalendarDate;
}

/** What is known of a partnership. */
export interface Records {
  /** Nothing that was due before this day is told as missed: nobody wrote down whether it was done. */
  readonly keptSince: CalendarDate;
  readonly happenings: readonly Happening[];
  readonly doings: readonly Doing[];
}
