import { calendarDate, type CalendarDate, Clock, type Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { type AnySource, codeListOf, labelKey, LONDON_BOROUGHS, ownTableOf } from '@lib/published-data';
import { Injectable } from '@nestjs/common';
import { aboutArea, aboutColumn, aboutFinding, aboutRelease, aboutSeries } from '../domain/file-questions.js';
import { ImportRefused } from '../domain/import-refused.js';
import { groupsEverywhere, type RememberedMeanings, seriesMeaning } from '../domain/meanings.js';
import type { NewQuestion } from '../domain/published-file.js';
import { sourceOf } from '../importers/recognise.js';
import { typedTable } from '../importers/typed-table.js';
import {
  aboutDoubled,
  aboutMissingMonths,
  aboutMissingRows,
  aboutRowsLost,
  nameOf,
} from '../domain/row-questions.js';
import { aboutMoved, revisedInWords } from '../domain/revised-questions.js';
import type { Period } from '../importer.js';
import { type Loader, Loading } from '../loading.js';
import { MeaningRepository } from '../persistence/meaning.repository.js';
import { PublishedFileContents } from '../persistence/published-file-contents.js';
import { PublishedFileRepository } from '../persistence/published-file.repository.js';
import { ReleaseBefore } from '../persistence/release-before.js';
import { StagedFile } from '../persistence/staged-file.js';
import { StagedFileChecks } from '../persistence/staged-file-checks.js';
import type { OpenTable } from '../table/open-table.js';
import type { KnownFile } from './find-own-table.js';
import { Found } from './found.js';
import { NameLabels } from './name-labels.js';

export interface StageFileCommand {
  readonly fileId: Id;
  readonly table: OpenTable;
  readonly known: KnownFile;
  readonly progress: ((cells: number) => void) | undefined;
}

/** A file as it was read, and what there is to ask about it. */
interface Looked {
  readonly staged: StagedFile;
  readonly checks: StagedFileChecks;
  readonly found: Found;
  readonly covers: Period | null;
}

/** Figures between two signs of life. */
const CELLS_PER_SIGN = 100_000;
const MOST_DOUBLED = 20;

/** Loads the figures of a file that was recognised, and finds out what has to be asked before it can be applied. */
@Injectable()
export class StageFile {
  constructor(
    private readonly loading: Loading,
    private readonly files: PublishedFileRepository,
    private readonly contents: PublishedFileContents,
    private readonly meanings: MeaningRepository,
    private readonly nameLabels: NameLabels,
    private readonly clock: Clock,
  ) {}

  async execute(loader: Loader, command: StageFileCommand): Promise<void> {
    const { fileId, table, known } = command;
    const found = new Found();
    await this.loading.run(loader, async (tx) => {
      // As long as it takes: what is half-way is gone with the transaction.
      await tx.query('set local statement_timeout = 0');
      await tx.query("set local work_mem = '128MB'");
      // Of an earlier reading, if its columns were explained otherwise since.
      await this.contents.removeFigures(tx, fileId);
      const staged = new StagedFile(tx, fileId, known.importer);
      const batches = known.importer.read(table, known.recognised, found, known.columns);
      await staged.take(batches, this.signs(loader, command));
      if (staged.isEmpty)
        throw new ImportRefused('The file has a heading and no rows. Download it again from its publisher.');
      const { cells } = await staged.settle();
      const checks = new StagedFileChecks(tx, staged);
      const covers = await checks.coverage();
      const questions = await this.questions(tx, known, { staged, checks, found, covers });
      await this.files.setQuestions(tx, fileId, questions, {
        ...{ by: loader.actor?.personId ?? null, at: this.clock.now() },
      });
      // So that a preview can be shown; what is decided later is named again.
      await this.nameLabels.execute(tx, fileId, {
        ...{ source: sourceOf(known), questions: [] },
        releasedOn: found.releaseFound?.day ?? this.clock.today(),
      });
      const { from, until } = covers ?? found.coversWithoutFigures();
      const isMine = await this.files.change(tx, fileId, ['reading'], {
        ...{ state: 'read', sha256: table.sha256, size: String(table.size), bytesRead: String(table.size) },
        ...{ source: sourceOf(known), importer: known.importer.key, dialect: known.recognised.what },
        ...{ extractedOn: found.extracted, coversFrom: from, coversUntil: until },
        ...{ cells, rowsRead: staged.lastRow, notes: found.notes },
      });
      if (!isMine) throw new ImportRefused('Somebody abandoned the file while it was read.');
    });
  }

  private signs(loader: Loader, { fileId, progress }: StageFileCommand) {
    let next = CELLS_PER_SIGN;
    return async (cells: number) => {
      if (cells < next) return;
      next = cells + CELLS_PER_SIGN;
      progress?.(cells);
      await this.loading.run(loader, (tx) =>
        this.files.change(tx, fileId, ['reading'], { heartbeatAt: this.clock.now(), cells }),
      );
    };
  }

  private async questions(
    tx: Tx,
    known: StageFileCommand['known'],
    { staged, checks, found, covers }: Looked,
  ): Promise<NewQuestion[]> {
    const { importer, columns, asked } = known;
    const source = sourceOf(known);
    const remembered = await this.meanings.remembered(tx, source);
    const day = found.releaseFound?.day ?? this.clock.today();
    const meanings = new Map<number, string>();
    const unknown: string[] = [];
    for (const [{ label }, number] of staged.seriesLabels) {
      const means = seriesMeaning(source, label, day, remembered.series);
      if (means) meanings.set(number, means);
      else unknown.push(label);
    }
    const areas = areaCodes(staged, remembered);
    return [
      ...asked,
      ...[...columns].map(([heading, role]) => aboutColumn(heading, importer.roles, role)),
      await this.aboutRelease(tx, source, found, covers),
      ...unknown.map((label) => aboutSeries(source, label)),
      ...areasWithoutCode(staged, remembered).map(({ name, label }) => aboutArea(source, name, label)),
      ...aboutDoubled(await checks.doubled(MOST_DOUBLED)),
      ...aboutMissingMonths(await checks.missingMonths()),
      // A table that somebody typed has what they were interested in.
      ...(importer === typedTable
        ? []
        : [
            ...aboutMissingRows(source, await this.missingRows(source, day, { staged, checks }, meanings)),
            ...aboutRowsLost(
              source,
              await checks.lostSince({ source, before: day, covers }, meanings, areas),
            ),
            ...(await this.besideReleaseBefore(
              tx,
              { staged, found },
              { source, before: day, covers },
              meanings,
              areas,
            )),
          ]),
      ...found.asked.map(aboutFinding),
    ];
  }

  private async besideReleaseBefore(
    tx: Tx,
    { staged: { fileId, countsEvents, hasFigures, areaLabels }, found }: Pick<Looked, 'staged' | 'found'>,
    file: { readonly source: AnySource; readonly before: CalendarDate; readonly covers: Period | null },
    meanings: ReadonlyMap<number, string>,
    codes: ReadonlyMap<number, string>,
  ): Promise<NewQuestion[]> {
    if (countsEvents || !hasFigures) return [];
    const before = await ReleaseBefore.of(tx, { id: fileId, ...file }, meanings, codes);
    if (!before) return [];
    const names = {
      area: (code: string) => [...areaLabels.keys()].find((area) => area.code === code)?.name ?? code,
      series: (means: string) => nameOf(file.source, means),
    };
    const { note, questions } = revisedInWords(await before.revised(), await before.figures(), names);
    if (note) found.note(note);
    return [...questions, ...aboutMoved(await before.fitsAnother(), names)];
  }

  private async aboutRelease(
    tx: Tx,
    source: AnySource,
    { releaseFound }: Found,
    covers: Period | null,
  ): Promise<NewQuestion> {
    if (!releaseFound) {
      const newest = ownTableOf(source) === null ? null : await this.files.newestRelease(tx, source);
      return aboutRelease(covers && (anew(newest, covers, this.clock.today()) ?? afterTheLast(covers)));
    }
    const { day, goesWith } = releaseFound;
    const isCertain = !goesWith || !(await this.files.beginsElsewhere(tx, source, day, goesWith.beginsOn));
    return aboutRelease(releaseFound, isCertain);
  }

  private async missingRows(
    source: AnySource,
    day: CalendarDate,
    { staged, checks }: Pick<Looked, 'staged' | 'checks'>,
    meanings: ReadonlyMap<number, string>,
  ) {
    const groups = groupsEverywhere(codeListOf(source), day, meanings);
    if (groups.size === 0 || !staged.hasFigures) return [];
    const codes =
      source === 'mps-ward'
        ? [...staged.areaLabels.keys()].flatMap(({ code }) => (code ? [code] : []))
        : Object.keys(LONDON_BOROUGHS);
    return checks.missingRows(groups, codes);
  }
}

function areasWithoutCode({ areaLabels }: StagedFile, { areas }: RememberedMeanings) {
  return [...areaLabels.keys()].filter(({ label, code }) => !code && !areas.has(labelKey(label)));
}

/** By number of an area, its code as far as it is known. */
function areaCodes({ areaLabels }: StagedFile, { areas }: RememberedMeanings): ReadonlyMap<number, string> {
  return new Map(
    [...areaLabels].flatMap(([{ label, code }, number]) => {
      const known = code ?? areas.get(labelKey(label));
      return known === undefined ? [] : [[number, known] as const];
    }),
  );
}

/** A table of one's own that was loaded of this time already: what it says now, it says from today on. */
function anew(newest: CalendarDate | null, covers: Period, today: CalendarDate) {
  if (!newest || newest < afterTheLast(covers).day || newest >= today) return null;
  return {
    day: today,
    because: 'the file does not say, and the table is loaded for this time already',
  };
}

/** A file that says nothing of its release is of none before this. */
function afterTheLast({ until }: Period): { day: CalendarDate; because: string } {
  return {
    day: calendarDate(`${until.slice(0, 7)}-01`),
    because: 'the file does not say, and it is of no earlier month than the one after its last figures',
  };
}
