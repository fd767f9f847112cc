import type { CalendarDate, Id } from '@lib/kernel';
import type { Rag, TargetStatus } from '@lib/performance';
import type { Tx } from '@lib/persistence';
import type { Span } from './span.js';

interface Judged {
  readonly status: TargetStatus;
  /** Null where no rules give one. */
  readonly rag: Rag | null;
  readonly sentence: string;
}

/** What is worked out of a measure's year, beside what was. */
export interface ChangedResult {
  readonly measureSlug: string;
  readonly measure: string;
  readonly financialYear: number;
  /** Null where nothing was worked out yet. */
  readonly before: Judged | null;
  readonly after: Judged;
  readonly at: Date;
}

/** A status that somebody declared, beside what had been declared. */
export interface DeclaredAnew {
  readonly measureSlug: string;
  readonly measure: string;
  readonly financialYear: number;
  readonly before: Rag | null;
  readonly after: Rag;
  readonly expiresOn: CalendarDate;
  readonly by: string;
  readonly at: Date;
  readonly reason: string;
}

/**
 * The results that say something else than before, measure by measure. Of a year that had no result and has no target
 * nothing is said: there is nothing that moved.
 */
export function changedResults(
  tx: Tx,
  partnershipId: Id,
  day: CalendarDate,
  span: Span,
): Promise<ChangedResult[]> {
  const judged = (row: string) =>
    `jsonb_build_object('status', ${row}.target_status, 'rag', ${ragOf(row)}, 'sentence', ${row}.sentence)`;
  return tx.query(
    `select m.slug as "measureSlug", ${span.measureName('m.id', '$2')} as measure,
            s.financial_year as "financialYear", case when b.id is not null then ${judged('b')} end as before,
            ${judged('s')} as after, s.computed_at as at
       from measure_result s
       join measure m on m.partnership_id = s.partnership_id and m.id = s.measure_id
       left join measure_result b on b.partnership_id = s.partnership_id and b.measure_id = s.measure_id
                                 and b.financial_year = s.financial_year and ${span.from.stands('b', 'computed_at')}
      where s.partnership_id = $1 and ${span.isNew('s', 'computed_at')}
        and (b.id is not null or s.target_status <> 'no-target')
        and (b.target_status, ${ragOf('b')}, b.sentence) is distinct from (s.target_status, ${ragOf('s')}, s.sentence)
      order by measure, s.financial_year desc`,
    [partnershipId, day],
  );
}

/** The colour of a result; null where its measure has no rules for one. */
function ragOf(row: string): string {
  return `case when ${row}.facts #>> '{status,ruleSet}' <> 'none' then ${row}.facts #>> '{status,rag}' end`;
}

/** Measure by measure. */
export function declaredAnew(
  tx: Tx,
  partnershipId: Id,
  day: CalendarDate,
  span: Span,
): Promise<DeclaredAnew[]> {
  return tx.query(
    `select m.slug as "measureSlug", ${span.measureName('m.id', '$2')} as measure,
            s.financial_year as "financialYear", b.rag as before, s.rag as after, s.expires_on::text as "expiresOn",
            p.name as by, s.declared_at as at, s.reason
       from declared_status s
       join measure m on m.partnership_id = s.partnership_id and m.id = s.measure_id
       join person p on p.id = s.declared_by
       left join declared_status b on b.partnership_id = s.partnership_id and b.measure_id = s.measure_id
                                  and b.financial_year = s.financial_year and ${span.from.stands('b', 'declared_at')}
      where s.partnership_id = $1 and ${span.isNew('s', 'declared_at')}
      order by measure, s.financial_year desc`,
    [partnershipId, day],
  );
}
