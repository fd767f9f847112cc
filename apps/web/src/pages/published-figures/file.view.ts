import type { CalendarDate } from '@lib/kernel';
import type { PublishedChanges, PublishedFileSheet, ShownQuestion } from '@lib/reporting';
import { formatCount, formatDate, formatDateTime, type PageError } from '@lib/ui';
import type { Paths } from '../../http/paths.js';
import { answeredSoFar, openQuestions, type TypedAnswer } from './answers.form.js';
import {
  coversWords,
  figuresWords,
  keptUntilWords,
  loadedByWords,
  seriesWords,
  sizeWords,
  sourceOf,
  STATE_WORDS,
} from './published-words.js';
import { questionBoxes } from './question-boxes.js';
import { effectRows } from './effects.view.js';
import { releaseInWords, STANDING_WORDS } from '../../performance/release-words.js';

export interface FileFrame {
  readonly paths: Paths;
  readonly mayLoad: boolean;
  /** Whether the page loads itself again while the file is read, because somebody asked it to. */
  readonly isFollowed: boolean;
  /** What somebody typed, where it was not taken. */
  readonly typed?: ReadonlyMap<number, TypedAnswer>;
  readonly errors?: readonly PageError[];
}

/** A file in whatever state it is, and what the reader can do about it. */
export function fileView(file: PublishedFileSheet, { paths, mayLoad, ...frame }: FileFrame) {
  const { id, state, failure, notes, withdrawnAt, withdrawnBecause } = file;
  const asked = mayLoad ? openQuestions(file) : [];
  const typed = frame.typed ?? answeredSoFar(asked);
  const isBeingRead = state === 'waiting' || state === 'reading';
  const isOpen = isBeingRead || state === 'asking' || state === 'read';
  const isOurs = mayLoad && !file.isForEverybody;
  return {
    pageTitle: file.name,
    backLink: { href: paths.publishedFigures(), text: 'Back to the published figures' },
    errors: frame.errors ?? [],
    ...{ state, failure, notes, isBeingRead },
    stateWords: STATE_WORDS[state],
    progress: progressOf(file),
    refreshHref: paths.publishedFile(id),
    followHref: paths.publishedFileFollowed(id),
    isFollowed: frame.isFollowed && isBeingRead,
    loadHref: mayLoad ? paths.publishedFileLoad() : null,
    facts: factsOf(file, isOpen),
    sha256: file.sha256,
    withdrawn: withdrawnAt && { at: withdrawnAt, because: withdrawnBecause },
    ...questionsWords(file, asked),
    questions: asked.map((question) =>
      questionBoxes(file.source, question, typed.get(question.number)!, frame.errors ?? []),
    ),
    answered: file.questions.filter((question) => !asked.includes(question)).map(answeredFact),
    changesHref: state === 'applied' && !file.changes ? paths.publishedFileChanges(id) : null,
    releaseHref:
      state === 'applied' && !withdrawnAt ? paths.publishedRelease(file.source!, file.releasedOn!) : null,
    preview: file.changes && previewOf(file, file.changes),
    effects: effectRows(file.effects, paths),
    answersAction: asked.length > 0 ? paths.publishedFileMove(id, 'answers') : null,
    abandonAction: isOurs && isOpen ? paths.publishedFileMove(id, 'abandonment') : null,
    withdrawHref:
      isOurs && state === 'applied' && !withdrawnAt ? paths.publishedFileMove(id, 'withdrawal') : null,
  };
}

/** A long file is gone through once, for its SHA-256, before its first figures are read. */
function progressOf({ state, cells }: PublishedFileSheet): string {
  if (cells > 0) return `${figuresWords(cells)} so far.`;
  return state === 'reading'
    ? 'It is being looked through; its figures come after that.'
    : 'It has not been read yet.';
}

function factsOf(file: PublishedFileSheet, isOpen: boolean): { key: string; value: string }[] {
  const { dialect, coversFrom, coversUntil, releasedOn, extractedOn, rowsRead, cells, decidedAt } = file;
  const source = sourceOf(file);
  const isRead = coversFrom !== null && coversUntil !== null;
  const facts: [key: string, value: string | null | undefined][] = [
    ['Source', source && `${source.name}, ${source.publisher}`],
    ['Standing', source && STANDING_WORDS[source.standing]],
    ['What it is', dialect && dialect.charAt(0).toUpperCase() + dialect.slice(1)],
    ['Release', releasedOn && releaseInWords(releasedOn)],
    ['Taken from its publisher’s system on', extractedOn && formatDate(extractedOn)],
    ['Covers', isRead ? coversWords(coversFrom, coversUntil) : null],
    ['Holds', isRead ? `${figuresWords(cells)}, the last in row ${formatCount(rowsRead)}` : null],
    ['Size', Number(file.size) > 0 ? sizeWords(file.size) : null],
    ['Sent by', loadedByWords(file)],
    ['Sent', formatDateTime(file.receivedAt)],
    ['Kept until', isOpen ? `${keptUntilWords(file)}, unless it is applied before` : null],
    [file.state === 'applied' ? 'Applied' : 'Abandoned', decidedAt && decided(file, decidedAt)],
    ['Licence', source?.licence],
  ];
  return facts.flatMap(([key, value]) => (value ? [{ key, value }] : []));
}

function decided({ decidedBy }: PublishedFileSheet, at: Date): string {
  return decidedBy ? `${formatDateTime(at)} by ${decidedBy}` : formatDateTime(at);
}

function answeredFact(question: ShownQuestion): { key: string; value: string } {
  return { key: question.sentence, value: answerWords(question) };
}

function answerWords({ kind, answer, choices }: ShownQuestion): string {
  if (answer === null) return 'Not answered yet';
  if (kind === 'release') return releaseInWords(answer as CalendarDate);
  return choices.find(({ value }) => value === answer)?.words ?? answer;
}

function questionsWords({ state }: PublishedFileSheet, asked: readonly ShownQuestion[]) {
  if (state !== 'asking')
    return {
      questionsTitle: 'Questions',
      questionsIntro: 'What you say of names is remembered, so that it is asked once.',
    };
  const isOf = (kind: string) => asked.some((question) => question.kind === kind);
  if (isOf('name'))
    return {
      questionsTitle: 'A table of your own',
      questionsIntro:
        'Nothing is known of a table with these headings. Say what it is called and what each of its columns is: it is kept, and the next file with the same headings asks nothing of this.',
    };
  return isOf('table') && !isOf('columns')
    ? {
        questionsTitle: 'A table of your own',
        questionsIntro: 'What is in its columns is asked next, as far as it is not known.',
      }
    : {
        questionsTitle: 'Questions about its columns',
        questionsIntro: 'Some of its headings are not known. What you say is remembered for the next file.',
      };
}

function previewOf({ source, state, questions }: PublishedFileSheet, changes: PublishedChanges) {
  const { before, added, changed, same, missing, leftOut, biggest } = changes;
  return {
    isApplied: state === 'applied',
    hasOpenNames: questions.some(
      ({ kind, answer }) => (kind === 'series' || kind === 'area') && answer === null,
    ),
    against: before ? `Against the release of ${releaseInWords(before)}.` : 'No release before it is loaded.',
    counts: [
      { key: 'New', value: added },
      { key: 'Changed', value: changed },
      { key: 'The same', value: same },
      { key: 'Not there any more', value: missing },
      { key: 'Left out', value: leftOut },
    ],
    biggest: biggest.map((one) => ({
      area: one.area,
      series: seriesWords(source, one.means),
      when: coversWords(one.from, one.until),
      before: formatCount(one.before),
      after: formatCount(one.after),
    })),
  };
}
