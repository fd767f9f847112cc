import type { AsAt } from './as-at.js';

/**
 * The name of the form that a return of the statement around it answers, as a sub-select; null in a partnership that
 * has one form only, where its name tells nothing.
 *
 * @param quarterlyReturn the alias of the return
 */
export function formNameOf(quarterlyReturn: string, asAt: AsAt): string {
  return `
  (select case when count(*) > 1 then min(f.name) filter (where f.id = ${quarterlyReturn}.form_id) end
     from return_form f
    where f.partnership_id = ${quarterlyReturn}.partnership_id and ${asAt.happened('f.recorded_at')})`;
}
