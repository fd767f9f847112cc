import type { SheetRow } from '@lib/spreadsheets';
import { cellReference } from '@lib/spreadsheets';
import { ImportRefused } from '../domain/import-refused.js';
import type { ColumnRole } from '../domain/asked.js';
import { headingKey } from '../domain/heading-key.js';
import type { ColumnAnswers, Recognised } from '../importer.js';

/** A role, and the headings by which files have given it. */
export interface WantedColumn extends ColumnRole {
  /** Names in any spelling that `headingKey` makes the same, or a pattern for what it makes of them. */
  readonly headings: readonly (string | RegExp)[];
  /** A file without it can be read. */
  readonly optional?: true;
}

export type FoundColumns = Pick<Recognised, 'columns' | 'missing' | 'unknown'>;

/** What is answered of a column that is of no use. */
export const IGNORED = 'ignore';

export { headingKey };

/**
 * The first row that has at least so many of the wanted headings, or of what people said they are; null where none
 * does: the file is another one.
 */
export function findHeading(
  rows: readonly SheetRow[],
  wanted: readonly WantedColumn[],
  atLeast: number,
  answers: ColumnAnswers = new Map(),
): SheetRow | null {
  const answered = byHeadingKey(answers);
  const roleOf = roleByHeading(wanted);
  const matches = ({ cells }: SheetRow) => {
    const roles = cells.map(headingKey).flatMap((key) => answered.get(key) ?? roleOf(key)?.key ?? []);
    return new Set(roles.filter((role) => wanted.some(({ key }) => key === role))).size;
  };
  return rows.find((row) => matches(row) >= atLeast) ?? null;
}

/**
 * Which column has which role. A heading that is not known is not guessed at: it is `unknown`, and what it may have
 * been `missing`, until a person says what it is. A column without a heading is called by its letter.
 *
 * @throws ImportRefused where two columns have the same heading or the same role
 */
export function findColumns(
  headings: readonly string[],
  wanted: readonly WantedColumn[],
  answers: ColumnAnswers,
): FoundColumns {
  const answered = byHeadingKey(answers);
  const roleOf = roleByHeading(wanted);
  const columns = new Map<string, number>();
  const unknown: { heading: string; column: number }[] = [];
  const seen = new Set<string>();
  for (const [column, written] of headings.entries()) {
    const heading = headingOf(written, column);
    const key = headingKey(heading);
    if (seen.has(key)) throw twice(`has two columns “${heading.slice(0, 60)}”`);
    seen.add(key);
    const answer = answered.get(key);
    if (answer === IGNORED) continue;
    const role = answer ? wanted.find((one) => one.key === answer) : roleOf(key);
    if (!role) unknown.push({ heading, column });
    else if (columns.has(role.key)) throw twice(`has two columns for ${role.name}`);
    else columns.set(role.key, column);
  }
  const missing = wanted
    .filter(({ key, optional }) => !optional && !columns.has(key))
    .map(({ key, name }) => ({ key, name }));
  return { columns, missing, unknown };
}

/** @throws ImportRefused where a row has more or fewer cells than the heading: what belongs where, nobody can say */
export function refuseOtherWidth({ number, cells }: SheetRow, width: number): void {
  if (cells.length !== width)
    throw new ImportRefused(
      `Row ${number} has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}, and the heading has ${width}: the file may have been cut or put together. Download it again from its publisher.`,
    );
}

function byHeadingKey(answers: ColumnAnswers): ReadonlyMap<string, string> {
  return new Map([...answers].map(([heading, role]) => [headingKey(heading), role]));
}

/** The first role that has such a heading. Thousands of cells are asked about, so the names are made ready once. */
function roleByHeading(wanted: readonly WantedColumn[]): (key: string) => WantedColumn | undefined {
  const known = wanted.flatMap((role) => role.headings.map((heading) => ({ role, heading })));
  const names = new Map(
    known
      .toReversed()
      .flatMap(({ role, heading }) =>
        typeof heading === 'string' ? [[headingKey(heading), role] as const] : [],
      ),
  );
  const patterns = known.flatMap(({ role, heading }) =>
    heading instanceof RegExp ? [{ role, pattern: heading }] : [],
  );
  return (key) => names.get(key) ?? patterns.find(({ pattern }) => pattern.test(key))?.role;
}

/** Whether a column with a heading is of a role by what it is called. */
export function isHeadingOf(role: WantedColumn, heading: string): boolean {
  return roleByHeading([role])(headingKey(heading)) === role;
}

/** A heading as it is shown; a column without one is called by its letter. */
export function headingOf(written: string, column: number): string {
  return inOneLine(written) || `Column ${lettersOf(column)}`;
}

function inOneLine(heading: string): string {
  return heading.replace(/[\s\uFEFF]+/g, ' ').trim();
}

function lettersOf(column: number): string {
  return cellReference(column, 1).replace(/\d+$/, '');
}

function twice(what: string): ImportRefused {
  return new ImportRefused(
    `The file ${what}, and which of them is meant it does not say. Delete the one that is not, or download the file again from its publisher.`,
  );
}
