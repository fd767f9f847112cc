import { type CalendarDate, dateInWords } from '@lib/kernel';
import { codeListOf, LEFT_OUT, LONDON_BOROUGHS, OTHER, type AnySource } from '@lib/published-data';
import type { AskedWhileReading, ColumnRole } from './asked.js';
import { ACCEPTED, type Choice, type NewQuestion } from './published-file.js';

const IGNORE: Choice = { value: 'ignore', words: 'Nothing that is needed: leave it out' };

/**
 * What a column is that no importer knows by its heading, or a sheet by its title.
 * @param isTitle where nothing is answered yet; what is answered of a sheet, no column is
 */
export function aboutColumn(
  heading: string,
  roles: readonly ColumnRole[],
  answer: string | null,
  isTitle = roles.some(({ key, isOfSheet }) => isOfSheet && key === answer),
): NewQuestion {
  const choices = roles
    .filter(({ isOfSheet }) => (isOfSheet ?? false) === isTitle)
    .map(({ key, name }) => ({ value: key, words: capitalised(name) }));
  return {
    ...{ kind: 'columns', subject: heading, answer, proposed: null },
    sentence: isTitle
      ? `What is in the sheet with the title “${heading}”?`
      : `What is in the column “${heading}”?`,
    choices: isTitle ? choices : [...choices, IGNORE],
  };
}

/** A name that was never seen. It counts in the whole, or not at all; which of the two, the file does not say. */
export function aboutSeries(source: AnySource, label: string): NewQuestion {
  const { series, whole } = codeListOf(source);
  return {
    ...{ kind: 'series', subject: label, proposed: null },
    sentence: `“${label}” has not been seen in these files before. What is it?`,
    choices: [
      ...series.map(({ key, name }) => ({ value: key, words: name })),
      {
        value: OTHER,
        words: whole ? `Something else that is part of “${whole.name}”` : 'Something else',
      },
      { value: LEFT_OUT, words: 'A total of other rows, or nothing that is needed: leave it out' },
    ],
  };
}

export function aboutArea(source: AnySource, name: string, label: string): NewQuestion {
  const isOfLondon = source.startsWith('mps-') || source === 'mopac-survey';
  const boroughs: Record<string, string> = isOfLondon ? LONDON_BOROUGHS : {};
  return {
    ...{ kind: 'area', subject: label, proposed: null },
    sentence: `“${name}” is no area that is known by this name. Which one is it?`,
    choices: [
      ...Object.entries(boroughs).map(([value, words]) => ({ value, words })),
      { value: LEFT_OUT, words: 'None: count it nowhere' },
    ],
  };
}

/**
 * @param known the release, with the reason why it is likely to be that one
 * @param isCertain whether it goes without asking
 */
export function aboutRelease(
  known: { readonly day: CalendarDate; readonly because: string } | null,
  isCertain = true,
): NewQuestion {
  return {
    ...{ kind: 'release', subject: 'release', choices: [] },
    sentence: known
      ? `Which release is it? Most likely that of ${dateInWords(known.day).replace(/^1 /, '')}: ${known.because}.`
      : 'Which release is it? The file does not say.',
    proposed: known?.day ?? null,
    answer: isCertain ? (known?.day ?? null) : null,
  };
}

export function aboutFinding({ kind, subject, sentence, accept }: AskedWhileReading): NewQuestion {
  return { kind, subject, sentence, proposed: null, choices: [{ value: ACCEPTED, words: accept }] };
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
