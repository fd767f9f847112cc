import { authorise } from '@lib/access';
import { type Actor, type CalendarDate, type Id, isId } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { AsAt } from './as-at.js';
import { type ShownWorkpaper, workpaperRecords } from './workpaper-records.js';

@Injectable()
export class WorkpapersQuery {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * Workpapers with everything in them, newest first.
   *
   * @param id of the one that is wanted; null for all
   * @param asAtEndOf shows what was on record by the end of a day; null for what stands
   */
  run(
    actor: Actor,
    partnershipId: Id,
    id: string | null = null,
    asAtEndOf: CalendarDate | null = null,
  ): Promise<ShownWorkpaper[]> {
    return this.work.read(actor, partnershipId, async (tx) => {
      authorise(actor, 'workpapers.keep', { partnershipId });
      if (id !== null && !isId(id)) return [];
      return workpaperRecords(tx, partnershipId, AsAt.endOf(asAtEndOf), id);
    });
  }

  /** The first days of the quarters of which an authority stands by something, newest first. */
  quarters(actor: Actor, partnershipId: Id): Promise<CalendarDate[]> {
    return this.work.read(actor, partnershipId, async (tx) => {
      authorise(actor, 'workpapers.keep', { partnershipId });
      const rows = await tx.query<{ firstDay: CalendarDate }>(
        `select distinct r.quarter_first_day::text as "firstDay" from quarterly_return r
          where r.partnership_id = $1 and ${AsAt.now.counts('r')} order by 1 desc`,
        [partnershipId],
      );
      return rows.map(({ firstDay }) => firstDay);
    });
  }
}
