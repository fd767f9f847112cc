import { type CalendarDate, type Canonical, canonicalJson, type Decimal, type Id } from '@lib/kernel';

/** Where a figure was taken from. */
export interface Provenance {
  readonly source: string;
  /** The vintage of a published figure; null for one taken from a live system. */
  readonly release: string | null;
  readonly extractedOn: CalendarDate | null;
  /** Whether the source may still change it. */
  readonly finality: 'provisional' | 'final' | null;
  /** Published under the Code of Practice for Statistics, or taken from an authority's own records. */
  readonly standing: 'official' | 'management-information' | null;
  /** The extract itself, kept with its SHA-256. */
  readonly extract: { readonly id: Id; readonly sha256: string } | null;
}

/** The three months of a quarter, oldest first. */
export type Months = readonly [Decimal, Decimal, Decimal];

/**
 * What an officer says about one line.
 * - `value`: a number that was counted, zero included; of a measure counted by month, the sum of its months;
 * - `nil`: there was nothing of the kind to report. It counts as none and is never shown as a zero;
 * - `not-applicable`: the measure does not apply to the authority in this quarter;
 * - `not-available`: there will be a figure and there is none yet;
 * - `suppressed`: there is a figure, too small to be shared safely.
 *
 * Saying nothing (blank) is none of these: it is null.
 */
export type FigureEntry =
  | {
      readonly kind: 'value';
      readonly value: Decimal;
      readonly months: Months | null;
      readonly provenance: Provenance | null;
    }
  | { readonly kind: 'nil' }
  | { readonly kind: 'not-applicable' | 'suppressed'; readonly reason: string }
  | { readonly kind: 'not-available'; readonly reason: string; readonly expectedOn: CalendarDate | null };

/** A number of the whole quarter. */
export function counted(value: Decimal, provenance: Provenance | null = null): FigureEntry {
  return { kind: 'value', value, months: null, provenance };
}

/** Whether two entries say the same, wherever the number was taken from. */
export function saysTheSame(one: FigureEntry | null, other: FigureEntry | null): boolean {
  if (one === null || other === null) return one === other;
  return isSame(canonicalEntry(withoutProvenance(one)), canonicalEntry(withoutProvenance(other)));
}

/** Whether two entries are the same in everything that an approval covers. */
export function isSameEntry(one: FigureEntry, other: FigureEntry): boolean {
  return isSame(canonicalEntry(one), canonicalEntry(other));
}

/** The entry with the provenance that stood on the line: typing a number again does not say where it came from. */
export function keepingProvenance(entry: FigureEntry, before: FigureEntry | null): FigureEntry {
  if (entry.kind !== 'value' || entry.provenance || before?.kind !== 'value') return entry;
  return { ...entry, provenance: before.provenance };
}

/** What a return is that has nothing to report on any line. */
export function isNilReturn(entries: readonly (Pick<FigureEntry, 'kind'> | null)[]): boolean {
  return entries.length > 0 && entries.every((entry) => entry?.kind === 'nil');
}

const WITHOUT_A_FIGURE = {
  'not-applicable': 'not applicable',
  'not-available': 'not available',
  suppressed: 'suppressed',
} as const;

/** The entry as it reads in a sentence: "1,754", "nil", "not available: the extract is late", or null for blank. */
export function entryInWords(entry: FigureEntry | null): string | null {
  if (entry === null) return null;
  if (entry.kind === 'value') {
    const number = (value: Decimal) => value.toNumber().toLocaleString('en-GB');
    const total = number(entry.value);
    return entry.months ? `${total} (${entry.months.map(number).join(', ')} by month)` : total;
  }
  return entry.kind === 'nil' ? 'nil' : `${WITHOUT_A_FIGURE[entry.kind]}: ${entry.reason}`;
}

/** What of an entry an approval covers. */
export function canonicalEntry(entry: FigureEntry): Canonical {
  switch (entry.kind) {
    case 'value':
      return {
        kind: 'value',
        value: entry.value.toFixed(),
        ...(entry.months && { months: entry.months.map((month) => month.toFixed()) }),
        ...(entry.provenance && { provenance: canonicalProvenance(entry.provenance) }),
      };
    case 'nil':
      return { kind: 'nil' };
    case 'not-available':
      return { kind: 'not-available', reason: entry.reason, expectedOn: entry.expectedOn };
    default:
      return { kind: entry.kind, reason: entry.reason };
  }
}

function canonicalProvenance({ extract, ...said }: Provenance): Canonical {
  return { ...said, extract: extract && extract.sha256 };
}

function withoutProvenance(entry: FigureEntry): FigureEntry {
  return entry.kind === 'value' ? { ...entry, provenance: null } : entry;
}

function isSame(one: Canonical, other: Canonical): boolean {
  return canonicalJson(one) === canonicalJson(other);
}
