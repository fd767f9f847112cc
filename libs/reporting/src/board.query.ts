import { authorise } from '@lib/access';
import { type Actor, type CalendarDate, calendarDate, type Id } from '@lib/kernel';
import { type Tx, UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { AsAt } from './as-at.js';
import type { BoardFigures } from './board-figures.js';
import { boardMeasures } from './board-measures.js';
import { lateReturns, returnChanges } from './board-returns.js';

@Injectable()
export class BoardQuery {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * What the board sees of a financial year: approved figures only. Without a year, the newest one in which a target
   * is judged, or else the newest with results.
   *
   * @param today the day by which it is said what is late and what has ended
   * @param asAtEndOf shows what stood at the end of a day; null for what stands
   */
  run(
    actor: Actor,
    partnershipId: Id,
    wantedYear: number | null,
    today: CalendarDate,
    asAtEndOf: CalendarDate | null = null,
  ): Promise<BoardFigures | null> {
    const asAt = AsAt.endOf(asAtEndOf);
    return this.work.read(actor, partnershipId, async (tx) => {
      authorise(actor, 'performance.view', { partnershipId });
      const years = await yearsWithResults(tx, partnershipId, asAt);
      const financialYear = wantedYear ?? (years.find((year) => year.judged) ?? years[0])?.year;
      if (financialYear === undefined) return null;
      return {
        financialYear,
        years: years.map(({ year }) => year),
        newerYear: years.find(({ year, reported }) => reported && year > financialYear)?.year ?? null,
        plan: await planIn(tx, partnershipId, financialYear, asAt),
        figureSources: await sourcesIn(tx, partnershipId, financialYear, asAt),
        measures: await boardMeasures(tx, partnershipId, financialYear, today, asAt),
        late: await lateReturns(tx, partnershipId, today, asAt),
        changes: await returnChanges(tx, partnershipId, financialYear, today, asAt),
      };
    });
  }
}

function yearsWithResults(
  tx: Tx,
  partnershipId: Id,
  asAt: AsAt,
): Promise<{ year: number; judged: boolean; reported: boolean }[]> {
  return tx.query(
    `select financial_year as year, bool_or(target_status not in ('no-target', 'cannot-tell')) as judged,
            bool_or(facts ->> 'yearToDate' is not null) as reported
       from measure_result s
      where s.partnership_id = $1 and ${asAt.stands('s', 'computed_at')}
      group by financial_year order by financial_year desc`,
    [partnershipId],
  );
}

async function planIn(
  tx: Tx,
  partnershipId: Id,
  financialYear: number,
  asAt: AsAt,
): Promise<BoardFigures['plan']> {
  const [plan] = await tx.query<NonNullable<BoardFigures['plan']>>(
    `select v.id as "versionId", p.title, v.source
       from ${asAt.planVersions} v join plan p on p.partnership_id = v.partnership_id and p.id = v.plan_id
      where v.partnership_id = $1 and v.in_force_from < $3 and (v.in_force_until is null or v.in_force_until > $2)
      order by v.in_force_from desc, v.number desc limit 1`,
    [partnershipId, calendarDate(`${financialYear}-04-01`), calendarDate(`${financialYear + 1}-04-01`)],
  );
  return plan ?? null;
}

function sourcesIn(
  tx: Tx,
  partnershipId: Id,
  financialYear: number,
  asAt: AsAt,
): Promise<BoardFigures['figureSources']> {
  return tx.query(
    `select distinct f.source, f.release
       from quarterly_return r
       join return_line l on l.partnership_id = r.partnership_id and l.return_id = r.id
       join figure f on f.partnership_id = l.partnership_id and f.line_id = l.id and ${asAt.stands('f')}
      where r.partnership_id = $1 and r.quarter_first_day >= $2 and r.quarter_first_day < $3
        and ${asAt.counts('r')} and f.source is not null
      order by f.source, f.release`,
    [partnershipId, calendarDate(`${financialYear}-04-01`), calendarDate(`${financialYear + 1}-04-01`)],
  );
}
