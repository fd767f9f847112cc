import { AuditTrail } from '@lib/audit-trail';
import { type CalendarDate, Clock, DomainError, type Id, readCalendarDate } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { type AnySource, ownTableOf, sourceNamed } from '@lib/published-data';
import { Injectable } from '@nestjs/common';
import type { Question } from '../domain/published-file.js';
import { IMPORTERS } from '../importers/importers.js';
import { type Loader, Loading } from '../loading.js';
import { AppliedLabels } from '../persistence/applied-labels.js';
import { MeaningRepository } from '../persistence/meaning.repository.js';
import { OwnTableRepository } from '../persistence/own-table.repository.js';
import { PublishedFileRepository } from '../persistence/published-file.repository.js';
import type { PublishedFileRow } from '../persistence/published-file.row.js';
import { KeepOwnTable } from './keep-own-table.js';
import { NameLabels } from './name-labels.js';

/** Makes the figures of a file that was read stand, for everybody whom it was loaded for, and for good. */
@Injectable()
export class ApplyFile {
  constructor(
    private readonly loading: Loading,
    private readonly files: PublishedFileRepository,
    private readonly meanings: MeaningRepository,
    private readonly labels: AppliedLabels,
    private readonly nameLabels: NameLabels,
    private readonly tables: OwnTableRepository,
    private readonly keepOwnTable: KeepOwnTable,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `not-found`; `published-files.not-read` where it is not there to be applied;
   *   `published-files.unanswered`, `published-files.same-content`, `published-files.said-otherwise`;
   *   `published-tables.kept-meanwhile`
   */
  execute(loader: Loader, fileId: Id): Promise<void> {
    return this.loading.run(loader, async (tx) => {
      const file = await this.files.findToDecide(tx, fileId);
      if (file?.state !== 'read') throw notRead(file);
      const source = file.source as AnySource;
      const questions = await this.files.questions(tx, fileId);
      const open = questions.filter(({ answer }) => answer === null);
      if (open.length > 0) throw unanswered(open);
      const releasedOn = releaseOf(questions);
      if (await this.files.sameContent(tx, file.sha256!)) throw sameContent();
      const [unknown] = await this.nameLabels.execute(tx, fileId, { source, releasedOn, questions });
      if (unknown) throw unknownInThisRelease(unknown);
      await this.refuseOtherWords(tx, file, source, releasedOn);
      const decided = { by: loader.actor?.personId ?? null, at: this.clock.now() };
      await this.remember(tx, file, questions, decided);
      await this.keepOwnTable.execute(tx, file, questions, decided);
      await this.files.removeParts(tx, fileId);
      await this.files.change(tx, fileId, ['read'], {
        ...{ state: 'applied', releasedOn, decidedBy: decided.by, decidedAt: decided.at },
      });
      if (loader.actor && loader.loadedFor)
        await this.trail.record(tx, loader.actor, loader.loadedFor, {
          type: 'PublishedFileApplied',
          subjectId: fileId,
          data: {
            ...{
              file: file.name,
              sha256: file.sha256!,
              source: await this.tables.nameOfSource(tx, source),
              releasedOn,
            },
            figures: String(file.cells),
            answers: questions.map(({ sentence, answer }) => ({ question: sentence, answer: answer! })),
          },
        });
    });
  }

  /** Two files of one release may repeat one another. Where they differ, one of them is of another release. */
  private async refuseOtherWords(
    tx: Tx,
    { id, dialect }: PublishedFileRow,
    source: AnySource,
    releasedOn: CalendarDate,
  ): Promise<void> {
    const other =
      sourceNamed(source, null).filesOfARelease === 'parts'
        ? await this.labels.samePart(tx, { id, source, releasedOn, dialect: dialect! })
        : await this.labels.otherFigure(tx, { id, source, releasedOn });
    if (other)
      throw new DomainError(
        'conflict',
        'published-files.said-otherwise',
        `The release of ${releasedOn} says otherwise already (${other}). If this file is of another release, say so; if the other one was loaded by mistake, withdraw it first.`,
      );
  }

  /** Headings are those of the files that an importer reads, also where a table names another source. */
  private async remember(
    tx: Tx,
    { id, source, importer, loadedFor }: PublishedFileRow,
    questions: readonly Question[],
    decided: { by: Id | null; at: Date },
  ): Promise<void> {
    const isOwnTable = ownTableOf(source!) !== null;
    const read = IMPORTERS.find(({ key }) => key === importer)!.source;
    for (const { kind, subject: label, answer } of questions)
      if (kind === 'series' || kind === 'area' || (kind === 'columns' && !isOwnTable)) {
        const of = kind === 'columns' ? read : (source as AnySource);
        await this.meanings.remember(
          tx,
          { kind, label, means: answer!, source: of, loadedFor, fromFile: id },
          decided,
        );
      }
  }
}

function releaseOf(questions: readonly Question[]): CalendarDate {
  const day = readCalendarDate(questions.find(({ kind }) => kind === 'release')?.answer ?? '');
  if (!day) throw unanswered(questions.filter(({ kind }) => kind === 'release'));
  return day;
}

function notRead(file: PublishedFileRow | null): DomainError {
  if (!file) return new DomainError('not-found', 'published-files.not-found', 'There is no such file.');
  return new DomainError(
    'conflict',
    'published-files.not-read',
    'The file is not waiting to be applied any more: somebody applied or abandoned it, or it is being read. Load the page again.',
  );
}

function unanswered(open: readonly Question[]): DomainError {
  return new DomainError(
    'invalid',
    'published-files.unanswered',
    `Answer first: ${open.map(({ sentence }) => sentence).join(' ')}`,
  );
}

function sameContent(): DomainError {
  return new DomainError(
    'conflict',
    'published-files.same-content',
    'A file with the same content was applied meanwhile: there is nothing to add.',
  );
}

function unknownInThisRelease(label: string): DomainError {
  return new DomainError(
    'invalid',
    'published-files.unknown-in-release',
    `“${label}” means nothing in the release that you chose. Choose the release that the file is of.`,
  );
}
