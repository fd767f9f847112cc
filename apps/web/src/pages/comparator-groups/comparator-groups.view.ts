import { type CalendarDate, dateInWords } from '@lib/kernel';
import { LONDON_BOROUGHS } from '@lib/published-data';
import {
  type ComparatorGroups,
  LONDON,
  type ShownComparatorGroup,
  type ShownGroupVersion,
} from '@lib/reporting';
import { formatDate, formatDateTime } from '@lib/ui';
import type { Paths } from '../../http/paths.js';

/** The groups of a partnership on a day, London's boroughs first. */
export function comparatorGroupsView(
  { groups, usual }: ComparatorGroups,
  day: CalendarDate,
  paths: Paths,
  mayEdit: boolean,
) {
  const london = Object.values(LONDON_BOROUGHS).length;
  return {
    pageTitle: 'Comparator groups',
    backLink: { href: paths.measures(), text: 'Back to the measures' },
    newHref: mayEdit ? paths.newComparatorGroup() : null,
    usualHref: mayEdit ? paths.usualComparatorGroup() : null,
    usualName: groups.find(({ id }) => id === usual)?.name ?? 'London’s 32 boroughs',
    groups: [
      {
        name: 'London’s 32 boroughs',
        purpose:
          'Every borough of the Metropolitan Police Service; the City of London has a force of its own',
        members: `${london} areas`,
        href: null,
      },
      ...groups.map((group) => ({
        ...{ name: group.name, purpose: group.purpose, href: paths.comparatorGroup(group.id) },
        members: membersOnDay(group, day),
      })),
    ],
  };
}

/** Asks for the group that measures are usually compared with. */
export function usualGroupView({ groups, usual }: ComparatorGroups, day: CalendarDate, paths: Paths) {
  return {
    pageTitle: 'Which group are measures usually compared with?',
    backLink: { href: paths.comparatorGroups(), text: 'Back to the comparator groups' },
    formAction: paths.usualComparatorGroup(),
    usual: usual ?? LONDON,
    choices: [
      { value: LONDON, text: 'London’s 32 boroughs' },
      ...groups.filter((group) => isInForce(group, day)).map(({ id, name }) => ({ value: id, text: name })),
    ],
  };
}

function membersOnDay(group: ShownComparatorGroup, day: CalendarDate): string {
  const version = group.versions.findLast(({ inForceFrom }) => inForceFrom <= day);
  if (!version) return `From ${dateInWords(group.versions[0]!.inForceFrom)}`;
  return version.ends
    ? `Ended on ${dateInWords(version.inForceFrom)}`
    : `${version.members.length} areas, since ${dateInWords(version.inForceFrom)}`;
}

function isInForce({ versions }: ShownComparatorGroup, day: CalendarDate): boolean {
  const version = versions.findLast(({ inForceFrom }) => inForceFrom <= day);
  return version !== undefined && !version.ends;
}

/** A group with its versions, newest first, and what changed from one to the next. */
export function comparatorGroupView(
  { group, areaNames }: { group: ShownComparatorGroup; areaNames: ComparatorGroups['areaNames'] },
  paths: Paths,
  { mayEdit, mayReadTrail }: { readonly mayEdit: boolean; readonly mayReadTrail: boolean },
) {
  return {
    pageTitle: group.name,
    backLink: { href: paths.comparatorGroups(), text: 'Back to the comparator groups' },
    ...{ name: group.name, purpose: group.purpose },
    changeHref: mayEdit ? paths.comparatorGroupMembers(group.id) : null,
    endHref: mayEdit ? paths.comparatorGroupEnd(group.id) : null,
    trailHref: mayReadTrail ? paths.auditTrail({ about: group.id }) : null,
    versions: group.versions
      .map((version, index) => ({
        from: formatDate(version.inForceFrom),
        until: version.inForceUntil ? formatDate(version.inForceUntil) : null,
        members: version.ends ? 'The group has ended' : namesOf(version.members, areaNames),
        change: changeInWords(version, group.versions[index - 1], areaNames),
        reason: version.reason,
        recorded: `${version.recordedBy}, ${formatDateTime(new Date(version.recordedAt))}`,
      }))
      .toReversed(),
  };
}

function changeInWords(
  version: ShownGroupVersion,
  before: ShownGroupVersion | undefined,
  names: ComparatorGroups['areaNames'],
): string {
  if (!before || version.ends) return '';
  const joined = version.members.filter((code) => !before.members.includes(code));
  const left = before.members.filter((code) => !version.members.includes(code));
  return [
    ...(joined.length > 0 ? [`Joined: ${namesOf(joined, names)}`] : []),
    ...(left.length > 0 ? [`Left: ${namesOf(left, names)}`] : []),
  ].join('. ');
}

function namesOf(codes: readonly string[], names: ComparatorGroups['areaNames']): string {
  return codes
    .map((code) => names.get(code) ?? code)
    .toSorted((a, b) => a.localeCompare(b, 'en-GB'))
    .join(', ');
}

interface AreaChoice {
  readonly value: string;
  readonly text: string;
}

/** Every area that can be a member, by name: London's boroughs, and the other districts that figures are held of. */
export function areaChoices(names: ComparatorGroups['areaNames']): {
  readonly london: readonly AreaChoice[];
  readonly others: readonly AreaChoice[];
} {
  const all = [...names]
    .map(([value, text]) => ({ value, text }))
    .toSorted((a, b) => a.text.localeCompare(b.text, 'en-GB'));
  return {
    london: all.filter(({ value }) => value in LONDON_BOROUGHS),
    others: all.filter(({ value }) => !(value in LONDON_BOROUGHS)),
  };
}
