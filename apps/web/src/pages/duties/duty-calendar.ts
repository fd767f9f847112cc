import { addDays, londonDateOf } from '@lib/kernel';
import type { DutyRecords } from '@lib/reporting';
import { calendarFile, fallingDue } from '@lib/statutory';
import { StreamableFile } from '@nestjs/common';
import { allObligations, fallsDueByItself } from '../../assurance/duty-occurrences.js';
import { aboutWords, bearerName } from '../../assurance/duty-words.js';

const DAYS_IN_CALENDAR = 365;

/** The last days of the coming year, for a calendar. */
export function dutyCalendar(
  known: DutyRecords,
  { slug, name }: { readonly slug: string; readonly name: string },
  now: Date,
): StreamableFile {
  const obligations = allObligations(known).filter(({ duty }) => fallsDueByItself(duty));
  const today = londonDateOf(now);
  const due = fallingDue(obligations, known.records, today, DAYS_IN_CALENDAR);
  const entries = due.map((occurrence) => {
    const { duty, bearer } = occurrence.obligation;
    return {
      uid: `${occurrence.key.replaceAll('/', '.')}.${slug}@duties`,
      on: occurrence.dueOn!,
      summary: `${duty.reference}: ${bearerName(bearer, known)}`,
      description: `${duty.wording} ${duty.act.title}, ${duty.provision}. ${aboutWords(occurrence)}.`,
    };
  });
  const file = calendarFile(`Statutory duties, ${name}`, entries, now);
  return new StreamableFile(Buffer.from(file, 'utf8'), {
    type: 'text/calendar; charset=utf-8',
    disposition: `attachment; filename="duties-until-${addDays(today, DAYS_IN_CALENDAR)}.ics"`,
  });
}
