import { DomainError, type Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { ownTableOf } from '@lib/published-data';
import { Injectable } from '@nestjs/common';
import { hasHeadings, isFigures, LONGEST_TABLE_NAME, type OwnTable } from '../domain/own-table.js';
import type { LoadedFor, Question } from '../domain/published-file.js';
import { OwnTableRepository } from '../persistence/own-table.repository.js';

/** Keeps what was said of a table of one's own when a file of it is applied, so that the next file is known. */
@Injectable()
export class KeepOwnTable {
  constructor(private readonly tables: OwnTableRepository) {}

  /**
   * What is kept already stays as it is, unless a person said that its headings have changed.
   * @throws DomainError `published-tables.kept-meanwhile`
   */
  async execute(
    tx: Tx,
    file: { readonly id: Id; readonly source: string | null; readonly loadedFor: LoadedFor },
    questions: readonly Question[],
    decided: { readonly by: Id | null; readonly at: Date },
  ): Promise<void> {
    const tableId = ownTableOf(file.source ?? '');
    if (tableId === null) return;
    const said = (kind: Question['kind']) => questions.find((one) => one.kind === kind)?.answer ?? null;
    const columns = questions.flatMap(({ kind, subject, answer }) =>
      kind === 'columns' ? [{ heading: subject, role: answer! }] : [],
    );
    const current = await this.tables.current(tx, tableId);
    const changed =
      current && current.loadedFor === file.loadedFor && !hasHeadings(current, columnsOf(columns));
    if (changed) return this.tables.keep(tx, { ...current, columns, fromFile: file.id }, decided);
    const [name, figures] = [said('name'), said('figures')];
    // One that was forgotten since the file was read is not kept anew.
    if (current || !name || !isFigures(figures) || said('table') === tableId) return;
    if (await this.isTaken(tx, name, file.loadedFor)) throw keptMeanwhile(name);
    const { loadedFor, id: fromFile } = file;
    await this.tables.keep(tx, { tableId, loadedFor, name, figures, columns, fromFile }, decided);
  }

  /** @throws DomainError `published-tables.name-taken` where another table of the loader has the name */
  async requireFreeName(tx: Tx, name: string, loadedFor: LoadedFor, but?: Id): Promise<void> {
    if (!(await this.isTaken(tx, name, loadedFor, but))) return;
    throw new DomainError(
      'conflict',
      'published-tables.name-taken',
      `A table called “${name.slice(0, LONGEST_TABLE_NAME)}” is kept already. Say another name, or that the file is of that table.`,
    );
  }

  private async isTaken(tx: Tx, name: string, loadedFor: LoadedFor, but?: Id): Promise<boolean> {
    const kept = await this.tables.kept(tx);
    const isSame = (table: OwnTable) =>
      table.loadedFor === loadedFor && table.tableId !== but && nameKey(table.name) === nameKey(name);
    return kept.some(isSame);
  }
}

/** Two files of a table that is new, both read before one of them was applied. */
function keptMeanwhile(name: string): DomainError {
  return new DomainError(
    'conflict',
    'published-tables.kept-meanwhile',
    `A table called “${name}” has been kept since this file was read. Abandon the file and load it again: it is known then.`,
  );
}

function columnsOf(columns: readonly { readonly heading: string }[]): readonly string[] {
  return columns.map(({ heading }) => heading);
}

function nameKey(name: string): string {
  return name.trim().toLowerCase();
}
