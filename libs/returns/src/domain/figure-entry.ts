import type { CalendarDate, Canonical, Decimal } from '@lib/kernel';

/** Where a figure was taken from, when it was published. */
export interface Provenance {
  readonly source: string;
  readonly release: string;
}

/**
 * What an officer says about one line: a number, zero included, or that there is none and why. Saying nothing
 * (blank) is a third thing and is null, never one of these.
 */
export type FigureEntry =
  | { readonly kind: 'value'; readonly value: Decimal; readonly provenance: Provenance | null }
  | { readonly kind: 'not-available'; readonly reason: string; readonly expectedOn: CalendarDate | null };

/** Whether two entries say the same; where the number was taken from is not part of what it says. */
export function saysTheSame(one: FigureEntry | null, other: FigureEntry | null): boolean {
  if (one === null || other === null) return one === other;
  if (one.kind === 'value') return other.kind === 'value' && one.value.equals(other.value);
  return other.kind === 'not-available' && one.reason === other.reason && one.expectedOn === other.expectedOn;
}

/** The entry as it reads in a sentence: "1,754", "not available: the extract is late", or null for blank. */
export function entryInWords(entry: FigureEntry | null): string | null {
  if (entry === null) return null;
  return entry.kind === 'value'
    ? entry.value.toNumber().toLocaleString('en-GB')
    : `not available: ${entry.reason}`;
}

/** What of an entry an approval covers. */
export function canonicalEntry(entry: FigureEntry): Canonical {
  return entry.kind === 'value'
    ? { kind: 'value', value: entry.value.toFixed() }
    : { kind: 'not-available', reason: entry.reason, expectedOn: entry.expectedOn };
}
