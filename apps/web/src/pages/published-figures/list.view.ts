import { IMPORTERS } from '@lib/importing';
import type { CalendarDate } from '@lib/kernel';
import { isSource, ownTableOf, type Source, sourceNamed, SOURCES } from '@lib/published-data';
import type { ShownPublishedFile } from '@lib/reporting';
import type { Paths } from '../../http/paths.js';
import { coversWords, keptUntilWords, loadedByWords, sourceOf, STATE_WORDS } from './published-words.js';
import { releaseInWords, STANDING_WORDS } from '../../performance/release-words.js';

const ON_THEIR_WAY: readonly ShownPublishedFile['state'][] = ['waiting', 'reading', 'asking', 'read'];

/** @param files newest first */
export function listView(files: readonly ShownPublishedFile[], mayLoad: boolean, paths: Paths) {
  const loaded = files.filter(({ state }) => state === 'applied');
  // What was tried at the command line and not loaded is nothing that a partnership can do something about.
  const own = files.filter(({ isForEverybody }) => !isForEverybody);
  const row = (file: ShownPublishedFile) => fileRow(file, paths);
  return {
    pageTitle: 'Published figures',
    loadHref: mayLoad ? paths.publishedFileLoad() : null,
    answersHref: paths.publishedAnswers(),
    sources: sourceRows(loaded, paths),
    licences: licencesOf(loaded),
    onTheirWay: own.filter(({ state }) => ON_THEIR_WAY.includes(state)).map(row),
    loaded: loaded.map(row),
    notLoaded: own.filter(({ state }) => state === 'refused' || state === 'abandoned').map(row),
  };
}

function fileRow(file: ShownPublishedFile, paths: Paths) {
  const { id, name, receivedAt, releasedOn, cells, withdrawnBecause } = file;
  return {
    name,
    href: paths.publishedFile(id),
    source: sourceOf(file)?.name ?? null,
    by: loadedByWords(file),
    at: receivedAt,
    release: releasedOn && releaseInWords(releasedOn),
    figures: cells,
    state: STATE_WORDS[file.state],
    more: ON_THEIR_WAY.includes(file.state) ? `Kept until ${keptUntilWords(file)}` : reasonOf(file),
    withdrawnBecause,
  };
}

/** Why a file is not loaded, where nobody decided so; the last note of it says it then. */
function reasonOf({ state, decidedBy, notes }: ShownPublishedFile): string | null {
  return state === 'abandoned' && decidedBy === null ? (notes.at(-1) ?? null) : null;
}

/** Every source that can be loaded, and those that were, with the newest release that stands. */
function sourceRows(loaded: readonly ShownPublishedFile[], paths: Paths) {
  const standing = loaded.filter(({ withdrawnAt }) => withdrawnAt === null);
  const wanted = new Set<string>([
    ...IMPORTERS.map(({ source }) => source),
    ...standing.map(({ source }) => source!),
  ]);
  const own = standing.filter(
    ({ source }, index) =>
      ownTableOf(source!) !== null && standing.findIndex((one) => one.source === source) === index,
  );
  // Once a table of one's own is loaded, it stands there by its name.
  if (own.length > 0) wanted.delete('own-table');
  return [...Object.values<Source>(SOURCES).filter(({ key }) => wanted.has(key)), ...own.map(sourceOf)]
    .filter((source) => source !== null)
    .map(({ key, name, publisher, standing: kind, foundAt }) => {
      const release = newestRelease(standing.filter(({ source }) => source === key));
      return {
        ...{ name, foundAt, standing: STANDING_WORDS[kind] },
        publisher: publisher.charAt(0).toUpperCase() + publisher.slice(1),
        release: release && {
          words: releaseInWords(release.day),
          href: paths.publishedRelease(key, release.day),
        },
        covers: release ? coversWords(release.from, release.until) : null,
      };
    });
}

/** A release can have several files; together they cover from the first to the last of their months. */
function newestRelease(
  files: readonly ShownPublishedFile[],
): { day: CalendarDate; from: CalendarDate; until: CalendarDate } | null {
  const day = files
    .map(({ releasedOn }) => releasedOn!)
    .reduce((a, b) => (a > b ? a : b), '' as CalendarDate);
  const ofIt = files.filter(({ releasedOn }) => releasedOn === day);
  if (ofIt.length === 0) return null;
  const from = ofIt.map(({ coversFrom }) => coversFrom!).reduce((a, b) => (a < b ? a : b));
  const until = ofIt.map(({ coversUntil }) => coversUntil!).reduce((a, b) => (a > b ? a : b));
  return { day, from, until };
}

/** What the licences of what was loaded ask to be said wherever its figures are shown. */
function licencesOf(loaded: readonly ShownPublishedFile[]): readonly string[] {
  const licences = loaded.flatMap(({ source }) =>
    source && isSource(source) ? [sourceNamed(source, null).licence] : [],
  );
  return [...new Set(licences)].filter((licence) => licence !== '');
}
