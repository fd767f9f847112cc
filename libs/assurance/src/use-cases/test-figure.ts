import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import {
  type Actor,
  calendarDate,
  Clock,
  Decimal,
  FinancialQuarter,
  type Id,
  isId,
  notFound,
} from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { requireIndependence } from '../domain/independence.js';
import { alreadyConcluded, differenceOf, requireTest, type WrittenTest } from '../domain/workpaper.js';
import { WorkpaperRepository } from '../persistence/workpaper.repository.js';

export interface TestFigureCommand extends WrittenTest {
  readonly partnershipId: Id;
  readonly workpaperId: Id;
  readonly figureId: Id;
}

/** Records what an auditor got from where a figure was taken from, beside what was reported; or why they could not. */
@Injectable()
export class TestFigure {
  constructor(
    private readonly work: UnitOfWork,
    private readonly workpapers: WorkpaperRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(
    actor: Actor,
    { partnershipId, workpaperId, figureId, obtained, words: typed }: TestFigureCommand,
  ): Promise<void> {
    return this.work.run(actor, partnershipId, async (tx) => {
      authorise(actor, 'workpapers.keep', { partnershipId });
      requireIndependence(actor, partnershipId);
      const isNamed = isId(workpaperId) && isId(figureId);
      const workpaper = isNamed && (await this.workpapers.hold(tx, partnershipId, workpaperId));
      const figure = workpaper && (await this.workpapers.figure(tx, partnershipId, workpaperId, figureId));
      if (!figure) throw notFound('figure in this sample');
      if (await this.workpapers.isConcluded(tx, partnershipId, workpaperId)) throw alreadyConcluded();
      const written = { obtained, words: typed.trim() };
      requireTest(written);
      const before = await this.workpapers.test(tx, partnershipId, workpaperId, figureId);
      const recorded = { by: actor.personId, at: this.clock.now() };
      await this.workpapers.setTest(tx, { partnershipId, workpaperId, figure }, written, recorded);
      await this.trail.record(tx, actor, partnershipId, {
        type: 'FigureTested',
        subjectId: workpaperId,
        data: {
          ...{ figure: figureId, measure: figure.measure },
          quarter: FinancialQuarter.containing(calendarDate(figure.firstDay)).name,
          ...{ reported: figure.reported, extractSha256: figure.extractSha256 },
          before: before && (before.obtained ?? 'not tested'),
          obtained: obtained?.toFixed() ?? null,
          difference: differenceOf(obtained, new Decimal(figure.reported))?.toFixed() ?? null,
          words: written.words,
        },
      });
    });
  }
}
