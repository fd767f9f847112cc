import { authorise } from '@lib/access';
import type { Actor, Id } from '@lib/kernel';
import { type Tx, UnitOfWork } from '@lib/persistence';
import type { OwnTableSource } from '@lib/published-data';
import { Injectable } from '@nestjs/common';
import { ownSeriesLabels, ownTableName } from './own-table-names.js';

/** A table of one's own that is kept, with what its files count. */
export interface ShownOwnTable {
  /** As it is kept now: one that is changed has another. */
  readonly id: Id;
  readonly tableId: Id;
  readonly source: OwnTableSource;
  readonly name: string;
  readonly figures: string;
  readonly isForEverybody: boolean;
  readonly columns: readonly { readonly heading: string; readonly role: string }[];
  /** What its series are called, by key; null before a file of it is applied. */
  readonly labels: Readonly<Record<string, string>> | null;
  /** The file from which it was explained. */
  readonly fileId: Id;
  readonly file: string;
  readonly decidedBy: string | null;
  readonly decidedAt: Date;
}

/** An answer about a heading, a name of a series or an area that is remembered. */
export interface ShownMeaning {
  readonly id: Id;
  readonly kind: 'columns' | 'series' | 'area';
  readonly source: string;
  readonly tableName: string | null;
  readonly label: string;
  readonly means: string;
  readonly isForEverybody: boolean;
  readonly fileId: Id;
  readonly file: string;
  readonly decidedBy: string | null;
  readonly decidedAt: Date;
}

/** What is remembered of published files: what a partnership said and what was said for everybody. */
export interface RememberedAnswers {
  readonly tables: readonly ShownOwnTable[];
  readonly meanings: readonly ShownMeaning[];
}

@Injectable()
export class OwnTablesQuery {
  constructor(private readonly work: UnitOfWork) {}

  /** Tables of one's own by name: what a measure can be said to be published in. */
  run(actor: Actor, partnershipId: Id): Promise<ShownOwnTable[]> {
    return this.work.read(actor, partnershipId, (tx) => {
      authorise(actor, 'performance.view', { partnershipId });
      return tx.query<ShownOwnTable>(TABLES);
    });
  }

  /** All that is remembered, for a partnership. */
  remembered(actor: Actor, partnershipId: Id): Promise<RememberedAnswers> {
    return this.work.read(actor, partnershipId, (tx) => {
      authorise(actor, 'performance.view', { partnershipId });
      return rememberedIn(tx);
    });
  }

  /** What is remembered for everybody, for whoever runs the service. */
  rememberedForEverybody(): Promise<RememberedAnswers> {
    return this.work.runOutsidePartnerships(null, rememberedIn);
  }
}

async function rememberedIn(tx: Tx): Promise<RememberedAnswers> {
  return {
    tables: await tx.query<ShownOwnTable>(TABLES),
    meanings: await tx.query<ShownMeaning>(
      `select m.id, m.kind, m.source, ${ownTableName('m.source')} as "tableName", m.label, m.means,
              m.loaded_for is null as "isForEverybody", m.from_file as "fileId", f.name as file,
              p.name as "decidedBy", m.decided_at as "decidedAt"
         from published_meaning m
         join published_file f on f.id = m.from_file
         left join person p on p.id = m.decided_by
        where m.superseded_at is null
        order by m.source, m.kind, m.label, m.loaded_for nulls last`,
    ),
  };
}

const TABLES = `
  select t.id, t.table_id as "tableId", 'own-table:' || t.table_id as source, t.name, t.figures,
         t.loaded_for is null as "isForEverybody", t.columns,
         ${ownSeriesLabels("('own-table:' || t.table_id)")} as labels, t.from_file as "fileId", f.name as file,
         p.name as "decidedBy", t.decided_at as "decidedAt"
    from published_table t
    join published_file f on f.id = t.from_file
    left join person p on p.id = t.decided_by
   where t.superseded_at is null order by lower(t.name), t.loaded_for nulls last`;
