import { type Id, newId } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { labelKey, type AnySource } from '@lib/published-data';
import { Injectable } from '@nestjs/common';
import type { RememberedMeanings } from '../domain/meanings.js';
import type { LoadedFor } from '../domain/published-file.js';
import type { RememberedAnswer, RememberedKind } from '../domain/remembered-answer.js';

/** An answer with whom it was said for, and the file about which it was asked. */
export interface KeptAnswer extends RememberedAnswer {
  readonly loadedFor: LoadedFor;
  readonly fromFile: Id;
}

/** What people said that labels of a source mean: one's own answers go before those that were given for everybody. */
@Injectable()
export class MeaningRepository {
  async remembered(tx: Tx, source: AnySource): Promise<RememberedMeanings> {
    const rows = await tx.query<{ kind: RememberedKind; label: string; means: string }>(
      `select kind, label, means from published_meaning
        where source = $1 and superseded_at is null order by loaded_for nulls first`,
      [source],
    );
    const of = (wanted: RememberedKind) =>
      new Map(rows.filter(({ kind }) => kind === wanted).map(({ label, means }) => [label, means]));
    return { series: of('series'), areas: of('area'), columns: of('columns') };
  }

  /** @returns what is remembered by an id; null where it is so no more */
  async find(tx: Tx, id: Id): Promise<KeptAnswer | null> {
    const [found] = await tx.query<KeptAnswer>(
      `select source, kind, label, means, loaded_for as "loadedFor", from_file as "fromFile"
         from published_meaning where id = $1 and superseded_at is null`,
      [id],
    );
    return found ?? null;
  }

  async forget(tx: Tx, id: Id, at: Date): Promise<void> {
    await tx.query('update published_meaning set superseded_at = $2 where id = $1', [id, at]);
  }

  async remember(
    tx: Tx,
    answered: KeptAnswer,
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
