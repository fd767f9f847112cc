import { addDays, type CalendarDate, startOfDay } from '@lib/kernel';
import { AsAt } from '../as-at.js';

/** What came after the end of a day in London, and by the end of another or by now. */
export class Span {
  /** Its first moment. */
  readonly start: Date;
  readonly from: AsAt;
  readonly to: AsAt;

  constructor(since: CalendarDate, untilEndOf: CalendarDate | null) {
    this.start = startOfDay(addDays(since, 1));
    this.from = AsAt.before(this.start);
    this.to = AsAt.endOf(untilEndOf);
  }

  /** Whether what happened at a time, once and for all, happened in it. */
  within(at: string): string {
    return `${this.from.isBefore(at)} and ${this.to.happened(at)}`;
  }

  /** Whether a row of facts stands at its end and did not at its start. */
  isNew(row: string, recordedAt = 'recorded_at'): string {
    return `${this.from.isBefore(`${row}.${recordedAt}`)} and ${this.to.stands(row, recordedAt)}`;
  }

  /** What a measure is called on a day, as a sub-select: by the definition in force, before the first by that. */
  measureName(measureId: string, day: string): string {
    return `(select n.name from measure_definition n
              where n.partnership_id = $1 and n.measure_id = ${measureId} and ${this.to.happened('n.recorded_at')}
              order by greatest(n.in_force_from - ${day}::date, 0), n.in_force_from desc limit 1)`;
  }
}
