import type { Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import type { SourceExtract } from '../domain/source-extract.js';
import { SourceExtractRow } from './source-extract.row.js';

@Injectable()
export class SourceExtractRepository {
  async add(tx: Tx, partnershipId: Id, extract: SourceExtract, by: Id, at: Date): Promise<void> {
    await tx.rows(SourceExtractRow).insert({ partnershipId, ...extract, attachedBy: by, attachedAt: at });
  }

  /** An extract with its bytes; null where the partnership has none by this id. */
  async find(tx: Tx, partnershipId: Id, id: Id): Promise<SourceExtract | null> {
    return tx
      .rows(SourceExtractRow)
      .createQueryBuilder('x')
      .addSelect('x.bytes')
      .where('x.partnershipId = :partnershipId and x.id = :id', { partnershipId, id })
      .getOne();
  }
}
