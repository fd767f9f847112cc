import { type Id, newId } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { DeclaredStatusRow } from './declared-status.row.js';

@Injectable()
export class DeclaredStatusRepository {
  /** Declares a status; one that was declared before for the same year is superseded and kept. */
  async declare(
    tx: Tx,
    partnershipId: Id,
    status: Pick<DeclaredStatusRow, 'measureId' | 'financialYear' | 'rag' | 'reason' | 'expiresOn'>,
    { by, at }: { by: Id; at: Date },
  ): Promise<void> {
    const { measureId, financialYear } = status;
    const rows = tx.rows(DeclaredStatusRow);
    await rows.update(
      { partnershipId, measureId, financialYear, supersededAt: IsNull() },
      { supersededAt: at },
    );
    await rows.insert({ partnershipId, id: newId(), ...status, declaredBy: by, declaredAt: at });
  }
}
