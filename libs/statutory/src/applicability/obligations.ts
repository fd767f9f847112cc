import { type CalendarDate, contains, type DateRange } from '@lib/kernel';
import type { Bearer, Duty } from '../catalogue/duty.js';
import type { PartnershipProfile, Seat } from '../partnership-profile.js';
import { type Holder, holdersOf } from './holders.js';
import { whyNotHere } from './place.js';

/** Who is asked: one seat, all together, or a group. */
export type BearerKey = Seat | 'jointly' | 'strategy-group' | 'crime-and-disorder-committee';

/** A duty as it falls on one bearer of one partnership: what is done once is done for this and for no other. */
export interface Obligation {
  readonly duty: Duty;
  readonly bearer: BearerKey;
  /** The days on which it is law and somebody of this partnership bears it. */
  readonly window: DateRange;
  /** Who sat there when, also after its end. Several at a time where it is borne together. */
  readonly holders: readonly Holder[];
}

/**
 * What a duty asks of a partnership, over all time: nothing where it is not law in its area, one for each who owes it
 * alone, one for those who owe it together. What falls on outsiders is asked of nobody here.
 */
export function obligationsOf(duty: Duty, profile: PartnershipProfile): Obligation[] {
  const { inForce } = duty;
  if (inForce.is === 'never' || whyNotHere(duty, profile) !== null) return [];
  return duty.on.flatMap((bearer) =>
    borne(bearer, profile, inForce).flatMap(({ key, holders }) => {
      const window = windowOf(inForce, holders);
      return window ? [{ duty, bearer: key, window, holders }] : [];
    }),
  );
}

interface Borne {
  readonly key: BearerKey;
  readonly holders: readonly Holder[];
}

function borne(bearer: Bearer, profile: PartnershipProfile, inForce: DateRange): Borne[] {
  switch (bearer.who) {
    case 'each':
      return present(bearer.seats, profile).map((seat) => ({ key: seat, holders: holdersOf(seat, profile) }));
    case 'jointly':
      return [
        {
          key: 'jointly',
          holders: present(bearer.seats, profile).flatMap((seat) => holdersOf(seat, profile)),
        },
      ];
    case 'strategy-group':
      return [{ key: 'strategy-group', holders: [since(inForce, 'The strategy group')] }];
    case 'crime-and-disorder-committee':
      return [
        {
          key: 'crime-and-disorder-committee',
          holders: [since(inForce, 'The crime and disorder committee of the council')],
        },
      ];
    case 'others':
      return [];
  }
}

/** The seats that are taken in this partnership. There is a policing body everywhere. */
function present(seats: readonly Seat[], profile: PartnershipProfile): Seat[] {
  return seats.filter((seat) => seat === 'local-policing-body' || profile.members.includes(seat));
}

/** A group is there while somebody is to do something, also to finish what a duty that has ended left. */
function since({ from }: DateRange, name: string): Holder {
  return { name, from, until: null };
}

/** While it is law, from the day on which the first of them sits there: a seat is handed on and never given up. */
function windowOf(inForce: DateRange, holders: readonly Holder[]): DateRange | null {
  const first = holders.map((holder) => holder.from).sort()[0];
  if (first === undefined) return null;
  const from = first > inForce.from ? first : inForce.from;
  return inForce.until !== null && inForce.until <= from ? null : { from, until: inForce.until };
}

/** True on the days on which it is owed. */
export function isOwedOn(obligation: Obligation, day: CalendarDate): boolean {
  return contains(obligation.window, day);
}
