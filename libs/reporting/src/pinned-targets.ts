import type { Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import type { AsAt } from './as-at.js';
import type { PinnedTarget } from './published-revisions.js';

/** The targets of some measures that start from a baseline, newest first. */
export async function pinnedTargets(
  tx: Tx,
  partnershipId: Id,
  measureIds: readonly Id[],
  asAt: AsAt,
): Promise<ReadonlyMap<Id, readonly PinnedTarget[]>> {
  const rows = await tx.query<PinnedTarget & { measureId: Id }>(
    `select t.measure_id as "measureId", t.kind, t.wording, t.change_percent::text as "changePercent",
            t.baseline_value::text as baseline, t.baseline_from::text as "baselineFrom",
            t.baseline_until::text as "baselineUntil", t.baseline_source as "baselineSource",
            t.baseline_release as "baselineRelease", t.applies_from::text as "appliesFrom",
            t.at_least::text as "atLeast", t.at_most::text as "atMost"
       from target t
      where t.partnership_id = $1 and t.measure_id = any($2) and ${asAt.stands('t')}
        and t.kind in ('percentage-reduction', 'percentage-increase') and t.baseline_value is not null
      order by t.applies_from desc`,
    [partnershipId, measureIds],
  );
  const targets = new Map<Id, PinnedTarget[]>();
  for (const { measureId, ...target } of rows)
    targets.set(measureId, [...(targets.get(measureId) ?? []), target]);
  return targets;
}
