import type { CalendarDate } from '@lib/kernel';
import { ACCEPTED } from '@lib/importing';
import type { PublishedFileSheet, ShownQuestion } from '@lib/reporting';
import type { PageError } from '@lib/ui';
import { isRecord, unknownField } from '../../http/form.js';
import { screen } from '../../http/screening.js';
import { releaseInWords } from '../../performance/release-words.js';

/** Chosen where the answer is none of the listed ones and is typed beside it. */
export const TYPED = 'typed';

/** What is in the boxes of one question. */
export interface TypedAnswer {
  /** The choice, or the release as it was typed. */
  readonly choice: string;
  /** What stands in the box beside `TYPED`. */
  readonly text: string;
}

export interface ReadAnswers {
  readonly typed: ReadonlyMap<number, TypedAnswer>;
  /** By number of the question, for those that are answered. */
  readonly answers: ReadonlyMap<number, string>;
  readonly errors: readonly PageError[];
}

const OF_ITS_COLUMNS = ['columns', 'name', 'figures'];

/**
 * The questions that are asked on the page of a file in its state. Columns are not asked about again once it is read;
 * which table it is, is: a file is taken for the one that has its headings.
 */
export function openQuestions({ state, questions }: PublishedFileSheet): readonly ShownQuestion[] {
  if (state === 'asking')
    return questions.filter(({ kind }) => kind === 'table' || OF_ITS_COLUMNS.includes(kind));
  return state === 'read' ? questions.filter(({ kind }) => !OF_ITS_COLUMNS.includes(kind)) : [];
}

/** What was answered so far, as it stands in the boxes when the page is opened. */
export function answeredSoFar(questions: readonly ShownQuestion[]): ReadonlyMap<number, TypedAnswer> {
  return new Map(questions.map((question) => [question.number, typedOf(question)]));
}

function typedOf({ kind, answer, proposed, choices }: ShownQuestion): TypedAnswer {
  if (kind === 'release') {
    const day = answer ?? proposed;
    return { choice: day === null ? '' : releaseInWords(day as CalendarDate), text: '' };
  }
  if (answer === null || kind === 'name') return { choice: answer ?? '', text: '' };
  return choices.some(({ value }) => value === answer)
    ? { choice: answer, text: '' }
    : { choice: TYPED, text: answer };
}

/**
 * Reads what was sent of questions.
 *
 * @param isEachWanted whether a question that is left open is an error
 */
export function readAnswers(
  questions: readonly ShownQuestion[],
  body: unknown,
  isEachWanted: boolean,
): ReadAnswers {
  const fields = isRecord(body) ? body : {};
  for (const name of Object.keys(fields))
    if (name !== 'action' && !/^(answer|typed)-\d{1,5}$/.test(name)) throw unknownField(name);
  const field = (name: string) => {
    const value = fields[name];
    return typeof value === 'string' ? value.slice(0, 200) : '';
  };
  const typed = new Map<number, TypedAnswer>();
  const answers = new Map<number, string>();
  const errors: PageError[] = [];
  for (const question of questions) {
    const { number } = question;
    const said = { choice: field(`answer-${number}`), text: field(`typed-${number}`) };
    typed.set(number, said);
    const answer = answerOf(question, said);
    if (answer !== '') answers.set(number, answer);
    const flagged = question.kind === 'name' ? screen('The name of the table', answer) : null;
    if (flagged) errors.push({ text: flagged, href: `#answer-${number}` });
    else if (answer !== '') continue;
    else if (isEachWanted || said.choice === TYPED) errors.push(openError(question, said));
  }
  return { typed, answers, errors };
}

function answerOf({ kind }: ShownQuestion, { choice, text }: TypedAnswer): string {
  if (kind === 'release') return asMonth(choice.trim());
  if (kind === 'name') return choice.trim();
  return choice === TYPED ? asMonth(text.trim()) : choice;
}

/** “3 2026”, as people type a month; the importers read all other ways of writing one. */
function asMonth(text: string): string {
  const month = /^(\d{1,2})[\s/.-]+(\d{4})$/.exec(text);
  return month ? `${month[2]}-${month[1]!.padStart(2, '0')}` : text;
}

function openError(question: ShownQuestion, { choice }: TypedAnswer): PageError {
  const { number, kind, subject, sentence } = question;
  if (choice === TYPED)
    return {
      text: kind === 'area' ? 'Enter the code of the area' : 'Enter the month',
      href: `#typed-${number}`,
    };
  const href = `#answer-${number}`;
  if (kind === 'release') return { text: 'Enter the release as a month or a day', href };
  if (kind === 'name') return { text: 'Enter what the table is called', href };
  if (kind === 'figures') return { text: 'Select what its figures are', href };
  if (kind === 'table') return { text: 'Select which table it is', href };
  if (kind === 'columns') return { text: `Select what is in the column “${subject}”`, href };
  // What it lists is beside the box.
  if (isAgreement(question))
    return { text: `Agree, or abandon the file: ${sentence.split(/[:;.?]/)[0]}`, href };
  return { text: `Select what “${subject}” is`, href };
}

/** A question that can only be agreed to: who does not agree abandons the file. */
export function isAgreement({ choices }: Pick<ShownQuestion, 'choices'>): boolean {
  return choices.length === 1 && choices[0]!.value === ACCEPTED;
}
