import { type CalendarDate, dateInWords } from '@lib/kernel';
import { DUTIES } from '../catalogue/catalogue.js';
import type { Duty } from '../catalogue/duty.js';
import type { PartnershipProfile } from '../partnership-profile.js';
import { namesOn } from './holders.js';
import { type BearerKey, isOwedOn, obligationsOf } from './obligations.js';
import { whyNotHere } from './place.js';

/** Whether a duty binds somebody of a partnership on a day: on whom it falls, or the reason in words. */
export type DutyOnDay =
  | { readonly duty: Duty; readonly applies: true; readonly bearers: readonly BearerOnDay[] }
  | { readonly duty: Duty; readonly applies: false; readonly reason: string };

export interface BearerOnDay {
  readonly bearer: BearerKey | 'others';
  /** The bodies by the name of their kind on that day. */
  readonly names: readonly string[];
}

/** Every duty of the catalogue, in its order, with whether it applies to a partnership on a day. */
export function dutiesFor(profile: PartnershipProfile, day: CalendarDate): DutyOnDay[] {
  return DUTIES.map((duty) => {
    const bearers = bearersOn(duty, profile, day);
    const reason = whyNotHere(duty, profile) ?? whyNotOn(duty, day) ?? whyNobody(bearers);
    return reason === null ? { duty, applies: true, bearers } : { duty, applies: false, reason };
  });
}

function bearersOn(duty: Duty, profile: PartnershipProfile, day: CalendarDate): BearerOnDay[] {
  const ours = obligationsOf(duty, profile)
    .filter((obligation) => isOwedOn(obligation, day))
    .map(({ bearer, holders }) => ({ bearer, names: namesOn(holders, day) }));
  const outside = duty.on.flatMap((bearer) => (bearer.who === 'others' ? [bearer.named] : []));
  return outside.length > 0 ? [...ours, { bearer: 'others', names: outside }] : ours;
}

function whyNotOn({ inForce }: Duty, day: CalendarDate): string | null {
  if (inForce.is === 'never') return inForce.why;
  if (day < inForce.from) return `It came into force on ${dateInWords(inForce.from)}.`;
  if (inForce.is === 'open' || day < inForce.until) return null;
  const then = inForce.successor === null ? '' : ` ${inForce.successor} took its place.`;
  return `It ended on ${dateInWords(inForce.until)}: ${inForce.why}.${then}`;
}

function whyNobody(bearers: readonly BearerOnDay[]): string | null {
  return bearers.length === 0 ? 'It falls on nobody who is a member of this partnership on this day.' : null;
}
