import { DomainError, type Id } from '@lib/kernel';
import type { AnySource } from '@lib/published-data';
import type { ColumnRole } from './asked.js';
import { aboutArea, aboutColumn, aboutSeries } from './file-questions.js';
import { aboutFigures, aboutName, type OwnTable } from './own-table.js';
import type { Choice, LoadedFor, NewQuestion } from './published-file.js';

export const REMEMBERED_KINDS = ['columns', 'series', 'area'] as const;
export type RememberedKind = (typeof REMEMBERED_KINDS)[number];

/** What somebody said of a heading, or of the name of a series or an area, that is asked about no more. */
export interface RememberedAnswer {
  readonly source: AnySource;
  readonly kind: RememberedKind;
  readonly label: string;
  readonly means: string;
}

/** The question that was answered, to be answered otherwise. @param roles what a column of its files can be */
export function questionOf(
  { source, kind, label, means }: RememberedAnswer,
  roles: readonly ColumnRole[],
): NewQuestion {
  switch (kind) {
    case 'columns':
      return aboutColumn(label, roles, means);
    case 'series':
      return { ...aboutSeries(source, label), sentence: `What is “${label}”?`, answer: means };
    case 'area':
      return { ...aboutArea(source, label, label), sentence: `Which area is “${label}”?`, answer: means };
  }
}

/** What is kept of a table of one's own, as the questions that were answered. @param roles what a column can be */
export function questionsOfTable(
  { name, figures, columns }: Pick<OwnTable, 'name' | 'figures' | 'columns'>,
  roles: readonly ColumnRole[],
): readonly NewQuestion[] {
  return [
    aboutName(name),
    aboutFigures(figures),
    ...columns.map(({ heading, role }) => aboutColumn(heading, roles, role)),
  ];
}

/** An answer as whoever gave it chose it. */
export function answerInWords(choices: readonly Choice[], answer: string): string {
  return choices.find(({ value }) => value === answer)?.words ?? answer;
}

/** @throws DomainError `published-answers.not-remembered`, `published-answers.for-everybody` */
export function requireOwn(
  remembered: { readonly loadedFor: LoadedFor } | null,
  loadedFor: Id | null,
): asserts remembered {
  if (!remembered)
    throw new DomainError(
      'conflict',
      'published-answers.not-remembered',
      'It is not remembered any more: somebody changed or forgot it. Load the page again.',
    );
  if (remembered.loadedFor !== loadedFor)
    throw new DomainError(
      'conflict',
      'published-answers.for-everybody',
      'It was said for everybody, and is changed only at the command line, by whoever runs the service.',
    );
}
