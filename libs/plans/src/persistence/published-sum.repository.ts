import { type Id, newId } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { ownTableOf } from '@lib/published-data';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { OwnTableSeries, PublishedSumOfMeasure } from '../domain/published-sum.js';
import type { Recorded } from './judgement.repository.js';
import { PublishedSumRow } from './published-sum.row.js';

@Injectable()
export class PublishedSumRepository {
  /** What a table of one's own counts; null for any other source, and for a table that is kept no more. */
  async seriesOfOwnTable(tx: Tx, source: string): Promise<OwnTableSeries | null> {
    const tableId = ownTableOf(source);
    if (tableId === null) return null;
    const rows = await tx.query<{ tableName: string; figures: string; key: string | null; name: string }>(
      `select distinct on (s.means) t.name as "tableName", t.figures, s.means as key, s.label as name
         from published_table t
         left join published_file f on f.source = $2 and f.state = 'applied' and f.withdrawn_at is null
         left join published_series s on s.file_id = f.id
        where t.table_id::text = $1 and t.superseded_at is null
        order by s.means, f.released_on desc, f.decided_at desc`,
      [tableId, source],
    );
    if (!rows[0]) return null;
    const { tableName, figures } = rows[0];
    return {
      ...{ tableName, addsUp: figures === 'count' || figures === 'amount' },
      names: new Map(rows.flatMap(({ key, name }) => (key === null ? [] : [[key, name]]))),
    };
  }

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
