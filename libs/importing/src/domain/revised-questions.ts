import { type CalendarDate, dateInWords } from '@lib/kernel';
import { ACCEPTED, type NewQuestion } from './published-file.js';

/** A figure that the release before gave quite otherwise. */
export interface Revised {
  readonly means: string;
  readonly areaCode: string;
  readonly from: CalendarDate;
  readonly was: string;
  readonly now: string;
}

/** An area, a month or a series that has the figures of another one. */
export interface FitsAnother {
  readonly axis: 'code' | 'period_from' | 'means';
  readonly key: string;
  readonly other: string;
}

/** What keys are called. */
export interface Names {
  readonly area: (code: string) => string;
  readonly series: (means: string) => string;
}

const MOST_NAMED = 3;
/** Of the releases that we have, the most revised one has one such figure in a thousand. */
const MANY = 0.005;

/**
 * What publishers revise so much is worth a look, and now and then a figure is. Where many are, it is a question.
 * @param of how many figures were compared
 */
export function revisedInWords(revised: readonly Revised[], of: number, names: Names) {
  if (revised.length === 0) return { note: null, questions: [] };
  const examples = revised
    .slice(0, MOST_NAMED)
    .map(
      ({ means, areaCode, from, was, now }) =>
        `“${names.series(means)}” in ${names.area(areaCode)} from ${dateInWords(from)} (${was} then, ${now} here)`,
    );
  const found = `${revised.length === 1 ? 'A figure is' : `${revised.length.toLocaleString('en-GB')} figures are`} less than half or more than double of what the release before said: ${examples.join(', ')}.`;
  if (revised.length < of * MANY) return { note: found, questions: [] };
  const question: NewQuestion = {
    ...{ kind: 'rows', subject: 'revised', proposed: null },
    sentence: `${found} Is that so at its publisher’s?`,
    choices: [{ value: ACCEPTED, words: 'It is: the publisher has revised them' }],
  };
  return { note: null, questions: [question] };
}

export function aboutMoved(moved: readonly FitsAnother[], names: Names): NewQuestion[] {
  if (moved.length === 0) return [];
  const nameOf = { code: names.area, means: names.series, period_from: monthOf };
  const examples = moved
    .slice(0, MOST_NAMED)
    .map(({ axis, key, other }) => `“${nameOf[axis](key)}” those of “${nameOf[axis](other)}”`);
  return [
    {
      ...{ kind: 'rows', subject: 'moved', proposed: null },
      sentence: `Some figures are rather those that another area, month or offence had in the release before: ${examples.join(', ')}${moved.length > MOST_NAMED ? ` and ${moved.length - MOST_NAMED} more` : ''}. Did names or headings change places?`,
      choices: [{ value: ACCEPTED, words: 'They did not: the publisher has revised the figures' }],
    },
  ];
}

function monthOf(from: string): string {
  return dateInWords(from as CalendarDate).replace(/^1 /, '');
}
