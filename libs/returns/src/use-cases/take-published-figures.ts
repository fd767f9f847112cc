import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, Decimal, DomainError, type Id, newId } from '@lib/kernel';
import { type Tx, UnitOfWork } from '@lib/persistence';
import { cellsBehind, publishedForQuarter, type PublishedForQuarter } from '@lib/reporting';
import { cellReference, type Value, writeCsv } from '@lib/spreadsheets';
import { Injectable } from '@nestjs/common';
import { entryInWords } from '../domain/figure-entry.js';
import { entryOf, extractName, releaseOf } from '../domain/published-figure.js';
import type { QuarterlyReturn, ReturnLine } from '../domain/quarterly-return.js';
import { sourceExtract } from '../domain/source-extract.js';
import { DraftRepository } from '../persistence/draft.repository.js';
import { ReturnRepository } from '../persistence/return.repository.js';
import { SourceExtractRepository } from '../persistence/source-extract.repository.js';
import { ReturnsToEdit } from './returns-to-edit.js';

export interface TakePublishedFiguresCommand {
  readonly partnershipId: Id;
  readonly returnId: Id;
  readonly seenVersion: number;
}

/**
 * Fills the empty boxes of an open return with what the newest release says, and keeps the cells that each figure was
 * added up from as its extract. A box that holds something is left as it is.
 */
@Injectable()
export class TakePublishedFigures {
  constructor(
    private readonly work: UnitOfWork,
    private readonly returns: ReturnRepository,
    private readonly drafts: DraftRepository,
    private readonly extracts: SourceExtractRepository,
    private readonly toEdit: ReturnsToEdit,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns how many boxes were filled
   * @throws DomainError `returns.nothing-published` where there is none to fill
   */
  execute(actor: Actor, command: TakePublishedFiguresCommand): Promise<number> {
    const { partnershipId, returnId } = command;
    return this.work.run(actor, partnershipId, async (tx) => {
      const current = await this.toEdit.hold(tx, actor, command);
      const lines = await this.returns.lines(tx, current);
      const filled = new Set((await this.drafts.figures(tx, current)).map(({ lineId }) => lineId));
      const empty = lines.filter(({ id }) => !filled.has(id));
      const measureIds = empty.map(({ measureId }) => measureId);
      const published = await publishedForQuarter(tx, partnershipId, measureIds, current.quarter);
      const taken = empty.flatMap((line) => {
        const figure = published.get(line.measureId);
        // A figure of a whole quarter cannot fill the boxes of its months.
        const fits = figure && (line.countedBy === 'quarter' || figure.months);
        return fits ? [{ line, figure }] : [];
      });
      if (taken.length === 0) throw nothingPublished();
      const at = this.clock.now();
      const bytes = Buffer.from(await cellsAsCsv(tx, current, taken), 'utf8');
      const name = extractName(current.quarter);
      const extract = sourceExtract(newId(), current.authorityId, { name, bytes });
      await this.extracts.add(tx, partnershipId, extract, actor.personId, at);
      const changes = [];
      for (const { line, figure } of taken) {
        const entry = entryOf(figure, line.countedBy, extract);
        const entered = { lineId: line.id, entry, enteredBy: actor.personId, rightBecause: null };
        await this.drafts.put(tx, partnershipId, entered, at);
        changes.push({ measure: line.label, before: null, after: entryInWords(entry) });
      }
      await this.returns.advance(tx, current, current.state);
      const { quarter } = current;
      await this.trail.record(tx, actor, partnershipId, {
        type: 'FiguresSaved',
        subjectId: returnId,
        data: { quarter: quarter.name, changes },
      });
      await this.trail.record(tx, actor, partnershipId, {
        type: 'FigureSourcesStated',
        subjectId: returnId,
        data: {
          ...{ quarter: quarter.name, measures: taken.map(({ line }) => line.label) },
          source: [...new Set(taken.map(({ figure }) => releaseOf(figure)))].join('; '),
          extract: { name: extract.name, sha256: extract.sha256 },
        },
      });
      return taken.length;
    });
  }
}

interface Taken {
  readonly line: ReturnLine;
  readonly figure: PublishedForQuarter;
}

const HEADING = [
  'Measure',
  'Published as',
  'From',
  'Until',
  'Value',
  'Cell',
  'Sheet',
  'File',
  'SHA-256 of the file',
  'Release',
];

/** Every cell of the published files that the figures were added up from, so that anybody can add them up again. */
async function cellsAsCsv(tx: Tx, { quarter }: QuarterlyReturn, taken: readonly Taken[]): Promise<string> {
  const rows: (readonly Value[])[] = [HEADING];
  for (const { line, figure } of taken)
    for (const cell of await cellsBehind(tx, figure, quarter)) {
      const { label, from, until, value, mark, row, column, sheet, file, sha256 } = cell;
      rows.push([
        ...[line.label, label, from, until, value === null ? `[${mark}]` : new Decimal(value)],
        ...[cellReference(column, row), sheet, file, sha256, releaseOf(figure)],
      ]);
    }
  return writeCsv(rows);
}

function nothingPublished(): DomainError {
  return new DomainError(
    'conflict',
    'returns.nothing-published',
    'No release has a figure for a box that is empty. A partnership analyst can load a newer release, or say where a measure is published.',
  );
}
