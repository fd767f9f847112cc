import type { CalendarDate } from '@lib/kernel';
import type { NomineesInTime, SeatOnDay, ShownNominee } from '@lib/reporting';
import { formatDate } from '@lib/ui';
import type { Paths } from '../../http/paths.js';

/** Whom each authority of the day nominates, and everybody that any nominated before. */
export function nomineesView(
  { onDay, all }: NomineesInTime,
  today: CalendarDate,
  paths: Paths,
  mayRecord: boolean,
) {
  return {
    pageTitle: 'People nominated to help information to be shared',
    backLink: { href: paths.duties(), text: 'Back to the duties' },
    mayRecord,
    authorities: onDay.map((seat) => ({
      name: seat.name,
      nominee: seat.nominee ? `${seat.nominee.name}, ${seat.nominee.post}` : null,
      since: seat.nominee ? formatDate(seat.nominee.from) : sinceWhenNobody(seat, all, today),
      nominateHref: mayRecord ? paths.nomination(seat.id) : null,
    })),
    vacant: onDay.filter(({ nominee }) => !nominee).map(({ name }) => name),
    history: all.map(({ id, authority, name, post, from, until }) => ({
      authority,
      who: name === null ? 'Nobody' : `${name}, ${post}`,
      from: formatDate(from),
      until: until ? formatDate(until) : 'No end yet',
      withdrawHref: mayRecord ? paths.nomineeWithdrawal(id) : null,
    })),
  };
}

/** From when on an authority has nobody: since the one before ended, or as long as records are kept. */
function sinceWhenNobody({ id }: SeatOnDay, all: readonly ShownNominee[], today: CalendarDate): string {
  const vacancy = all.find(
    ({ authorityId, name, from }) => authorityId === id && name === null && from <= today,
  );
  return vacancy ? formatDate(vacancy.from) : 'Nobody is on record';
}
