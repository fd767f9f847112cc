import { type Id, newId } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { labelKey, type SourceKey } from '@lib/published-data';
import { Injectable } from '@nestjs/common';
import type { RememberedMeanings } from '../domain/meanings.js';
import type { LoadedFor } from '../domain/published-file.js';

type Kind = 'series' | 'area' | 'columns';

/** What people said that labels of a source mean: one's own answers go before those that were given for everybody. */
@Injectable()
export class MeaningRepository {
  async remembered(tx: Tx, source: SourceKey): Promise<RememberedMeanings> {
    const rows = await tx.query<{ kind: Kind; label: string; means: string }>(
      `select kind, label, means from published_meaning
        where source = $1 and superseded_at is null order by loaded_for nulls first`,
      [source],
    );
    const of = (wanted: Kind) =>
      new Map(rows.filter(({ kind }) => kind === wanted).map(({ label, means }) => [label, means]));
    return { series: of('series'), areas: of('area'), columns: of('columns') };
  }

  async remember(
    tx: Tx,
    answered: {
      readonly source: SourceKey;
      readonly kind: Kind;
      readonly label: string;
      readonly means: string;
      readonly loadedFor: LoadedFor;
      readonly fromFile: Id;
    },
    { by, at }: { readonly by: Id | null; readonly at: Date },
  ): Promise<void> {
    const { source, kind, means, loadedFor, fromFile } = answered;
    const label = labelKey(answered.label);
    const current = [loadedFor, source, kind, label];
    const [same] = await tx.query(
      `select from published_meaning where loaded_for is not distinct from $1 and source = $2 and kind = $3
          and label = $4 and means = $5 and superseded_at is null`,
      [...current, means],
    );
    if (same) return;
    await tx.query(
      `update published_meaning set superseded_at = $5
        where loaded_for is not distinct from $1 and source = $2 and kind = $3 and label = $4
          and superseded_at is null`,
      [...current, at],
    );
    await tx.query(
      `insert into published_meaning (id, loaded_for, source, kind, label, means, from_file, decided_by, decided_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [newId(), ...current, means, fromFile, by, at],
    );
  }
}
