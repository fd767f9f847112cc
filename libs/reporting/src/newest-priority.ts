import { AsAt } from './as-at.js';

/**
 * The priority under which the measure `m` of the statement around it stands in the newest plan version that was ever
 * adopted, as a sub-select: its title, its number in the plan and the measure's place under it. A draft counts nothing.
 */
export function newestPriority(asAt: AsAt): string {
  return `
  select w.title, w.number, pm.number as position
    from priority_measure pm
    join ${asAt.planVersions} v on v.partnership_id = pm.partnership_id and v.id = pm.plan_version_id
    join priority_wording w on w.partnership_id = pm.partnership_id and w.plan_version_id = v.id
                           and w.priority_id = pm.priority_id and ${asAt.stands('w')}
   where pm.partnership_id = m.partnership_id and pm.measure_id = m.id and ${asAt.stands('pm')}
     and v.in_force_from is not null
   order by v.in_force_from desc, v.number desc limit 1`;
}

export const NEWEST_PRIORITY = newestPriority(AsAt.now);
