import { Clock, type Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { MeasureRepository } from './persistence/measure.repository.js';

/** What measures are called, for the sentences of other rooms. */
@Injectable()
export class MeasureNames {
  constructor(
    private readonly measures: MeasureRepository,
    private readonly clock: Clock,
  ) {}

  /** By its definition in force today; null where there is no such measure. */
  of(tx: Tx, partnershipId: Id, measureId: Id): Promise<string | null> {
    return this.measures.nameOn(tx, partnershipId, measureId, this.clock.today());
  }
}
