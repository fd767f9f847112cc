import { authorise } from '@lib/access';
import { type Actor, addDays, type CalendarDate, FinancialQuarter, type Id } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { AsAt } from '../as-at.js';
import { type ChangedDefinition, changedDefinitions } from './definitions.js';
import { type ChangedFigure, changedFigures } from './figures.js';
import { type ChangedResult, changedResults, type DeclaredAnew, declaredAnew } from './judgements.js';
import { type BoardMeeting, lastBoard } from './last-board.js';
import { type ChangedMark, changedMarks } from './marks.js';
import { type AdoptedPlan, adoptedPlans } from './plans.js';
import { type Reopening, reopenings } from './reopenings.js';
import { Span } from './span.js';
import { type ChangedTarget, changedTargets } from './targets.js';

/** What is on record by the end of a day, or now, and was not at the end of an earlier one. */
export interface ChangesSince {
  readonly since: CalendarDate;
  /** The meeting of that day, where nobody asked for a day and so the last one was taken; else null. */
  readonly board: BoardMeeting | null;
  readonly figures: readonly ChangedFigure[];
  readonly reopenings: readonly Reopening[];
  readonly targets: readonly ChangedTarget[];
  readonly definitions: readonly ChangedDefinition[];
  readonly declared: readonly DeclaredAnew[];
  readonly plans: readonly AdoptedPlan[];
  readonly marks: readonly ChangedMark[];
  readonly results: readonly ChangedResult[];
}

/** Between which days. */
export interface WantedChanges {
  /** Null for the last meeting of the board, or else the first day of the quarter. */
  readonly since: CalendarDate | null;
  readonly today: CalendarDate;
  /** The day whose end is the later moment; null for now. */
  readonly asAt: CalendarDate | null;
}

@Injectable()
export class ChangesSinceQuery {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * What has changed since a day: what anybody may see who sees the board page, so nothing of drafts and nothing that is
   * not approved. A fact that came and went in between is not told; a quarter that was reopened is.
   */
  run(actor: Actor, partnershipId: Id, { since: wanted, today, asAt }: WantedChanges): Promise<ChangesSince> {
    return this.work.read(actor, partnershipId, async (tx) => {
      authorise(actor, 'performance.view', { partnershipId });
      const board = wanted === null ? await lastBoard(tx, partnershipId, today, AsAt.endOf(asAt)) : null;
      const since = wanted ?? board?.on ?? FinancialQuarter.containing(addDays(today, -1)).firstDay;
      const span = new Span(since, asAt);
      return {
        ...{ since, board },
        figures: await changedFigures(tx, partnershipId, today, span),
        reopenings: await reopenings(tx, partnershipId, span),
        targets: await changedTargets(tx, partnershipId, today, span),
        definitions: await changedDefinitions(tx, partnershipId, today, span),
        declared: await declaredAnew(tx, partnershipId, today, span),
        plans: await adoptedPlans(tx, partnershipId, span),
        marks: await changedMarks(tx, partnershipId, today, span),
        results: await changedResults(tx, partnershipId, today, span),
      };
    });
  }
}
