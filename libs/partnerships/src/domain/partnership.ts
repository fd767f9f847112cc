import { type CalendarDate, contains, type DateRange, type Id } from '@lib/kernel';
import type { PartnershipProfile } from '@lib/statutory';

type WithoutMembers<Profile> = Profile extends PartnershipProfile ? Omit<Profile, 'members'> : never;

/** What decides which law binds a partnership, beside who its responsible authorities are. */
export type LegalSetting = WithoutMembers<PartnershipProfile> & {
  /** From when its duties are followed: nothing that was due before is told as missed. */
  readonly dutiesSince: CalendarDate;
};

export interface Partnership {
  readonly id: Id;
  readonly slug: string;
  readonly name: string;
  readonly areaName: string;
  /** Who holds the responsible authorities to account: MOPAC in London, elsewhere a commissioner or mayor. */
  readonly localPolicingBody: string;
  /** `#rrggbb` in lower case. */
  readonly brandColour: string;
}

/** The five kinds of responsible authority (Crime and Disorder Act 1998, section 5). */
export type AuthorityKind = 'council' | 'police' | 'fire' | 'probation' | 'health';

export interface Authority {
  readonly id: Id;
  readonly kind: AuthorityKind;
  readonly name: string;
  /** While it is, or was, a responsible authority of this partnership. */
  readonly membership: DateRange;
  readonly succeedsId: Id | null;
}

/** The responsible authorities there were on a day. */
export function membersOn(authorities: readonly Authority[], date: CalendarDate): Authority[] {
  return authorities.filter((authority) => contains(authority.membership, date));
}
