import { answerInWords, ownTableQuestions, rememberedQuestion } from '@lib/importing';
import type { AnySource } from '@lib/published-data';
import type { RememberedAnswers, ShownMeaning, ShownOwnTable, ShownQuestion } from '@lib/reporting';
import { formatDateTime, type PageError } from '@lib/ui';
import type { Paths } from '../../http/paths.js';
import { answeredSoFar, type TypedAnswer } from './answers.form.js';
import { sourceOf } from './published-words.js';
import { questionBoxes } from './question-boxes.js';

/** All that is remembered: tables first, then headings, names of series and of areas. */
export function answeredView({ tables, meanings }: RememberedAnswers, mayChange: boolean, paths: Paths) {
  const ofKind = (kind: ShownMeaning['kind']) =>
    meanings.filter((meaning) => meaning.kind === kind).map((meaning) => meaningRow(meaning, paths));
  const lists = [
    { caption: 'Headings of columns', what: 'Heading', rows: ofKind('columns') },
    { caption: 'Names of what is counted', what: 'Name', rows: ofKind('series') },
    { caption: 'Names of areas', what: 'Name', rows: ofKind('area') },
  ];
  return {
    pageTitle: 'What has been answered',
    backLink: { href: paths.publishedFigures(), text: 'Back to the published figures' },
    mayChange,
    tables: tables.map((table) => tableRow(table, paths)),
    lists: lists.filter(({ rows }) => rows.length > 0),
    isEmpty: tables.length === 0 && meanings.length === 0,
  };
}

function tableRow(table: ShownOwnTable, paths: Paths) {
  const [, figures, ...columns] = ownTableQuestions(tableOf(table));
  return {
    name: table.name,
    href: paths.publishedAnswer(table.id),
    figures: answerInWords(figures!.choices, figures!.answer!).split(':')[0],
    columns: columns.map(
      ({ subject, choices, answer }) => `${subject}: ${inSentence(answerInWords(choices, answer!))}`,
    ),
    ...saidOf(table, paths),
  };
}

function meaningRow(meaning: ShownMeaning, paths: Paths) {
  const { choices } = rememberedQuestion(answerOf(meaning));
  return {
    label: meaning.label,
    href: paths.publishedAnswer(meaning.id),
    source: sourceOf(meaning)?.name ?? meaning.source,
    means: answerInWords(choices, meaning.means),
    ...saidOf(meaning, paths),
  };
}

interface Said {
  readonly isForEverybody: boolean;
  readonly fileId: string;
  readonly file: string;
  readonly decidedBy: string | null;
  readonly decidedAt: Date;
}

function saidOf({ isForEverybody, fileId, file, decidedBy, decidedAt }: Said, paths: Paths) {
  return {
    by: decidedBy ?? 'Whoever runs the service',
    at: decidedAt,
    file,
    fileHref: paths.publishedFile(fileId),
    forWhom: isForEverybody ? 'Everybody' : 'This partnership',
    isForEverybody,
  };
}

export interface AnswerFrame {
  readonly paths: Paths;
  readonly mayChange: boolean;
  readonly typed?: ReadonlyMap<number, TypedAnswer>;
  readonly errors?: readonly PageError[];
}

/** One answer, with the form in which it is changed and the button by which it is forgotten. */
export function answerView(
  remembered: ShownMeaning | ShownOwnTable,
  { paths, mayChange, ...frame }: AnswerFrame,
) {
  const isTable = 'tableId' in remembered;
  const questions = questionsOf(remembered);
  const typed = frame.typed ?? answeredSoFar(questions);
  const said = saidOf(remembered, paths);
  const isOpen = mayChange && !remembered.isForEverybody;
  return {
    pageTitle: isTable ? remembered.name : `“${remembered.label}”`,
    caption: isTable ? 'A table of one’s own' : (sourceOf(remembered)?.name ?? remembered.source),
    backLink: { href: paths.publishedAnswers(), text: 'Back to what has been answered' },
    errors: frame.errors ?? [],
    isTable,
    isForEverybody: remembered.isForEverybody,
    facts: [
      { key: 'For', value: said.forWhom },
      { key: 'Answered', value: `${formatDateTime(said.at)} by ${said.by}` },
    ],
    file: { name: said.file, href: said.fileHref },
    answers: questions.map(({ sentence, choices, answer }) => ({
      key: sentence,
      value: answerInWords(choices, answer!),
    })),
    questions: questions.map((question) =>
      questionBoxes(
        isTable ? null : remembered.source,
        question,
        typed.get(question.number)!,
        frame.errors ?? [],
      ),
    ),
    changeAction: isOpen ? paths.publishedAnswer(remembered.id) : null,
    forgetAction: isOpen ? paths.publishedAnswerForgetting(remembered.id) : null,
  };
}

/** What was asked, to be answered anew. */
export function questionsOf(remembered: ShownMeaning | ShownOwnTable): readonly ShownQuestion[] {
  const questions =
    'tableId' in remembered
      ? ownTableQuestions(tableOf(remembered))
      : [rememberedQuestion(answerOf(remembered))];
  return questions.map((question, index) => ({
    ...question,
    number: index + 1,
    answer: question.answer ?? null,
  }));
}

function tableOf({ name, figures, columns }: ShownOwnTable) {
  return { name, columns, figures: figures as Parameters<typeof ownTableQuestions>[0]['figures'] };
}

function answerOf({ source, kind, label, means }: ShownMeaning) {
  return { source: source as AnySource, kind, label, means };
}

function inSentence(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
