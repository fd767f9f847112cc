import { DomainError, type Id } from '@lib/kernel';
import type { Measure } from './measure.js';

/** Refuses parts that are no counts in force. @param inForce what is in force when the measure starts */
export function requireCounts(componentIds: readonly Id[], inForce: readonly Measure[]): void {
  const isCount = (wanted: Id) =>
    inForce.some(({ id, definition }) => id === wanted && definition.kind === 'count');
  if (!componentIds.every(isCount))
    throw new DomainError(
      'invalid',
      'plans.parts',
      'A measure is worked out from counts that are in force when it starts. Choose its parts again.',
    );
}
