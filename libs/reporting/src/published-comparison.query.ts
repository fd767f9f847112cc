import { authorise } from '@lib/access';
import { type Actor, type CalendarDate, type Id, notFound } from '@lib/kernel';
import { type Tx, UnitOfWork } from '@lib/persistence';
import { LONDON_BOROUGHS } from '@lib/published-data';
import { Injectable } from '@nestjs/common';
import { AsAt } from './as-at.js';
import { comparatorGroups, type ShownComparatorGroup, usualGroup } from './comparator-groups.query.js';
import {
  type AreaSum,
  areaSums,
  type ComparedSpan,
  type ComparedTime,
  comparedTime,
} from './published-area-sums.js';
import { measureOf, type PublishedMeasure } from './published-measure.query.js';
import { type Denominator, denominatorOf, partnershipsOfDistricts } from './published-populations.js';

/** An area with what one release says of it. */
export interface ComparedArea {
  readonly code: string;
  readonly name: string;
  /** Whether it is the area that the measure is of. */
  readonly isOwn: boolean;
  readonly before: AreaSum;
  readonly after: AreaSum;
  /** Residents or households; null where none are held. */
  readonly population: number | null;
}

/** The group that a measure is laid beside, as it is on the day. */
export interface ComparedGroup {
  /** Null for London's 32 boroughs. */
  readonly id: Id | null;
  readonly name: string;
  /** Null for London's 32 boroughs, who have been the same since 1965. */
  readonly since: CalendarDate | null;
  readonly isOwnIn: boolean;
}

export interface PublishedComparison extends Pick<
  PublishedMeasure,
  'id' | 'slug' | 'name' | 'unit' | 'kind' | 'sum'
> {
  /** Null where the wanted group is not in force on the day. */
  readonly group: ComparedGroup | null;
  readonly groups: readonly ShownComparatorGroup[];
  readonly time: ComparedTime | null;
  /** By name; the area that the measure is of is always among them. */
  readonly areas: readonly ComparedArea[];
  /** What is divided by; null where nothing is loaded. */
  readonly denominator: Omit<Denominator, 'byArea'> | null;
  /** Whether it should be households, and none are held. */
  readonly lacksHouseholds: boolean;
}

export interface WantedComparison {
  readonly slug: string;
  /** A group's id, `london`, or null for the usual one. */
  readonly group: string | null;
  readonly span: ComparedSpan;
  /** The day whose members of the group count. */
  readonly on: CalendarDate;
  readonly asAtEndOf: CalendarDate | null;
}

export const LONDON = 'london';

@Injectable()
export class PublishedComparisonQuery {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * A measure beside others, all by one release and one estimate of who lives there.
   *
   * @throws DomainError `not-found` for a measure or a group that there is not
   */
  run(actor: Actor, partnershipId: Id, wanted: WantedComparison): Promise<PublishedComparison> {
    const asAt = AsAt.endOf(wanted.asAtEndOf);
    return this.work.read(actor, partnershipId, async (tx) => {
      authorise(actor, 'performance.view', { partnershipId });
      const measure = await measureOf(tx, partnershipId, wanted.slug, asAt);
      if (!measure) throw notFound('measure');
      const groups = await comparatorGroups(tx, partnershipId, asAt);
      const usual = await usualGroup(tx, partnershipId, asAt);
      const found = membersOn(groups, wanted.group ?? usual ?? LONDON, wanted.on);
      const time = measure.sum && (await comparedTime(tx, measure.sum, wanted.span, asAt));
      const nothing = { ...measure, groups, time, areas: [], denominator: null, lacksHouseholds: false };
      if (!found || !time || !measure.sum)
        return { ...nothing, group: found && { ...found.group, isOwnIn: true } };
      const beside = await areasBeside(tx, measure.sum, found.members, time, asAt);
      return {
        ...nothing,
        ...beside,
        group: { ...found.group, isOwnIn: found.members.includes(beside.own) },
      };
    });
  }
}

/** @throws DomainError `not-found` */
function membersOn(groups: readonly ShownComparatorGroup[], wanted: string, day: CalendarDate) {
  if (wanted === LONDON)
    return {
      group: { id: null, name: 'London’s 32 boroughs', since: null },
      members: Object.keys(LONDON_BOROUGHS),
    };
  const group = groups.find(({ id }) => id === wanted);
  if (!group) throw notFound('comparator group');
  const version = group.versions.findLast(({ inForceFrom }) => inForceFrom <= day);
  if (!version || version.ends) return null;
  return { group: { id: group.id, name: group.name, since: version.inForceFrom }, members: version.members };
}

async function areasBeside(
  tx: Tx,
  sum: NonNullable<PublishedMeasure['sum']>,
  members: readonly string[],
  time: ComparedTime,
  asAt: AsAt,
) {
  const partnerships = await partnershipsOfDistricts(tx, asAt);
  const inSource = (code: string) =>
    sum.source === 'ons-partnerships' ? (partnerships.get(code) ?? code) : code;
  const districts = new Map([...partnerships].map(([district, partnership]) => [partnership, district]));
  const own = districts.get(sum.areaCode) ?? sum.areaCode;
  const codes = [...new Set([...members, own])];
  const sums = await areaSums(tx, sum, codes.map(inSource), time, asAt);
  const wantsHouseholds = sum.means?.length === 1 && sum.means[0] === 'burglary-residential';
  const households = wantsHouseholds
    ? await denominatorOf(
        tx,
        'households',
        codes.map((code) => partnerships.get(code) ?? code),
        asAt,
      )
    : null;
  const denominator = households ?? (await denominatorOf(tx, 'residents', codes, asAt));
  const livingIn = (code: string) =>
    denominator?.byArea.get(denominator === households ? (partnerships.get(code) ?? code) : code) ?? null;
  const names = await namesOf(tx, codes);
  return {
    own,
    denominator,
    lacksHouseholds: wantsHouseholds && !households,
    areas: codes
      .map((code): ComparedArea => ({
        ...{ code, name: names.get(code) ?? code, isOwn: code === own, population: livingIn(code) },
        ...sums.get(inSource(code))!,
      }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')),
  };
}

async function namesOf(tx: Tx, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ code: string; name: string }>(
    `select a.code, (array_agg(a.name order by f.released_on desc))[1] as name
       from published_file f join published_area a on a.file_id = f.id
      where f.state = 'applied' and f.withdrawn_at is null and a.code = any($1) and a.name <> a.code
      group by a.code`,
    [[...codes]],
  );
  return new Map([
    ...rows.map(({ code, name }) => [code, name] as const),
    ...Object.entries(LONDON_BOROUGHS),
  ]);
}
