import type { CalendarDate, Id } from '@lib/kernel';
import { NO_COLOUR, type StatusRuleSet } from '@lib/performance';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import type { ChartMark } from './domain/chart-mark.js';
import { partsOn } from './domain/composite-parts.js';
import type { Measure } from './domain/measure.js';
import type { Target } from './domain/target.js';
import { JudgementRepository } from './persistence/judgement.repository.js';
import { MeasureRepository } from './persistence/measure.repository.js';
import { TargetRepository } from './persistence/target.repository.js';

/** A measure with everything it is judged by. */
export interface JudgedMeasure extends Measure {
  readonly target: Target | null;
  /** By quarter. Those of a composite are its own and the breaks of its parts: what a part breaks, the sum breaks. */
  readonly marks: readonly ChartMark[];
  readonly statusRules: StatusRuleSet;
}

/** What is tracked on a day, and what it is judged by: definition, target, marks on the chart, rules for the colour. */
@Injectable()
export class MeasuresInForce {
  constructor(
    private readonly measures: MeasureRepository,
    private readonly targets: TargetRepository,
    private readonly judgement: JudgementRepository,
  ) {}

  async on(tx: Tx, partnershipId: Id, date: CalendarDate): Promise<JudgedMeasure[]> {
    const measures = await this.measures.inForceOn(tx, partnershipId, date);
    const targets = await this.targets.on(tx, partnershipId, date);
    const marks = await this.judgement.marks(tx, partnershipId);
    const rules = await this.judgement.statusRules(tx, partnershipId);
    return measures.map((measure) => ({
      ...measure,
      target: targets.find((target) => target.measureId === measure.id) ?? null,
      marks: marks.filter(
        ({ measureId, kind, quarter }) =>
          measureId === measure.id ||
          (kind === 'series-break' && partsOn(measure.parts, quarter.firstDay).includes(measureId)),
      ),
      statusRules: rules.get(measure.id) ?? NO_COLOUR,
    }));
  }
}
