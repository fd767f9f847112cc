import { authorise } from '@lib/access';
import { type Actor, type CalendarDate, FinancialQuarter, type Id } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { type PublishedForQuarter, publishedForQuarter } from './published-for-quarter.js';

@Injectable()
export class PublishedForReturnQuery {
  constructor(private readonly work: UnitOfWork) {}

  /** What is published for the lines of a return, by line; a line of which nothing is published is not in it. */
  run(actor: Actor, partnershipId: Id, returnId: Id): Promise<ReadonlyMap<Id, PublishedForQuarter>> {
    return this.work.read(actor, partnershipId, async (tx) => {
      authorise(actor, 'performance.view', { partnershipId });
      const lines = await tx.query<{ id: Id; measureId: Id; firstDay: CalendarDate }>(
        `select l.id, l.measure_id as "measureId", r.quarter_first_day::text as "firstDay"
           from return_line l
           join quarterly_return r on r.partnership_id = l.partnership_id and r.id = l.return_id
          where l.partnership_id = $1 and l.return_id = $2`,
        [partnershipId, returnId],
      );
      if (!lines[0]) return new Map();
      const quarter = FinancialQuarter.containing(lines[0].firstDay);
      const measureIds = lines.map(({ measureId }) => measureId);
      const published = await publishedForQuarter(tx, partnershipId, measureIds, quarter);
      return new Map(
        lines.flatMap(({ id, measureId }) => {
          const figure = published.get(measureId);
          return figure ? [[id, figure] as const] : [];
        }),
      );
    });
  }
}
