import { type CalendarDate, dateInWords } from '@lib/kernel';
import { sourceNamed, SOURCES } from '@lib/published-data';
import { type ComparedSpan, LONDON, type PublishedComparison } from '@lib/reporting';
import { formatCount } from '@lib/ui';
import type { Paths } from '../../http/paths.js';
import {
  areaSumInWords,
  FUNNEL_WORDS,
  monthsInWords,
  movementInWords,
  rankInWords,
  verdictInWords,
} from '../../performance/comparator-words.js';
import { releaseInWords, STANDING_WORDS } from '../../performance/release-words.js';
import { areCounts, changesBeside, type ComparedAreas, comparedAreas, PER } from './compared-areas.js';
import { comparatorsFunnel, placesInWords } from './comparators-funnel.js';
import { seriesInWords } from './published-measure.view.js';

/** How a comparison was asked for. */
export interface AskedComparison {
  readonly span: ComparedSpan;
  readonly widened: boolean;
  readonly asAt: CalendarDate | null;
}

/** A measure beside other areas: what it comes to first, then the areas by name, and what all of it rests on. */
export function comparatorsView(comparison: PublishedComparison, paths: Paths, asked: AskedComparison) {
  const { slug, name, sum, group, time } = comparison;
  const cannot = whyNot(comparison);
  const compared = cannot ? null : comparedAreas(comparison, asked.widened);
  return {
    pageTitle: `${name}: beside other areas`,
    backLink: { href: paths.measure(slug), text: 'Back to the measure' },
    name,
    publishedHref: paths.publishedMeasure(slug),
    groupsHref: paths.comparatorGroups(),
    ask: askedForm(comparison, paths, asked),
    cannot,
    sentences: cannot ? [] : [...changeSentences(comparison), ...placeSentences(comparison, compared, asked)],
    notes: cannot ? [] : notesOf(comparison, asked),
    ...(sum && time && !cannot && tableOf(comparison, compared)),
    funnel:
      compared && comparison.denominator
        ? comparatorsFunnel(comparison, compared, {
            kind: comparison.denominator.kind,
            widened: asked.widened,
          })
        : null,
    funnelHeading: `${name} beside ${group?.name ?? ''}`,
    sources: cannot ? [] : sourcesOf(comparison),
  };
}

/** Why nothing can be compared, with what would help; null where it can. */
function whyNot(comparison: PublishedComparison): string | null {
  const { sum, group, time, areas } = comparison;
  if (!sum)
    return 'Nobody has said yet where this measure is published, so that there is nothing to lay beside others.';
  if (!group) return 'This group is not in force on that day. Select another one.';
  if (!time) return 'No release that is loaded covers so long a time.';
  if (!areCounts(comparison))
    return 'What is published of this measure is a percentage or a rate. Only counts are divided by who lives there.';
  if (areas.every(({ after }) => after.value === null))
    return 'The newest release has figures of none of these areas.';
  return null;
}

function askedForm({ slug, groups, group }: PublishedComparison, paths: Paths, asked: AskedComparison) {
  return {
    action: paths.comparators(slug).split('?')[0],
    asAt: asked.asAt,
    groups: [
      { value: LONDON, text: 'London’s 32 boroughs' },
      ...groups.map(({ id, name }) => ({ value: id, text: name })),
    ],
    group: group ? (group.id ?? LONDON) : '',
    ...{ span: asked.span, limits: asked.widened ? 'widened' : '' },
  };
}

/** “It fell by 12%, and in the rest of London by 9%: the difference is within what chance makes.” */
function changeSentences(comparison: PublishedComparison): string[] {
  const { name, areas, time, group } = comparison;
  const changes = changesBeside(comparison);
  const own = areas.find(({ isOwn }) => isOwn);
  if (!time || !changes || !own || !group) return [];
  if (own.after.value === null) return [`The release has no figure of ${own.name} for this time.`];
  const now = `${own.name}: ${formatCount(own.after.value)} in ${monthsInWords(time.after)}`;
  if (changes.kind === 'not-held')
    return [
      `${name}, ${now}. The release does not have the same time a year before, so that no change is given.`,
    ];
  if (changes.kind === 'broken')
    return [
      `${name}, ${now}. No change is given, since the two times are not counted alike. ${changes.words} The first month of the new way is ${releaseInWords(changes.from)}.`,
    ];
  const { own: ownChange, rest, ratio } = changes;
  const others = group.id === null ? 'the rest of London' : `the rest of ${group.name}`;
  const verdict = ratio
    ? verdictInWords(ratio)
    : 'one of the numbers is 0, so that the changes are not laid beside each other';
  return [
    `${name} in ${own.name} ${movementInWords(ownChange)} in twelve months, and in ${others} it ${movementInWords(rest)}: ${verdict}.`,
    `${now}, ${formatCount(ownChange.before)} a year before; in ${others} ${formatCount(rest.after)} and ${formatCount(rest.before)}.`,
    ...(changes.withCare ? [`To be compared with care. ${changes.withCare}`] : []),
  ];
}

function placeSentences(
  { denominator }: PublishedComparison,
  compared: ComparedAreas | null,
  { widened }: AskedComparison,
): string[] {
  if (!denominator)
    return ['No estimates of how many people live there are loaded, so that no rate is given.'];
  if (!compared) return [];
  const { rank, group } = compared;
  const labels = group.areas.map(({ label }) => label);
  const { overdispersion } = group;
  return [
    ...(rank ? [rankInWords(rank)] : []),
    ...(labels.some((label) => label !== null) ? [placesInWords(labels)] : []),
    ...(widened && !overdispersion
      ? ['Limits are not widened: that takes 15 areas or more.']
      : overdispersion && overdispersion.tauSquared > 0
        ? [
            `Areas differ more than chance alone explains: their scores vary ${overdispersion.phi.toFixed(1)} times as much. ${widened ? 'The limits are widened by that' : 'The limits can be widened by that'}.`,
          ]
        : []),
  ];
}

/** The areas in the order of their names: a list by rate would make more of a place than it is worth. */
function tableOf({ areas, time, denominator }: PublishedComparison, compared: ComparedAreas | null) {
  return {
    caption: `${monthsInWords(time!.after)}, by the name of the area`,
    population: denominator?.kind === 'households' ? 'Households' : 'Residents',
    per: `Rate per ${formatCount(PER)}`,
    rows: areas.map((area) => {
      const index = compared?.counted.findIndex(({ code }) => code === area.code) ?? -1;
      const one = index < 0 ? null : compared!.group.areas[index]!;
      return {
        ...{ name: area.name, isOwn: area.isOwn },
        count: areaSumInWords(area.after, time!),
        before: time!.coversBefore ? areaSumInWords(area.before, time!) : '[x]',
        population: area.population === null ? '[x]' : formatCount(area.population),
        rate: one ? one.rate.toFixed(1) : '[x]',
        range: one ? `${one.lower.toFixed(1)} to ${one.upper.toFixed(1)}` : '[x]',
        label: one?.label ? FUNNEL_WORDS[one.label] : '[x] No rate',
      };
    }),
  };
}

/** What a reader has to know before they make something of it. */
function notesOf(
  { group, areas, time, lacksHouseholds }: PublishedComparison,
  { span }: AskedComparison,
): string[] {
  const own = areas.find(({ isOwn }) => isOwn);
  const without = (named: string, lacks: (area: (typeof areas)[number]) => boolean) => {
    const names = areas.filter(lacks).map(({ name }) => name);
    return names.length > 0 ? [`No ${named}, and so left out: ${names.join(', ')}.`] : [];
  };
  return [
    ...(span === 'quarter' && time!.isYearly
      ? ['This source has no figures by the quarter: these are of twelve months.']
      : []),
    ...(own && !group!.isOwnIn ? [`${own.name} is no member of the group, and is laid beside it.`] : []),
    ...(group!.since && group!.since > time!.before.from
      ? [
          `The group has had these members since ${dateInWords(group!.since)}. Places among others from before that cannot be laid beside these.`,
        ]
      : []),
    ...without('figure', ({ after }) => after.value === null),
    ...without(
      'number of those who live there',
      ({ after, population }) => after.value !== null && population === null,
    ),
    ...(lacksHouseholds
      ? [
          'Burglary of homes is told for each 1,000 households where these are loaded. They are not, and residents stand in for them.',
        ]
      : []),
  ];
}

/** Where figures and what they are divided by come from, and under which licence. */
function sourcesOf({ sum, time, denominator }: PublishedComparison): { key: string; value: string }[] {
  const { name, publisher, standing, licence } = sourceNamed(sum!.source, sum!.tableName);
  return [
    {
      key: 'Figures',
      value: `${name} (${publisher}), release of ${releaseInWords(time!.releasedOn)}: ${seriesInWords(sum!)}. All areas and both years are from this one release.`,
    },
    { key: 'What kind of figures', value: STANDING_WORDS[standing] },
    ...(denominator ? [{ key: 'Divided by', value: denominatorInWords(denominator) }] : []),
    ...(licence === '' ? [] : [{ key: 'Licence', value: licence }]),
  ];
}

function denominatorInWords({
  kind,
  source,
  on,
  releasedOn,
}: NonNullable<PublishedComparison['denominator']>): string {
  const { name, publisher } = SOURCES[source];
  const from = `${name} (${publisher}), release of ${releaseInWords(releasedOn)}`;
  return kind === 'households'
    ? `Households at mid-${on.slice(0, 4)}, rounded to 100: ${from}.`
    : `Residents at mid-${on.slice(0, 4)}: ${from}. Those who live there, and not those who visit or work there.`;
}
