import { CATALOGUE, READY_MEASURES, type ReadyMeasure } from '@lib/plans';
import type { MeasureFromCatalogue } from '@lib/reporting';
import type { Paths } from '../../http/paths.js';
import { DIRECTION_IN_SHORT, kindInWords } from '../../performance/definition-words.js';

/** One group of the catalogue. @param group as an address says it; anything that is no group is the first */
export function catalogueView(
  inUse: readonly MeasureFromCatalogue[],
  paths: Paths,
  { group, mayAdd }: { group: unknown; mayAdd: boolean },
) {
  const wanted = CATALOGUE.find(({ key }) => key === group) ?? CATALOGUE[0]!;
  return {
    pageTitle: 'Ready measures',
    backLink: { href: paths.measures(), text: 'Back to the measures' },
    action: paths.catalogue(),
    newHref: mayAdd ? paths.newMeasure() : null,
    groups: CATALOGUE.map(({ key, name }) => ({ value: key, text: name, selected: key === wanted.key })),
    caption: wanted.name,
    source: saidSource(wanted),
    readyMeasures: READY_MEASURES.filter((ready) => ready.group.key === wanted.key).map((ready) =>
      row(ready, inUse, paths, mayAdd),
    ),
    notReady: wanted.notReady.map(({ name, because }) => `${name}: ${because}.`),
  };
}

function row(ready: ReadyMeasure, inUse: readonly MeasureFromCatalogue[], paths: Paths, mayAdd: boolean) {
  const { key, sheet, group } = ready;
  const isUsual = sheet.source === group.source && ready.isSourceConfirmed === group.isSourceConfirmed;
  const isPlain = sheet.kind === 'count' && !sheet.rollingTwelveMonths;
  return {
    ...{ key, name: sheet.name, counted: sheet.wording },
    // What is said of the group is not said again.
    kind: isPlain ? null : kindInWords(sheet),
    source: isUsual || sheet.kind !== 'count' ? null : saidSource({ ...ready, source: sheet.source }),
    direction: DIRECTION_IN_SHORT[sheet.direction],
    inUse: inUse
      .filter(({ catalogueKey }) => catalogueKey === key)
      .map(({ slug, name }) => ({ name, href: paths.measure(slug) })),
    addHref: mayAdd ? paths.newMeasure(key) : null,
  };
}

function saidSource({ source, isSourceConfirmed }: { source: string; isSourceConfirmed: boolean }): string {
  return isSourceConfirmed ? source : `${source} (not confirmed)`;
}
