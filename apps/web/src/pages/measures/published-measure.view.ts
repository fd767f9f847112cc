import { Decimal, financialYearName } from '@lib/kernel';
import { codeListOf, sourceNamed } from '@lib/published-data';
import type { MeasureQuarter, PublishedMeasure, PublishedQuarter } from '@lib/reporting';
import { formatCount } from '@lib/ui';
import type { Paths } from '../../http/paths.js';
import { breakNotes } from '../../performance/break-notes.js';
import { releaseInWords, STANDING_WORDS } from '../../performance/release-words.js';
import { pinnedMetBy, revisionInWords } from '../../performance/revision-words.js';

/** What was returned of a measure beside what is published of it, release by release. */
export function publishedMeasureView(measure: PublishedMeasure, paths: Paths, mayEdit: boolean) {
  const { name, slug, sum, published, targets, years } = measure;
  const newest = published.at(-1)?.releasedOn ?? null;
  return {
    pageTitle: `${name}: published figures`,
    backLink: { href: paths.measure(slug), text: 'Back to the measure' },
    name,
    setHref: mayEdit ? paths.publishedSum(slug) : null,
    loadedHref: paths.publishedFigures(),
    comparatorsHref: paths.comparators(slug),
    where: sum && [
      ...whereRows(sum),
      { key: 'Newest release', value: newest ? releaseInWords(newest) : 'None is loaded yet' },
    ],
    sentences: targets.flatMap((target) => revisionInWords(target) ?? []),
    targets: targets
      .filter(({ revisions }) => revisions.length > 0)
      .map((target) => ({
        caption: `${target.wording}: the target on each release`,
        rows: [
          {
            release: `Pinned: ${target.baselineRelease}`,
            baseline: formatCount(target.baseline),
            metBy: formatCount(pinnedMetBy(target)),
          },
          ...target.revisions.map(({ releasedOn, baseline, metBy }) => ({
            release: releaseInWords(releasedOn),
            baseline: formatCount(baseline.toFixed()),
            metBy: formatCount(metBy.toFixed()),
          })),
        ],
      })),
    years: years.map(({ financialYear, frozen, recomputed }) => ({
      year: financialYearName(financialYear),
      frozen,
      recomputed,
    })),
    newest: newest && releaseInWords(newest),
    quarters: sum ? quartersTable(measure) : null,
    breaks: sum ? breakNotes(sum) : [],
    licence: sum ? sourceNamed(sum.source, sum.tableName).licence : null,
  };
}

function whereRows(sum: NonNullable<PublishedMeasure['sum']>) {
  const { name, publisher, standing, foundAt } = sourceNamed(sum.source, sum.tableName);
  return [
    { key: 'Published in', value: `${name} (${publisher})` },
    { key: 'As', value: seriesInWords(sum) },
    { key: 'Of', value: sum.area },
    { key: 'What kind of figures', value: STANDING_WORDS[standing] },
    ...(foundAt === '' ? [] : [{ key: 'Found at', value: foundAt }]),
  ];
}

/** “Rape + Other sexual offences”. */
export function seriesInWords({
  source,
  labels,
  means,
}: Pick<NonNullable<PublishedMeasure['sum']>, 'source' | 'labels' | 'means'>): string {
  const { series, whole } = codeListOf(source);
  if (!means) return whole?.name ?? '';
  const nameOf = (key: string) => labels?.[key] ?? series.find((one) => one.key === key)?.name ?? key;
  return means.map(nameOf).join(' + ');
}

/** Quarters newest first, with a column for each release, oldest first. */
function quartersTable({ published, returned }: PublishedMeasure) {
  const releases = [...new Set(published.map(({ releasedOn }) => releasedOn))];
  const quarters = [...published.map(({ quarter }) => quarter), ...returned.map(({ quarter }) => quarter)]
    .filter((quarter, index, all) => all.findIndex((other) => other.equals(quarter)) === index)
    .toSorted((a, b) => (a.firstDay < b.firstDay ? 1 : -1));
  const first = returned[0]?.quarter.firstDay ?? '';
  return {
    releases: releases.map(releaseInWords),
    rows: quarters
      .filter(({ firstDay }) => firstDay >= first)
      .map((quarter) => {
        const own = returned.find((one) => one.quarter.equals(quarter));
        const inReleases = releases.map((released) =>
          published.find(({ releasedOn, quarter: of }) => releasedOn === released && of.equals(quarter)),
        );
        return {
          quarter: quarter.name,
          returned: returnedInWords(own),
          published: inReleases.map(publishedInWords),
          gap: gapInWords(
            own,
            inReleases.findLast((one) => one?.value),
          ),
        };
      }),
  };
}

function returnedInWords(quarter: MeasureQuarter | undefined): string {
  const count = quarter && countOf(quarter);
  return count === null || count === undefined ? '[x]' : formatCount(count.toFixed());
}

function publishedInWords(quarter: PublishedQuarter | undefined): string {
  if (!quarter) return '';
  const { value, marks, monthsWithoutRow } = quarter;
  if (!value) return marks.length > 0 ? marks.map((mark) => `[${mark}]`).join(' ') : 'No row';
  return `${formatCount(value.toFixed())}${monthsWithoutRow > 0 ? ` (${3 - monthsWithoutRow} of 3 months have a row)` : ''}`;
}

function gapInWords(own: MeasureQuarter | undefined, published: PublishedQuarter | undefined): string {
  const count = own && countOf(own);
  if (!count || !published?.value) return '';
  const gap = count.minus(published.value);
  return gap.isZero() ? 'None' : `${gap.isPositive() ? '+' : '−'}${formatCount(gap.abs().toFixed())}`;
}

function countOf({ observation }: MeasureQuarter): Decimal | null {
  return observation?.type === 'count' || observation?.type === 'composite'
    ? new Decimal(observation.count!)
    : null;
}
