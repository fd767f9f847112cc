import { addDays, type CalendarDate, startOfDay } from '@lib/kernel';

/** The last moment a page speaks of: now, or the end of a day in London. */
export function lastMoment(now: Date, asAtEndOf: CalendarDate | null): Date {
  return asAtEndOf === null ? now : new Date(startOfDay(addDays(asAtEndOf, 1)).getTime() - 1);
}

/**
 * Which facts a statement reads: those that stand now, or those that stood at the end of a day. One statement answers
 * both, with these conditions in it; what it reads now is not made slower by what it could read.
 *
 * The moment is half-open like every range here: the first moment of the next day is no longer part of the day. It is
 * written into the statement, so that parameters keep their numbers; it is never text that somebody typed.
 */
export class AsAt {
  static readonly now = new AsAt(null);

  /** As it stood at the end of a day in London; null for now. */
  static endOf(day: CalendarDate | null): AsAt {
    return AsAt.before(day && startOfDay(addDays(day, 1)));
  }

  /** As it stood just before a moment; null for now. */
  static before(moment: Date | null): AsAt {
    return moment === null ? AsAt.now : new AsAt(`timestamptz '${moment.toISOString()}'`);
  }

  private constructor(private readonly moment: string | null) {}

  /** Whether a row of facts stands: recorded, and not superseded. */
  stands(row: string, recordedAt = 'recorded_at'): string {
    return this.between(`${row}.${recordedAt}`, `${row}.superseded_at`);
  }

  /** Whether a role stands: given or lent, and not ended before its time. */
  roleStands(row: string): string {
    return this.between(`${row}.recorded_at`, `${row}.ended_at`);
  }

  /** Whether what happened at a time, once and for all, has happened. */
  happened(at: string): string {
    return this.moment === null ? 'true' : `${at} < ${this.moment}`;
  }

  /** Whether what happened at a time came after this: of now, nothing has. */
  isBefore(at: string): string {
    return this.moment === null ? 'false' : `${at} >= ${this.moment}`;
  }

  /** Whether a published file is read from: applied, and not withdrawn. */
  publishedFileStands(row: string): string {
    return `${row}.state = 'applied' and ${this.between(`${row}.decided_at`, `${row}.withdrawn_at`)}`;
  }

  /** The state of a return: what the last decision on it led to. */
  stateOf(quarterlyReturn: string): string {
    if (this.moment === null) return `${quarterlyReturn}.state`;
    return `coalesce((select last.leads_to_state from return_decision last
                       where last.partnership_id = ${quarterlyReturn}.partnership_id
                         and last.return_id = ${quarterlyReturn}.id and last.decided_at < ${this.moment}
                       order by last.leads_to_version desc limit 1), 'draft')`;
  }

  /** Whether the figures of a return count: its authority stands by them. */
  counts(quarterlyReturn: string): string {
    return `${this.stateOf(quarterlyReturn)} in ('approved', 'accepted')`;
  }

  /** The quarters with their dates and their state, to be read from. */
  get quarters(): string {
    return this.moment === null
      ? 'reporting_quarter'
      : `(select * from reporting_quarter_history h where ${this.stands('h')})`;
  }

  /** The versions of plans with the time in force that their moves have led to, to be read from. */
  get planVersions(): string {
    if (this.moment === null) return 'plan_version';
    return `(select v.partnership_id, v.id, v.plan_id, v.number, v.source, moved.in_force_from, moved.in_force_until
               from plan_version v
               join lateral (select m.in_force_from, m.in_force_until from plan_version_move m
                              where m.partnership_id = v.partnership_id and m.plan_version_id = v.id
                                and m.recorded_at < ${this.moment}
                              order by m.number desc limit 1) moved on true)`;
  }

  private between(recordedAt: string, endedAt: string): string {
    if (this.moment === null) return `${endedAt} is null`;
    return `${recordedAt} < ${this.moment} and (${endedAt} is null or ${endedAt} >= ${this.moment})`;
  }

  /** What was in a draft is kept of now alone; earlier, what was last sent is all there is. */
  get keepsDrafts(): boolean {
    return this.moment === null;
  }
}
