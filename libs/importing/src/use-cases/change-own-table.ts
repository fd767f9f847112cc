import { AuditTrail } from '@lib/audit-trail';
import { Clock, type Id } from '@lib/kernel';
import { Injectable } from '@nestjs/common';
import {
  type FiguresOfTable,
  type OwnTable,
  requireTableName,
  requireWholeTable,
} from '../domain/own-table.js';
import { answerInWords, requireOwn } from '../domain/remembered-answer.js';
import { ownTableQuestions } from '../importers/remembered-questions.js';
import { OF_AREAS, OWN_COLUMNS } from '../importers/typed-table.js';
import { type Loader, Loading } from '../loading.js';
import { OwnTableRepository } from '../persistence/own-table.repository.js';
import { KeepOwnTable } from './keep-own-table.js';
import { validAnswer } from './valid-answer.js';

export interface ChangeOwnTableCommand {
  /** As it is kept: one that was changed since has another. */
  readonly keptId: Id;
  /** What is said of its name, its figures and each of its columns, in the order of `ownTableQuestions`. */
  readonly answers: readonly string[];
}

/** Keeps a table of one's own otherwise, for files that are read from now on. What was applied stays. */
@Injectable()
export class ChangeOwnTable {
  constructor(
    private readonly loading: Loading,
    private readonly tables: OwnTableRepository,
    private readonly keepOwnTable: KeepOwnTable,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `published-answers.not-remembered`, `published-answers.for-everybody`,
   *   `published-files.answer`, `published-tables.name`, `published-tables.name-taken`, `published-tables.columns`
   */
  execute(loader: Loader, { keptId, answers }: ChangeOwnTableCommand): Promise<void> {
    return this.loading.run(loader, async (tx) => {
      const current = await this.tables.find(tx, keptId);
      requireOwn(current, loader.loadedFor);
      const said = ownTableQuestions(current).map((question, at) =>
        validAnswer(question, answers[at] ?? question.answer!),
      );
      const [name, figures, ...roles] = said as [string, FiguresOfTable, ...string[]];
      await this.keepOwnTable.requireFreeName(tx, requireTableName(name), loader.loadedFor, current.tableId);
      requireWholeTable(roles, OWN_COLUMNS, OF_AREAS);
      const columns = current.columns.map(({ heading }, at) => ({ heading, role: roles[at]! }));
      const changed = { ...current, name, figures, columns };
      if (inWords(changed) === inWords(current)) return;
      const decided = { by: loader.actor?.personId ?? null, at: this.clock.now() };
      await this.tables.keep(tx, changed, decided);
      if (loader.actor && loader.loadedFor)
        await this.trail.record(tx, loader.actor, loader.loadedFor, {
          type: 'OwnTableChanged',
          subjectId: current.tableId,
          data: { table: current.name, before: inWords(current), after: inWords(changed) },
        });
    });
  }
}

/** “What is the table called? Calls. What are its figures? Counts …” */
function inWords(table: Pick<OwnTable, 'name' | 'figures' | 'columns'>): string {
  return ownTableQuestions(table)
    .map(({ sentence, choices, answer }) => `${sentence} ${answerInWords(choices, answer!)}.`)
    .join(' ');
}
