import { sourceNamed } from '@lib/published-data';
import type { PublishedEffect, PublishedReleaseSheet } from '@lib/reporting';
import type { Paths } from '../../http/paths.js';
import { releaseInWords } from '../../performance/release-words.js';
import { effectRows } from './effects.view.js';
import { coversWords } from './published-words.js';

/** A release beside an earlier one: what came of it in a sentence, then measure by measure. */
export function releaseView(sheet: PublishedReleaseSheet, paths: Paths) {
  const { source, tableName, releasedOn, files, before, earlier, effects } = sheet;
  const { name, licence } = sourceNamed(source, tableName);
  return {
    pageTitle: `${name}, release of ${releaseInWords(releasedOn)}: what it changed`,
    backLink: { href: paths.publishedFigures(), text: 'Back to the published figures' },
    sourceName: name,
    release: releaseInWords(releasedOn),
    before: before && releaseInWords(before),
    sentence: before && effects.length > 0 ? sentenceOn(effects) : null,
    files: files.map((file) => ({
      name: file.name,
      href: paths.publishedFile(file.id),
      covers: coversWords(file.coversFrom, file.coversUntil),
    })),
    // With one earlier release, there is nothing to choose from.
    choices:
      earlier.length > 1
        ? earlier.map((day) => ({ value: day, text: releaseInWords(day), selected: day === before }))
        : [],
    formAction: paths.publishedRelease(source, releasedOn),
    effects: effectRows(effects, paths),
    measuresHref: paths.measures(),
    licence,
  };
}

/** “The figures of 7 of 9 measures changed. What meets the target would be another number for 3, and ….” */
function sentenceOn(effects: readonly PublishedEffect[]): string {
  const changed = effects.filter(({ quartersChanged }) => quartersChanged > 0).length;
  const marks = effects.filter(
    ({ target }) => target?.before && !target.before.metBy.eq(target.after.metBy),
  ).length;
  const years = effects.filter(({ year }) => year && year.after !== year.frozen).length;
  return [
    `The figures of ${changed} of ${effects.length} ${effects.length === 1 ? 'measure' : 'measures'} changed.`,
    `Worked out anew, ${marks === 0 ? 'no' : marks} ${marks === 1 ? 'target' : 'targets'} would be met by another number than with the release before, and ${years === 0 ? 'no' : years} ${years === 1 ? 'year' : 'years'} would come out otherwise than as judged.`,
  ].join(' ');
}
