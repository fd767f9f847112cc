import { RecordDutyProgress, RecordHappening } from '@lib/assurance';
import { MakeCalendarAddress } from '@lib/identity';
import { type Actor, calendarDate, type Id, londonDateOf } from '@lib/kernel';
import { DutiesQuery } from '@lib/reporting';
import type { UseCases } from '../../seeds/demo/index.js';

/** What made duties fall due in London in fact, and one duty that is said to be done, to see what that looks like. */
export async function recordDuties(useCases: UseCases, analyst: Actor, partnershipId: Id): Promise<void> {
  await useCases.get(RecordHappening).execute(analyst, {
    ...{ partnershipId, trigger: 'policing-body-elected', bearer: null, dueOn: null },
    ...{ on: calendarDate('2024-05-02'), words: 'The Mayor of London was elected' },
  });
  const { records } = await useCases.get(DutiesQuery).run(analyst, partnershipId);
  await useCases.get(RecordDutyProgress).execute(analyst, {
    ...{ partnershipId, occurrence: `SCR-R4/crime-and-disorder-committee/${records.keptSince}` },
    ...{ progress: 'done', doneOn: londonDateOf(new Date()) },
    words: 'Illustrative: the committee met to scrutinise the partnership',
  });
  // Nobody knows its secret; it can be withdrawn.
  await useCases.get(MakeCalendarAddress).execute(analyst, partnershipId);
}
