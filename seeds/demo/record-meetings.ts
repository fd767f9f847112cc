import { type Actor, type CalendarDate, calendarDate, type Id, londonDateOf } from '@lib/kernel';
import { RecordMeeting } from '@lib/meetings';
import { NameNominee, PartnershipDirectory } from '@lib/partnerships';
import { RecordSummaryPublished } from '@lib/plans';
import { PublishedSummariesQuery } from '@lib/reporting';
import { MEETINGS, NOMINEES } from './meetings.facts.js';
import type { UseCases } from './use-cases.js';

interface SummaryFacts {
  readonly publishedOn: string;
  readonly publicAt: string;
  readonly forms: string;
}

/**
 * Meetings, nominees and a published summary, all of them invented: what duties are proved by.
 *
 * @param summary of the plan's newest version
 */
export async function recordMeetings(
  useCases: UseCases,
  analyst: Actor,
  partnershipId: Id,
  { publishedOn, ...summary }: SummaryFacts,
): Promise<void> {
  const directory = useCases.get(PartnershipDirectory);
  const authorityId = (name: string) => directory.authorityNamed(analyst, partnershipId, name);

  for (const { attendees, lastHeld, ...meeting } of MEETINGS) {
    const people = [];
    for (const { authority, ...person } of attendees)
      people.push({ ...person, authorityId: await authorityId(authority) });
    await useCases.get(RecordMeeting).execute(analyst, {
      ...{ partnershipId, ...meeting, heldOn: lastOf(lastHeld) },
      ...{ attendees: people, insteadOf: null },
    });
  }

  const newest = new Map<string, Id>();
  for (const { authority, from, ...nominee } of NOMINEES)
    newest.set(
      authority,
      await useCases.get(NameNominee).execute(analyst, {
        ...{ partnershipId, authorityId: await authorityId(authority), nominee },
        ...{ fromOn: calendarDate(from), seen: newest.get(authority) ?? null },
      }),
    );

  const { adopted } = await useCases.get(PublishedSummariesQuery).run(analyst, partnershipId);
  await useCases.get(RecordSummaryPublished).execute(analyst, {
    ...{ partnershipId, versionId: adopted[0]!.id, ...summary },
    publishedOn: calendarDate(publishedOn),
  });
}

/** The last time that a day of the year (`06-09`) came, of which today can be one. */
function lastOf(dayOfYear: string): CalendarDate {
  const today = londonDateOf(new Date());
  const year = Number(today.slice(0, 4));
  const thisYear = calendarDate(`${year}-${dayOfYear}`);
  return thisYear <= today ? thisYear : calendarDate(`${year - 1}-${dayOfYear}`);
}
