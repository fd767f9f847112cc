import { type CalendarDate, Decimal, type Id } from '@lib/kernel';
import type { FigureEntry, Months, Provenance } from '../domain/figure-entry.js';

/** An entry as the columns that drafts and figures share. */
export interface EntryColumns {
  kind: string;
  value: string | null;
  months: string[] | null;
  reason: string | null;
  expectedOn: string | null;
  source: string | null;
  release: string | null;
  extractedOn: string | null;
  finality: string | null;
  standing: string | null;
  extractId: string | null;
}

/** What a query selects of a table of entries. */
export const ENTRY_OF = (alias: string) => `
  ${alias}.kind, ${alias}.value, ${alias}.months, ${alias}.reason, ${alias}.expected_on::text as "expectedOn",
  ${alias}.source, ${alias}.release, ${alias}.extracted_on::text as "extractedOn", ${alias}.finality,
  ${alias}.standing, ${alias}.extract_id as "extractId",
  (select x.sha256 from source_extract x
    where x.partnership_id = ${alias}.partnership_id and x.id = ${alias}.extract_id) as "extractSha256"`;

const EMPTY: EntryColumns = {
  kind: 'nil',
  value: null,
  months: null,
  reason: null,
  expectedOn: null,
  source: null,
  release: null,
  extractedOn: null,
  finality: null,
  standing: null,
  extractId: null,
};

export function toColumns(entry: FigureEntry): EntryColumns {
  switch (entry.kind) {
    case 'value': {
      const { extract, ...said } = entry.provenance ?? { extract: null };
      return {
        ...EMPTY,
        ...said,
        kind: 'value',
        value: entry.value.toFixed(),
        months: entry.months?.map((month) => month.toFixed()) ?? null,
        extractId: extract?.id ?? null,
      };
    }
    case 'nil':
      // It counts as none, so that sums need not know of it.
      return { ...EMPTY, kind: 'nil', value: '0' };
    case 'not-available':
      return { ...EMPTY, kind: entry.kind, reason: entry.reason, expectedOn: entry.expectedOn };
    default:
      return { ...EMPTY, kind: entry.kind, reason: entry.reason };
  }
}

export function fromColumns(columns: EntryColumns & { extractSha256: string | null }): FigureEntry {
  const kind = columns.kind as FigureEntry['kind'];
  switch (kind) {
    case 'value':
      return {
        kind,
        value: new Decimal(columns.value!),
        months: columns.months && (columns.months.map((month) => new Decimal(month)) as unknown as Months),
        provenance: toProvenance(columns),
      };
    case 'nil':
      return { kind };
    case 'not-available':
      return { kind, reason: columns.reason!, expectedOn: columns.expectedOn as CalendarDate | null };
    default:
      return { kind, reason: columns.reason! };
  }
}

function toProvenance(columns: EntryColumns & { extractSha256: string | null }): Provenance | null {
  if (columns.source === null) return null;
  return {
    source: columns.source,
    release: columns.release,
    extractedOn: columns.extractedOn as CalendarDate | null,
    finality: columns.finality as Provenance['finality'],
    standing: columns.standing as Provenance['standing'],
    extract: columns.extractId ? { id: columns.extractId as Id, sha256: columns.extractSha256! } : null,
  };
}
