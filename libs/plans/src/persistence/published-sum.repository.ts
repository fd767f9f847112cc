import { type Id, newId } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { PublishedSumOfMeasure } from '../domain/published-sum.js';
import type { Recorded } from './judgement.repository.js';
import { PublishedSumRow } from './published-sum.row.js';

@Injectable()
export class PublishedSumRepository {
  /** Records what a measure is the same as; what was said before gives way and is kept. */
  async set(tx: Tx, partnershipId: Id, sum: PublishedSumOfMeasure, { by, at }: Recorded): Promise<void> {
    await tx
      .rows(PublishedSumRow)
      .update({ partnershipId, measureId: sum.measureId, supersededAt: IsNull() }, { supersededAt: at });
    await tx.rows(PublishedSumRow).insert({
      ...{ partnershipId, id: newId(), ...sum, means: sum.means && [...sum.means] },
      ...{ recordedBy: by, recordedAt: at },
    });
  }
}
