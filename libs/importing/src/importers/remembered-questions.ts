import type { OwnTable } from '../domain/own-table.js';
import type { NewQuestion } from '../domain/published-file.js';
import { questionOf, questionsOfTable, type RememberedAnswer } from '../domain/remembered-answer.js';
import { IMPORTERS } from './importers.js';
import { OWN_COLUMNS } from './typed-table.js';

/** The question to which an answer is remembered, with what can be answered. */
export function rememberedQuestion(answer: RememberedAnswer): NewQuestion {
  const importers = IMPORTERS.filter(({ source }) => source === answer.source);
  return questionOf(
    answer,
    importers.flatMap(({ roles }) => roles),
  );
}

/** The questions by which a table of one's own is kept: its name, its figures and each of its columns. */
export function ownTableQuestions(
  table: Pick<OwnTable, 'name' | 'figures' | 'columns'>,
): readonly NewQuestion[] {
  return questionsOfTable(table, OWN_COLUMNS);
}
