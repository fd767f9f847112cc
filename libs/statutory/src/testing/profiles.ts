import { calendarDate } from '@lib/kernel';
import { dutyOf } from '../catalogue/catalogue.js';
import { type BearerKey, type Obligation, obligationsOf } from '../applicability/obligations.js';
import type { Records } from '../deadlines/records.js';
import type { PartnershipProfile } from '../partnership-profile.js';

const ALL_FIVE = ['council', 'police', 'fire', 'probation', 'health'] as const;

export const LONDON_BOROUGH: PartnershipProfile = {
  nation: 'england',
  council: 'london-borough',
  policingBody: 'mopac',
  fireAuthority: 'london-fire-commissioner',
  members: ALL_FIVE,
  pilots: [],
};

export const DISTRICT: PartnershipProfile = {
  nation: 'england',
  council: 'district',
  policingBody: 'commissioner',
  fireAuthority: 'combined',
  members: ALL_FIVE,
  pilots: [],
};

export const METROPOLITAN: PartnershipProfile = {
  ...DISTRICT,
  council: 'metropolitan',
  policingBody: 'mayor',
};

export const WELSH: PartnershipProfile = {
  ...DISTRICT,
  nation: 'wales',
  council: 'unitary',
  policingBody: 'commissioner',
  fireAuthority: 'combined',
};

/** Of one bearer, in a London borough unless said otherwise. */
export function obligation(reference: string, bearer: BearerKey, profile = LONDON_BOROUGH): Obligation {
  const found = obligationsOf(dutyOf(reference), profile).find((one) => one.bearer === bearer);
  if (!found) throw new RangeError(`${reference} does not fall on ${bearer}.`);
  return found;
}

/** Records of a partnership that has written nothing down yet. */
export function records(parts: Partial<Records> = {}): Records {
  return { keptSince: calendarDate('2020-04-01'), happenings: [], doings: [], ...parts };
}
