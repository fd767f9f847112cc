import type { CalendarDate } from '@lib/kernel';
import type { AsAt } from './as-at.js';

/** Whom the return forms ask for a measure. */
export interface AskedOf {
  readonly authority: string;
  /** The day from which it is asked; null where that has come. */
  readonly from: CalendarDate | null;
}

/**
 * Whom the return forms ask for the measure `m` of the statement around it, as a sub-select of one `asked` object, or
 * none: by the version of a form that applies on a day, or else by the newest one, which is still to come.
 *
 * @param day the parameter that holds the day, such as `$2`
 */
export function askedOf(asAt: AsAt, day: string): string {
  const newest = (when: string) =>
    `(select max(o.number) from return_form_version o
       where o.partnership_id = v.partnership_id and o.form_id = v.form_id and ${asAt.happened('o.recorded_at')} ${when})`;
  return `
  select jsonb_build_object('authority', a.name,
           'from', case when v.applies_from > ${day}::date then v.applies_from end) as asked
    from return_form_line l
    join return_form_version v on v.partnership_id = l.partnership_id and v.id = l.version_id
                              and ${asAt.happened('v.recorded_at')}
    join authority a on a.partnership_id = l.partnership_id and a.id = l.authority_id
   where l.partnership_id = m.partnership_id and l.measure_id = m.id
     and v.number in (${newest(`and o.applies_from <= ${day}::date`)}, ${newest('')})
   order by v.applies_from limit 1`;
}
