import type { ShownQuestion } from '@lib/reporting';
import type { PageError } from '@lib/ui';
import { isAgreement, TYPED, type TypedAnswer } from './answers.form.js';

const WITH_A_COLUMN_FOR_EACH_MONTH = ['mps-borough', 'mps-ward'];
/** More than this are chosen from a list that folds. */
const MOST_RADIOS = 6;

/** Questions that are answered in words, with an example. */
const TEXT_HINTS: Readonly<Record<string, string>> = {
  release: 'A month or a day, for example March 2026 or 14 March 2026',
  name: 'It is kept by this name, and the next file with its headings is known by it. For example, Fly-tipping log of the council',
};

/** A question as `question.njk` shows it. */
export function questionBoxes(
  source: string | null,
  question: ShownQuestion,
  said: TypedAnswer,
  errors: readonly PageError[],
) {
  const { number, kind, sentence, choices } = question;
  const typed = typedBox(source, question);
  const messageAt = (box: string) => errors.find(({ href }) => href === `#${box}-${number}`)?.text ?? null;
  return {
    ...{ number, sentence, choices, said },
    hint: TEXT_HINTS[kind] ?? null,
    as: TEXT_HINTS[kind] ? 'text' : isAgreement(question) ? 'agreement' : choiceBox(question, typed),
    typed,
    message: messageAt('answer'),
    typedMessage: messageAt('typed'),
  };
}

function choiceBox({ kind, choices }: ShownQuestion, typed: object | null): 'radios' | 'select' {
  return kind === 'columns' || kind === 'figures' || typed || choices.length <= MOST_RADIOS
    ? 'radios'
    : 'select';
}

/** The box for what no list holds: months, and the areas of a country. */
function typedBox(source: string | null, { kind, choices }: ShownQuestion) {
  if (kind === 'columns' && source !== null && WITH_A_COLUMN_FOR_EACH_MONTH.includes(source))
    return {
      value: TYPED,
      words: 'Figures of one month',
      label: 'If it is of one month, of which?',
      hint: 'For example, March 2026',
    };
  if (kind === 'area' && choices.length === 1)
    return {
      ...{ value: TYPED, words: 'An area with a code of the Office for National Statistics' },
      ...{ label: 'If it has a code, which?', hint: 'For example, E07000223' },
    };
  return null;
}
