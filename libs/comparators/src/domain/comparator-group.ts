import { type CalendarDate, DomainError, type Id } from '@lib/kernel';

export const LONGEST_GROUP_NAME = 100;
export const LONGEST_GROUP_WORDS = 500;
export const FEWEST_MEMBERS = 2;
export const MOST_MEMBERS = 400;

/** Areas that a partnership compares itself with. */
export interface ComparatorGroup {
  readonly id: Id;
  readonly name: string;
  /** What it is for. */
  readonly purpose: string;
}

/** Who is in a group from a day on, until the day of the next version. */
export interface GroupVersion {
  readonly id: Id;
  readonly groupId: Id;
  readonly inForceFrom: CalendarDate;
  /** Whether the group ends with it, and has no members from that day on. */
  readonly ends: boolean;
  /** Codes of the Office for National Statistics. */
  readonly members: readonly string[];
  readonly reason: string;
}

/** The version that is in force on a day; null before the first one and after the end. */
export function versionOn<Version extends Pick<GroupVersion, 'inForceFrom' | 'ends'>>(
  versions: readonly Version[],
  day: CalendarDate,
): Version | null {
  const newest = versions
    .filter(({ inForceFrom }) => inForceFrom <= day)
    .reduce<Version | null>((last, one) => (last && last.inForceFrom > one.inForceFrom ? last : one), null);
  return newest?.ends ? null : newest;
}

/** @throws DomainError `comparators.name`, `comparators.purpose` */
export function requireNamed({ name, purpose }: Pick<ComparatorGroup, 'name' | 'purpose'>): void {
  if (name.trim() === '' || name.trim().length > LONGEST_GROUP_NAME)
    throw new DomainError(
      'invalid',
      'comparators.name',
      `Give the group a name of ${LONGEST_GROUP_NAME} characters or fewer.`,
    );
  if (purpose.trim() === '' || purpose.trim().length > LONGEST_GROUP_WORDS)
    throw new DomainError(
      'invalid',
      'comparators.purpose',
      `Say what the group is for, in ${LONGEST_GROUP_WORDS} characters or fewer.`,
    );
}

/** @throws DomainError `comparators.members`, `comparators.reason` */
export function requireMembers({ members, reason }: Pick<GroupVersion, 'members' | 'reason'>): void {
  const areas = new Set(members);
  const areCodes = [...areas].every((code) => /^[A-Z]\d{8}$/.test(code));
  if (!areCodes || areas.size < FEWEST_MEMBERS || areas.size > MOST_MEMBERS)
    throw new DomainError(
      'invalid',
      'comparators.members',
      `A group has ${FEWEST_MEMBERS} members or more, each an area of the Office for National Statistics. Select its members.`,
    );
  requireReason(reason);
}

/** @throws DomainError `comparators.reason` */
export function requireReason(reason: string): void {
  if (reason.trim() === '' || reason.trim().length > LONGEST_GROUP_WORDS)
    throw new DomainError(
      'invalid',
      'comparators.reason',
      `Say why, in ${LONGEST_GROUP_WORDS} characters or fewer.`,
    );
}

/**
 * Refuses a version of a group from a day on that says nothing new, or of a group that has ended or not begun by then.
 *
 * @param versions those that stand
 * @throws DomainError `comparators.not-in-force`, `comparators.unchanged`
 */
export function requireChange(
  versions: readonly GroupVersion[],
  { inForceFrom, ends, members }: Pick<GroupVersion, 'inForceFrom' | 'ends' | 'members'>,
): void {
  const then = versionOn(versions, inForceFrom);
  if (!then)
    throw new DomainError(
      'invalid',
      'comparators.not-in-force',
      'The group is not in force on that day. Enter a day on which it is.',
    );
  const same = new Set(then.members);
  const isSame = !ends && same.size === new Set(members).size && members.every((code) => same.has(code));
  if (isSame)
    throw new DomainError(
      'invalid',
      'comparators.unchanged',
      'The group has just these members on that day. Select other members, or leave it as it is.',
    );
}
