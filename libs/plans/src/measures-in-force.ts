import type { CalendarDate, Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import type { Measure } from './domain/measure.js';
import type { Target } from './domain/target.js';
import { MeasureRepository } from './persistence/measure.repository.js';

export interface MeasureWithTarget extends Measure {
  readonly target: Target | null;
}

/** What is tracked on a day, and what is hoped for: measures with the definition and the target in force then. */
@Injectable()
export class MeasuresInForce {
  constructor(private readonly measures: MeasureRepository) {}

  async on(tx: Tx, partnershipId: Id, date: CalendarDate): Promise<MeasureWithTarget[]> {
    const measures = await this.measures.inForceOn(tx, partnershipId, date);
    const targets = await this.measures.targetsOn(tx, partnershipId, date);
    return measures.map((measure) => ({
      ...measure,
      target: targets.find((target) => target.measureId === measure.id) ?? null,
    }));
  }
}
