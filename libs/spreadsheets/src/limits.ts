import type { ArchiveLimits } from '@lib/archives';

/** What a workbook may hold, by whom it was made and what for. */
export interface WorkbookLimits extends ArchiveLimits {
  /** XML elements in one part. */
  readonly elements: number;
}

/** Bytes of a file as it is sent. The template of a return has about 10,000. */
export const MOST_BYTES = 2 * 1024 * 1024;
/** A workbook with three sheets has about 15 parts. */
export const MOST_OF_A_WORKBOOK: WorkbookLimits = {
  parts: 200,
  unpackedBytes: 12 * 1024 * 1024,
  elements: 300_000,
};
/** Rows with something in them. */
export const MOST_ROWS = 1000;
/** Rows of a CSV, the empty ones too that spreadsheets write under a table. */
export const MOST_LINES = 20_000;
export const MOST_COLUMNS = 50;
/** Characters in one cell. */
export const LONGEST_CELL = 5000;

/** Bytes of a workbook that others published. The largest we know of has 1 MB, 96 parts and 5 MB unpacked. */
export const MOST_BYTES_OF_A_WORKBOOK = 20 * 1024 * 1024;
export const MOST_OF_A_PUBLISHED_WORKBOOK: WorkbookLimits = {
  parts: 1000,
  unpackedBytes: 60 * 1024 * 1024,
  elements: 2_000_000,
};
export const MOST_OF_A_PUBLISHED_SHEET = { rows: 20_000, columns: 300 } as const;
/** In all its sheets, with the empty ones before the last of a row. */
export const MOST_CELLS_PUBLISHED = 2_000_000;
