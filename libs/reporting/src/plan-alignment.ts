import type { CalendarDate, DateRange, Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import type { AsAt } from './as-at.js';

export interface UpperPlan {
  readonly id: Id;
  readonly title: string;
  readonly owner: string;
  /** Until the day that was recorded, or the start of the plan that takes its place where that is earlier. */
  readonly inForce: DateRange;
  readonly succeedsId: Id | null;
  readonly source: string;
}

export interface RegardNote {
  readonly rowId: Id;
  readonly priorityId: Id;
  readonly upperPlanId: Id;
  readonly regardedOn: CalendarDate;
  readonly regardedBy: string;
  readonly wording: string;
}

export interface SeniorPerson {
  readonly priorityId: Id;
  readonly name: string;
  readonly post: string;
  readonly from: CalendarDate;
  /** The day on which the next one took over; null for the last. */
  readonly until: CalendarDate | null;
}

/** The plans above ours, newest in force first. */
export async function upperPlans(tx: Tx, partnershipId: Id, asAt: AsAt): Promise<UpperPlan[]> {
  type Row = Omit<UpperPlan, 'inForce'> & { from: CalendarDate; until: CalendarDate | null };
  const rows = await tx.query<Row>(
    `select u.id, u.title, u.owner, u.in_force_from::text as "from",
            least(u.in_force_until, next.in_force_from)::text as until, u.succeeds_id as "succeedsId", u.source
       from upper_plan u
       left join upper_plan next on next.partnership_id = u.partnership_id and next.succeeds_id = u.id
                                and ${asAt.happened('next.recorded_at')}
      where u.partnership_id = $1 and ${asAt.happened('u.recorded_at')}
      order by u.in_force_from desc, u.title`,
    [partnershipId],
  );
  return rows.map(({ from, until, ...plan }) => ({ ...plan, inForce: { from, until } }));
}

/** The notes of regard, first to last. */
export function regardNotes(tx: Tx, partnershipId: Id, asAt: AsAt): Promise<RegardNote[]> {
  return tx.query(
    `select id as "rowId", priority_id as "priorityId", upper_plan_id as "upperPlanId",
            regarded_on::text as "regardedOn", regarded_by as "regardedBy", wording
       from regard_note n
      where n.partnership_id = $1 and ${asAt.stands('n')}
      order by regarded_on, id`,
    [partnershipId],
  );
}

/** Who answers and answered for each priority, first to last. */
export function seniorPeople(tx: Tx, partnershipId: Id, asAt: AsAt): Promise<SeniorPerson[]> {
  return tx.query(
    `select priority_id as "priorityId", name, post, from_on::text as "from",
            lead(from_on) over (partition by priority_id order by from_on)::text as until
       from priority_senior_person s
      where s.partnership_id = $1 and ${asAt.stands('s')}
      order by priority_id, from_on`,
    [partnershipId],
  );
}
