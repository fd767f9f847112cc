import type { CalendarDate } from '@lib/kernel';
import type { PublishedChanges, PublishedFileSheet, ShownQuestion } from '@lib/reporting';
import { formatCount, formatDate, formatDateTime, type PageError } from '@lib/ui';
import type { Paths } from '../../http/paths.js';
import { answeredSoFar, isAgreement, openQuestions, TYPED, type TypedAnswer } from './answers.form.js';
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
import { effectRows } from './effects.view.js';
import { releaseInWords, STANDING_WORDS } from '../../performance/release-words.js';

const WITH_A_COLUMN_FOR_EACH_MONTH = ['mps-borough', 'mps-ward'];
/** More than this are chosen from a list that folds. */
const MOST_RADIOS = 6;

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
    questions: asked.map((question) =>
      questionBoxes(file, question, typed.get(question.number)!, frame.errors ?? []),
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

function questionBoxes(
  { source }: PublishedFileSheet,
  question: ShownQuestion,
  said: TypedAnswer,
  errors: readonly PageError[],
) {
  const { number, kind, sentence, choices } = question;
  const typed = typedBox(source, question);
  const messageAt = (box: string) => errors.find(({ href }) => href === `#${box}-${number}`)?.text ?? null;
  return {
    ...{ number, sentence, choices, said },
    as: kind === 'release' ? 'text' : isAgreement(question) ? 'agreement' : choiceBox(question, typed),
    typed,
    message: messageAt('answer'),
    typedMessage: messageAt('typed'),
  };
}

function choiceBox({ kind, choices }: ShownQuestion, typed: object | null): 'radios' | 'select' {
  return kind === 'columns' || typed || choices.length <= MOST_RADIOS ? 'radios' : 'select';
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
