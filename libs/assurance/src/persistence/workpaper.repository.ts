import { Decimal, type Id, newId } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Sample } from '../domain/sample.js';
import { differenceOf, type WrittenTest, type WrittenWorkpaper } from '../domain/workpaper.js';
import type { Recorded } from './recorded.js';
import { WorkpaperConclusionRow } from './workpaper-conclusion.row.js';
import { WorkpaperFigureRow } from './workpaper-figure.row.js';
import { WorkpaperTestRow } from './workpaper-test.row.js';
import { WorkpaperRow } from './workpaper.row.js';

/** A figure of a sample as it was reported, with the extract that it was taken from. */
export interface SampledFigure {
  readonly id: Id;
  readonly measure: string;
  readonly firstDay: string;
  readonly reported: string;
  readonly extractSha256: string | null;
}

/** Workpapers, their samples, and what came of each figure. */
@Injectable()
export class WorkpaperRepository {
  async add(
    tx: Tx,
    partnershipId: Id,
    {
      id,
      objective,
      firstQuarter,
      lastQuarter,
      sampleSize,
      seed,
    }: WrittenWorkpaper & { id: Id; seed: string },
    { drawn, populationSize, populationSha256 }: Sample,
    { by, at }: Recorded,
  ): Promise<void> {
    await tx.rows(WorkpaperRow).insert({
      ...{ partnershipId, id, objective, sampleSize, seed, populationSize, populationSha256 },
      ...{ firstQuarter: firstQuarter.firstDay, lastQuarter: lastQuarter.firstDay },
      ...{ recordedBy: by, recordedAt: at },
    });
    await tx
      .rows(WorkpaperFigureRow)
      .insert(
        drawn.map((figureId, index) => ({ partnershipId, workpaperId: id, figureId, position: index + 1 })),
      );
  }

  /** Kept to one at a time; null where there is none by this id. */
  async hold(tx: Tx, partnershipId: Id, id: Id): Promise<WorkpaperRow | null> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1 || $2, 0))', [partnershipId, id]);
    return tx.rows(WorkpaperRow).findOneBy({ partnershipId, id });
  }

  isConcluded(tx: Tx, partnershipId: Id, workpaperId: Id): Promise<boolean> {
    return tx.rows(WorkpaperConclusionRow).existsBy({ partnershipId, workpaperId });
  }

  /** A figure that was drawn for the workpaper; null where it was not. */
  async figure(tx: Tx, partnershipId: Id, workpaperId: Id, figureId: Id): Promise<SampledFigure | null> {
    const [found] = await tx.query<SampledFigure>(
      `select f.id, l.label as measure, f.reference_from::text as "firstDay", f.value::text as reported,
              x.sha256 as "extractSha256"
         from workpaper_figure w
         join figure f on f.partnership_id = w.partnership_id and f.id = w.figure_id
         join return_line l on l.partnership_id = f.partnership_id and l.id = f.line_id
         left join source_extract x on x.partnership_id = f.partnership_id and x.id = f.extract_id
        where w.partnership_id = $1 and w.workpaper_id = $2 and w.figure_id = $3`,
      [partnershipId, workpaperId, figureId],
    );
    return found ?? null;
  }

  /** What is said of a figure now; null where nothing is. */
  test(tx: Tx, partnershipId: Id, workpaperId: Id, figureId: Id): Promise<WorkpaperTestRow | null> {
    return tx
      .rows(WorkpaperTestRow)
      .findOneBy({ partnershipId, workpaperId, figureId, supersededAt: IsNull() });
  }

  /** Says what came of a figure; what was said before is kept. */
  async setTest(
    tx: Tx,
    { partnershipId, workpaperId, figure }: { partnershipId: Id; workpaperId: Id; figure: SampledFigure },
    { obtained, words }: WrittenTest,
    { by, at }: Recorded,
  ): Promise<void> {
    const rows = tx.rows(WorkpaperTestRow);
    const of = { partnershipId, workpaperId, figureId: figure.id };
    await rows.update({ ...of, supersededAt: IsNull() }, { supersededAt: at });
    const difference = differenceOf(obtained, new Decimal(figure.reported));
    await rows.insert({
      ...{ ...of, id: newId(), reported: figure.reported, words, extractSha256: figure.extractSha256 },
      ...{ obtained: obtained?.toFixed() ?? null, difference: difference?.toFixed() ?? null },
      ...{ recordedBy: by, recordedAt: at },
    });
  }

  /** How many figures of the sample nothing is said of. */
  async untested(tx: Tx, partnershipId: Id, workpaperId: Id): Promise<number> {
    const drawn = await tx.rows(WorkpaperFigureRow).countBy({ partnershipId, workpaperId });
    return (
      drawn -
      (await tx.rows(WorkpaperTestRow).countBy({ partnershipId, workpaperId, supersededAt: IsNull() }))
    );
  }

  async conclude(
    tx: Tx,
    partnershipId: Id,
    workpaperId: Id,
    words: string,
    { by, at }: Recorded,
  ): Promise<void> {
    await tx
      .rows(WorkpaperConclusionRow)
      .insert({ partnershipId, workpaperId, words, recordedBy: by, recordedAt: at });
  }
}
