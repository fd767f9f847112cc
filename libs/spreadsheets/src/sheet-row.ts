/** A row of a long table: texts as they stand there, trimmed by whoever reads them. */
export interface SheetRow {
  /** As a spreadsheet counts them, from 1 on. */
  readonly number: number;
  /** By column, A first. */
  readonly cells: readonly string[];
}
