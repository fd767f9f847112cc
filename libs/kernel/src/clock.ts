import { type CalendarDate, londonDateOf } from './calendar-date.js';

/** The only way to ask what time it is, so that a test can say. */
export abstract class Clock {
  abstract now(): Date;

  /** Today in London. */
  today(): CalendarDate {
    return londonDateOf(this.now());
  }
}

export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}
