import type { Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import type { AnySource } from '@lib/published-data';
import type { AsAt } from './as-at.js';

/** Which series of which source a measure is the same as. */
export interface PublishedAs {
  readonly source: AnySource;
  /** Null for all that adds up to the whole. */
  readonly means: readonly string[] | null;
}

/** Where measures are published, for those of which somebody has said so. */
export async function publishedAs(
  tx: Tx,
  partnershipId: Id,
  measureIds: readonly Id[],
  asAt: AsAt,
): Promise<ReadonlyMap<Id, PublishedAs>> {
  const rows = await tx.query<PublishedAs & { measureId: Id }>(
    `select s.measure_id as "measureId", s.source, s.means from measure_published_sum s
      where s.partnership_id = $1 and s.measure_id = any($2) and ${asAt.stands('s')}`,
    [partnershipId, measureIds],
  );
  return new Map(rows.map(({ measureId, ...published }) => [measureId, published]));
}
