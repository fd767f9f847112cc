import type { AnySource, SourceKey } from '@lib/published-data';
import type { ColumnAnswers, Importer, Recognised } from '../importer.js';
import type { HeadOfTable } from '../table/open-table.js';

export interface RecognisedBy {
  readonly importer: Importer;
  readonly recognised: Recognised;
}

/**
 * The importer that knows most of a file's columns, and of several such the one that has least to ask.
 * @param answersFor what is known of the columns of a source beside their headings
 * @returns null for a file that none of them knows
 */
export function recognise(
  importers: readonly Importer[],
  head: HeadOfTable,
  answersFor: (source: SourceKey) => ColumnAnswers,
): RecognisedBy | null {
  const known = importers.flatMap((importer) => {
    const recognised = importer.recognise(head, answersFor(importer.source));
    return recognised ? [{ importer, recognised }] : [];
  });
  const open = ({ recognised: { missing, unknown } }: RecognisedBy) => missing.length + unknown.length;
  const yielding = ({ importer: { yieldsWorkbooks } }: RecognisedBy) =>
    Number(head.format === 'xlsx' && yieldsWorkbooks === true);
  return (
    known.toSorted(
      (a, b) =>
        yielding(a) - yielding(b) ||
        b.recognised.columns.size - a.recognised.columns.size ||
        open(a) - open(b),
    )[0] ?? null
  );
}

/** Whose figures a file holds. */
export function sourceOf({ importer, recognised }: RecognisedBy): AnySource {
  return recognised.source ?? importer.source;
}
