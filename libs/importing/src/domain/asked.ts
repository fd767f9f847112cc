/** A column that has to be found before the file can be read. */
export interface ColumnRole {
  readonly key: string;
  /** For a question: “the name of the borough”. */
  readonly name: string;
  /** For what a whole sheet of a workbook is about, by its title: no column has it. */
  readonly isOfSheet?: true;
}

/** Something that an importer found, and that a person has to look at. */
export interface AskedWhileReading {
  /** `whole-file`: may it have been cut; `rows`: rows that are missing, doubled or odd. */
  readonly kind: 'whole-file' | 'rows';
  /** One subject is asked about once. */
  readonly subject: string;
  /** A full sentence that ends in a question mark. */
  readonly sentence: string;
  /** What it means to say yes, for the button or radio. */
  readonly accept: string;
}
