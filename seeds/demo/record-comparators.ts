import { ChooseUsualGroup, MakeGroup } from '@lib/comparators';
import type { Actor, CalendarDate, Id } from '@lib/kernel';
import type { UseCases } from './use-cases.js';

/** Kingston, Merton, Richmond upon Thames, Sutton and Wandsworth. */
const SOUTH_WEST_LONDON = ['E09000021', 'E09000024', 'E09000027', 'E09000029', 'E09000032'];

/** A group of neighbours; measures are usually compared with all of London. */
export async function recordComparators(
  useCases: UseCases,
  analyst: Actor,
  partnershipId: Id,
  inForceFrom: CalendarDate,
): Promise<void> {
  await useCases.get(MakeGroup).execute(analyst, {
    ...{ partnershipId, inForceFrom, members: SOUTH_WEST_LONDON },
    name: 'South-west London',
    purpose: 'Illustrative: neighbours of Kingston, to look at',
    reason: 'Illustrative: Kingston and boroughs around it',
  });
  await useCases.get(ChooseUsualGroup).execute(analyst, { partnershipId, groupId: null });
}
