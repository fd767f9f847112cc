import { DomainError, type Id } from '@lib/kernel';
import { headingKey } from './heading-key.js';
import type { LoadedFor, NewQuestion, Question } from './published-file.js';

/** What the figures of a table are: how they are read, and whether they may be added up. */
export const FIGURES_OF_TABLE = {
  count: 'Counts: whole numbers, which are added up',
  amount: 'Amounts with decimals, such as tonnes or hours, which are added up',
  percentage: 'Percentages: 45 or 45% means 45%',
  share: 'Shares of one: 0.45 means 45%, as a spreadsheet keeps its percentages',
  rate: 'Rates, such as for each 1,000 people, or other numbers that are never added up',
} as const;

export type FiguresOfTable = keyof typeof FIGURES_OF_TABLE;

/** A column by its heading, and what it is. */
export interface ColumnOfTable {
  readonly heading: string;
  readonly role: string;
}

/** A table of one's own as it is kept: the next file with these headings is of it. */
export interface OwnTable {
  /** The same for all that is ever kept of the table. */
  readonly tableId: Id;
  readonly loadedFor: LoadedFor;
  readonly name: string;
  readonly figures: FiguresOfTable;
  readonly columns: readonly ColumnOfTable[];
}

/** Answered where a file is of no table that is kept. */
export const NEW_TABLE = 'new';

/** Questions that have to be answered before a file can be read. */
export const BEFORE_READING: readonly Question['kind'][] = ['columns', 'table', 'name', 'figures'];

/** Which table a file is of, as far as it is known, with what is asked about that. */
export interface WhichTable {
  /** `new`, one that is kept, or null while it has to be asked. */
  readonly table: OwnTable | typeof NEW_TABLE | null;
  /** Null where nothing is kept that it could be. */
  readonly question: NewQuestion | null;
}

/**
 * Which table has these headings. One that has just these is it, unless a person says otherwise; of several, and of none,
 * a person is asked.
 *
 * @param kept what the loader reads
 * @param answer what was said of it before
 */
export function whichTable(
  headings: readonly string[],
  kept: readonly OwnTable[],
  loadedFor: LoadedFor,
  answer: string | null,
): WhichTable {
  const same = kept.filter((table) => hasHeadings(table, headings));
  // Whoever loads for one partnership does not change what is kept for everybody.
  const choices = same.length > 0 ? same : kept.filter((table) => table.loadedFor === loadedFor);
  if (choices.length === 0) return { table: NEW_TABLE, question: null };
  const only = same.length === 1 ? same[0]! : null;
  const table =
    answer === NEW_TABLE ? NEW_TABLE : (choices.find(({ tableId }) => tableId === answer) ?? only);
  return { table, question: aboutTable(same.length, choices, table) };
}

export function hasHeadings({ columns }: Pick<OwnTable, 'columns'>, headings: readonly string[]): boolean {
  const [kept, here] = [columns.map(({ heading }) => heading), headings].map(
    (all) => new Set(all.map(headingKey)),
  );
  return kept!.size === here!.size && [...kept!].every((heading) => here!.has(heading));
}

function aboutTable(
  withTheseHeadings: number,
  choices: readonly OwnTable[],
  table: WhichTable['table'],
): NewQuestion {
  const sentence =
    withTheseHeadings === 0
      ? 'No table with these headings is kept. Is it a new one, or one whose headings have changed?'
      : withTheseHeadings === 1
        ? 'Which table is it?'
        : 'Several tables with these headings are kept. Which one is it?';
  const isNew = withTheseHeadings === 0 ? 'A new table' : 'Another table, with the same headings';
  return {
    ...{ kind: 'table', subject: 'table', proposed: null, sentence },
    choices: [
      ...choices.map(({ tableId, name }) => ({
        value: tableId,
        words: withTheseHeadings === 0 ? `${name}, whose headings have changed` : name,
      })),
      { value: NEW_TABLE, words: isNew },
    ],
    answer: table === NEW_TABLE || table === null ? table : table.tableId,
  };
}

export function aboutName(answer: string | null): NewQuestion {
  return {
    ...{ kind: 'name', subject: 'name', proposed: null, choices: [], answer },
    sentence: 'What is the table called?',
  };
}

export function aboutFigures(answer: string | null): NewQuestion {
  return {
    ...{ kind: 'figures', subject: 'figures', proposed: null, answer },
    sentence: 'What are its figures?',
    choices: Object.entries(FIGURES_OF_TABLE).map(([value, words]) => ({ value, words })),
  };
}

export function isFigures(answer: string | null | undefined): answer is FiguresOfTable {
  return typeof answer === 'string' && Object.hasOwn(FIGURES_OF_TABLE, answer);
}

export const LONGEST_TABLE_NAME = 80;

/** @throws DomainError `published-tables.name` */
export function requireTableName(name: string): string {
  const bare = name.replace(/\s+/g, ' ').trim();
  if (bare === '' || bare.length > LONGEST_TABLE_NAME)
    throw new DomainError(
      'invalid',
      'published-tables.name',
      `Say what the table is called, in ${LONGEST_TABLE_NAME} characters or fewer.`,
    );
  return bare;
}

/**
 * @param roles what each column was said to be
 * @param wanted roles that a table has, in words
 * @param areas roles of which one is needed
 * @throws DomainError `published-tables.columns` where one that is needed has no column, or one has two
 */
export function requireWholeTable(
  roles: readonly string[],
  wanted: readonly { readonly key: string; readonly name: string; readonly optional?: boolean }[],
  areas: readonly string[],
): void {
  const columnsOf = (key: string) => roles.filter((role) => role === key).length;
  const twice = wanted.find(({ key }) => columnsOf(key) > 1);
  if (twice) throw wrongColumns(`Two columns cannot both be ${twice.name}: say so of one of them.`);
  const none = wanted.find(({ key, optional }) => !optional && columnsOf(key) === 0);
  const isSomewhere = areas.some((key) => columnsOf(key) > 0);
  if (!isSomewhere)
    throw wrongColumns(
      'No column is the code of the area, or its name: say which one it is. A table without it cannot be loaded.',
    );
  if (none)
    throw wrongColumns(
      `No column is ${none.name}: say which one it is. A table without it cannot be loaded.`,
    );
}

function wrongColumns(words: string): DomainError {
  return new DomainError('invalid', 'published-tables.columns', words);
}
