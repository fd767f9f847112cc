/** Bytes of a file as it is sent. The template of a return has about 10,000. */
export const MOST_BYTES = 2 * 1024 * 1024;
/** Bytes that all parts of a workbook unpack to, counted while they unpack: what a file says of itself is not believed. */
export const MOST_UNPACKED_BYTES = 12 * 1024 * 1024;
/** Elements in one part of a workbook, which take longer to read than their bytes. */
export const MOST_ELEMENTS = 300_000;
/** Parts in a workbook; one with three sheets has about 15. */
export const MOST_PARTS = 200;
/** Rows with something in them. */
export const MOST_ROWS = 1000;
/** Rows of a CSV, the empty ones too that spreadsheets write under a table. */
export const MOST_LINES = 20_000;
export const MOST_COLUMNS = 50;
/** Characters in one cell. */
export const LONGEST_CELL = 5000;
