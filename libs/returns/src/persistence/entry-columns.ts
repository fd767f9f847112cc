import { type CalendarDate, Decimal } from '@lib/kernel';
import type { FigureEntry } from '../domain/figure-entry.js';

/** An entry as the columns that drafts and figures share. */
export interface EntryColumns {
  kind: string;
  value: string | null;
  reason: string | null;
  expectedOn: string | null;
  source: string | null;
  release: string | null;
}

export function toColumns(entry: FigureEntry): EntryColumns {
  return entry.kind === 'value'
    ? {
        kind: 'value',
        value: entry.value.toFixed(),
        reason: null,
        expectedOn: null,
        source: entry.provenance?.source ?? null,
        release: entry.provenance?.release ?? null,
      }
    : {
        kind: 'not-available',
        value: null,
        reason: entry.reason,
        expectedOn: entry.expectedOn,
        source: null,
        release: null,
      };
}

export function fromColumns(columns: EntryColumns): FigureEntry {
  if (columns.kind !== 'value')
    return {
      kind: 'not-available',
      reason: columns.reason!,
      expectedOn: columns.expectedOn as CalendarDate | null,
    };
  return {
    kind: 'value',
    value: new Decimal(columns.value!),
    provenance: columns.source ? { source: columns.source, release: columns.release ?? '' } : null,
  };
}
