import type { CalendarDate, Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { definitionVersions, type ShownDefinition } from '../definition-versions.js';
import type { Span } from './span.js';

/** A version of a definition that was recorded, beside the one that it follows; null for the first of a measure. */
export interface ChangedDefinition {
  readonly before: ShownDefinition | null;
  readonly after: ShownDefinition;
}

/** Measure by measure, newest first. */
export async function changedDefinitions(
  tx: Tx,
  partnershipId: Id,
  day: CalendarDate,
  span: Span,
): Promise<ChangedDefinition[]> {
  const ofThoseChanged = `d.measure_id in (
        select c.measure_id from measure_definition c
         where c.partnership_id = $1 and ${span.within('c.recorded_at')})`;
  const versions = await definitionVersions(tx, [partnershipId, day], ofThoseChanged, span.to);
  return versions.flatMap((after, index) => {
    if (after.recordedAt < span.start) return [];
    const next = versions[index + 1];
    return [{ after, before: next?.measureSlug === after.measureSlug ? next : null }];
  });
}
