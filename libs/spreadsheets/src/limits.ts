import type { ArchiveLimits } from '@lib/archives';

/** Bytes of a file as it is sent. The template of a return has about 10,000. */
export const MOST_BYTES = 2 * 1024 * 1024;
/** A workbook with three sheets has about 15 parts. */
export const MOST_OF_A_WORKBOOK: ArchiveLimits = { parts: 200, unpackedBytes: 12 * 1024 * 1024 };
/** Elements in one part of a workbook. */
export const MOST_ELEMENTS = 300_000;
/** Rows with something in them. */
export const MOST_ROWS = 1000;
/** Rows of a CSV, the empty ones too that spreadsheets write under a table. */
export const MOST_LINES = 20_000;
export const MOST_COLUMNS = 50;
/** Characters in one cell. */
export const LONGEST_CELL = 5000;
