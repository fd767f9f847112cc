import { newId } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { ownTableSource } from '@lib/published-data';
import { Injectable } from '@nestjs/common';
import {
  aboutFigures,
  aboutName,
  hasHeadings,
  isFigures,
  NEW_TABLE,
  whichTable,
} from '../domain/own-table.js';
import { aboutColumn } from '../domain/file-questions.js';
import type { LoadedFor, NewQuestion, Question } from '../domain/published-file.js';
import type { ColumnAnswers } from '../importer.js';
import type { RecognisedBy } from '../importers/recognise.js';
import { OWN_COLUMNS, ownColumns, ownHeadings } from '../importers/typed-table.js';
import { OwnTableRepository } from '../persistence/own-table.repository.js';
import type { HeadOfTable } from '../table/open-table.js';

/** A file that was recognised, with what is known and asked beside its columns. */
export interface KnownFile extends RecognisedBy {
  readonly columns: ColumnAnswers;
  /** Questions about the table that it is of; one without an answer has to be answered before it is read. */
  readonly asked: readonly NewQuestion[];
}

/** Tells which table of one's own a file is of: one that is kept, or a new one, which is explained and named first. */
@Injectable()
export class FindOwnTable {
  constructor(private readonly tables: OwnTableRepository) {}

  async execute(
    tx: Tx,
    { importer, recognised }: RecognisedBy,
    file: {
      readonly head: HeadOfTable;
      readonly loadedFor: LoadedFor;
      readonly questions: readonly Question[];
    },
  ): Promise<KnownFile> {
    const headings = ownHeadings(file.head)!;
    const said = (kind: Question['kind']) => file.questions.find((one) => one.kind === kind)?.answer ?? null;
    const kept = await this.tables.kept(tx);
    const { table, question } = whichTable(headings, kept, file.loadedFor, said('table'));
    const asked = question ? [question] : [];
    // What it is decides what else there is to ask.
    if (table === null) return { importer, recognised, columns: new Map(), asked };
    const ofThisFile = columnsSaid(file.questions);
    if (table === NEW_TABLE) {
      const known = ownColumns(headings, ofThisFile);
      const [name, figures] = [said('name'), said('figures')];
      return {
        importer,
        recognised: {
          ...{ ...recognised, ...known.found, what: name ? `the table “${name}”` : recognised.what },
          ...{ source: ownTableSource(newId()), ...(isFigures(figures) && { figures }) },
        },
        columns: known.columns,
        asked: [...asked, aboutName(name), aboutFigures(figures)],
      };
    }
    const remembered = new Map(table.columns.map(({ heading, role }) => [heading, role]));
    const answers = hasHeadings(table, headings) ? remembered : new Map([...remembered, ...ofThisFile]);
    const known = ownColumns(headings, answers);
    return {
      importer,
      recognised: {
        ...{ ...recognised, ...known.found, what: `the table “${table.name}”` },
        ...{ source: ownTableSource(table.tableId), figures: table.figures },
      },
      columns: known.columns,
      asked,
    };
  }
}

/** What is asked of a table of one's own before it is read: all of its columns, since a person says what they are. */
export function questionsOfOwnTable({
  asked,
  columns,
  recognised: { unknown, source },
}: KnownFile): NewQuestion[] {
  // Which table it is decides what is asked of its columns.
  if (!source) return [...asked];
  // As they stand in the file.
  const headings = [...columns.keys()];
  for (const { heading, column } of unknown) headings.splice(column, 0, heading);
  return [
    ...asked,
    ...headings.map((heading) => aboutColumn(heading, OWN_COLUMNS, columns.get(heading) ?? null)),
  ];
}

/** What was answered of a file's columns, by heading. */
export function columnsSaid(questions: readonly Question[]): ColumnAnswers {
  return new Map(
    questions.flatMap(({ kind, subject, answer }) =>
      kind === 'columns' && answer ? [[subject, answer]] : [],
    ),
  );
}
