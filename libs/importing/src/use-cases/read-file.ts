import { Clock, type Id } from '@lib/kernel';
import { ownTableOf } from '@lib/published-data';
import { FileRefused } from '@lib/spreadsheets';
import { Injectable } from '@nestjs/common';
import { aboutColumn } from '../domain/file-questions.js';
import { ImportRefused } from '../domain/import-refused.js';
import type { RememberedMeanings } from '../domain/meanings.js';
import type { NewQuestion } from '../domain/published-file.js';
import { recognise, type RecognisedBy } from '../importers/recognise.js';
import { typedTable } from '../importers/typed-table.js';
import type { ColumnAnswers } from '../importer.js';
import { IMPORTERS } from '../importers/importers.js';
import { type Loader, Loading } from '../loading.js';
import { MeaningRepository } from '../persistence/meaning.repository.js';
import { PublishedFileRepository } from '../persistence/published-file.repository.js';
import { headingKey } from '../table/columns.js';
import { type HeadOfTable, type ImportedFile, openTable, type OpenTable } from '../table/open-table.js';
import { columnsSaid, FindOwnTable, type KnownFile, questionsOfOwnTable } from './find-own-table.js';
import { StageFile } from './stage-file.js';

export interface ReadFileCommand {
  readonly fileId: Id;
  readonly file: ImportedFile;
  /** Told now and then how many figures were read. */
  readonly progress?: (cells: number) => void;
}

/**
 * Reads a file that has been taken up: finds out what it is and loads its figures, in one transaction, where nobody sees
 * them until the file is applied. What it cannot tell becomes a question; what cannot be a file is refused, and says why.
 */
@Injectable()
export class ReadFile {
  constructor(
    private readonly loading: Loading,
    private readonly files: PublishedFileRepository,
    private readonly meanings: MeaningRepository,
    private readonly findOwnTable: FindOwnTable,
    private readonly stage: StageFile,
    private readonly clock: Clock,
  ) {}

  async execute(loader: Loader, { fileId, file, progress }: ReadFileCommand): Promise<void> {
    try {
      const table = await openTable(file);
      if (await this.isThereAlready(loader, fileId, table)) return;
      const known = await this.recognise(loader, fileId, table);
      const { missing, unknown } = known.recognised;
      if (missing.length === 0 && unknown.length === 0 && known.asked.every(({ answer }) => answer))
        await this.stage.execute(loader, { fileId, table, known, progress });
      else await this.askAboutColumns(loader, fileId, table, known);
    } catch (error) {
      if (!(error instanceof ImportRefused || error instanceof FileRefused)) throw error;
      await this.loading.run(loader, (tx) => this.files.refuse(tx, fileId, error.message));
    }
  }

  /** The same content again changes nothing. */
  private isThereAlready(loader: Loader, fileId: Id, { sha256, size }: OpenTable): Promise<boolean> {
    return this.loading.run(loader, async (tx) => {
      const same = await this.files.sameContent(tx, sha256);
      if (!same) return false;
      await this.files.change(tx, fileId, ['reading'], {
        ...{ state: 'abandoned', sha256, size: String(size), decidedAt: this.clock.now() },
        notes: ['This file is loaded already, with the same content: nothing was changed.'],
      });
      await this.files.removeParts(tx, fileId);
      return true;
    });
  }

  private recognise(loader: Loader, fileId: Id, table: OpenTable): Promise<KnownFile> {
    return this.loading.run(loader, async (tx) => {
      const questions = await this.files.questions(tx, fileId);
      const answers = columnsSaid(questions);
      const remembered = new Map<string, RememberedMeanings>();
      for (const { source } of IMPORTERS) remembered.set(source, await this.meanings.remembered(tx, source));
      const answersFor = (source: string) =>
        new Map([...ofThisFile(remembered.get(source)!.columns, table.head), ...answers]);
      const known = recognise(IMPORTERS, table.head, answersFor);
      if (known && isOwnTable(known))
        return this.findOwnTable.execute(tx, known, {
          ...{ head: table.head, loadedFor: loader.loadedFor, questions },
        });
      if (known) return { ...known, columns: answersFor(known.importer.source), asked: [] };
      throw new ImportRefused(
        'The file is none of those that can be read. If somebody saved it in a spreadsheet, download it again and load it as it is. The list of files says what each is recognised by.',
      );
    });
  }

  private async askAboutColumns(
    loader: Loader,
    fileId: Id,
    { sha256, size }: OpenTable,
    known: KnownFile,
  ): Promise<void> {
    const { importer } = known;
    const questions = isOwnTable(known) ? questionsOfOwnTable(known) : questionsOfColumns(known);
    await this.loading.run(loader, async (tx) => {
      await this.files.setQuestions(tx, fileId, questions, this.answered(loader));
      await this.files.change(tx, fileId, ['reading'], {
        ...{ state: 'asking', sha256, size: String(size), source: importer.source, importer: importer.key },
      });
    });
  }

  private answered({ actor }: Loader) {
    return { by: actor?.personId ?? null, at: this.clock.now() };
  }
}

/** What is known of its columns, and what is not. @throws ImportRefused where one that is needed is not there */
function questionsOfColumns({
  importer,
  recognised: { missing, unknown, columns },
  columns: answers,
}: KnownFile): NewQuestion[] {
  if (unknown.length === 0)
    throw new ImportRefused(
      `The file looks like “${importer.title}” and has no column for ${missing.map(({ name }) => name).join(' and ')}. Download it again from its publisher.`,
    );
  const open = importer.roles.filter(({ key }) => !columns.has(key));
  return [
    ...[...answers].map(([heading, role]) => aboutColumn(heading, importer.roles, role)),
    ...unknown.map(({ heading, isTitle }) => aboutColumn(heading, open, null, isTitle ?? false)),
  ];
}

/** Whether its figures are those of no source but itself. */
function isOwnTable({ importer, recognised: { source } }: RecognisedBy): boolean {
  return importer === typedTable && (source === undefined || ownTableOf(source) !== null);
}

/** Of what is remembered of columns, what this file has a heading for, as it is written in it. */
function ofThisFile(remembered: ColumnAnswers, { sheets }: HeadOfTable): ColumnAnswers {
  if (remembered.size === 0) return remembered;
  const written = new Map(
    sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map((cell) => [headingKey(cell), cell]))),
  );
  return new Map(
    [...remembered].flatMap(([heading, role]) => {
      // A column without a heading is called by its letter, which stands in no cell.
      const here = written.get(headingKey(heading)) ?? (/^column [a-z]+$/.test(heading) ? heading : null);
      return here === null ? [] : [[here, role]];
    }),
  );
}
