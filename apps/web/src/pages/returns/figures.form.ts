import { type CalendarDate, DomainError, type Id, readCalendarDate } from '@lib/kernel';
import type { ReturnSheet, SheetLine } from '@lib/reporting';
import { type FigureEntry, readCount } from '@lib/returns';
import type { PageError } from '@lib/ui';
import { isRecord, unknownField } from '../../http/form.js';

const LONGEST_REASON = 500;

/** What stands in the boxes of one line, exactly as it was typed. */
export interface TypedLine {
  readonly value: string;
  readonly reason: string;
  readonly expectedOn: string;
}

export type LineErrors = { value?: string; reason?: string; expectedOn?: string };

export interface FiguresForm {
  /** The version of the return that the page was made from. */
  readonly version: number;
  /** Whether to go on to checking the return once it is saved. */
  readonly goOn: boolean;
  readonly typed: ReadonlyMap<Id, TypedLine>;
  /** Only of lines without an error. */
  readonly entries: ReadonlyMap<Id, FigureEntry | null>;
  readonly lineErrors: ReadonlyMap<Id, LineErrors>;
  /** In the order of the page. */
  readonly errors: readonly PageError[];
}

/** Reads the grid. Boxes are named by line, so one that the return does not have is refused with 400. */
export function readFigures(body: unknown, sheet: ReturnSheet): FiguresForm {
  const { version, action, figures, ...rest } = isRecord(body) ? body : {};
  for (const name of Object.keys(rest)) throw unknownField(name);
  if (!isRecord(figures)) throw unknownField('figures');
  for (const lineId of Object.keys(figures))
    if (!sheet.lines.some(({ id }) => id === lineId)) throw unknownField(`figures[${lineId}]`);

  const typed = new Map<Id, TypedLine>();
  const entries = new Map<Id, FigureEntry | null>();
  const lineErrors = new Map<Id, LineErrors>();
  for (const line of sheet.lines) {
    // A line that was not sent is left as it is.
    if (figures[line.id] === undefined) continue;
    const box = readBox(figures[line.id], line.id);
    typed.set(line.id, box);
    const { entry, errors } = readLine(line, box);
    if (errors) lineErrors.set(line.id, errors);
    else entries.set(line.id, entry);
  }
  return {
    version: readVersion(version),
    goOn: action === 'check',
    typed,
    entries,
    lineErrors,
    errors: summaryOf(sheet, lineErrors),
  };
}

function readVersion(version: unknown): number {
  const number = typeof version === 'string' && /^\d{1,9}$/.test(version) ? Number(version) : NaN;
  if (Number.isNaN(number))
    throw new DomainError('invalid', 'forms.no-version', 'Load the page again and send it once more.');
  return number;
}

function readBox(posted: unknown, lineId: Id): TypedLine {
  if (!isRecord(posted)) throw unknownField(`figures[${lineId}]`);
  const { value, reason, expectedOn, ...rest } = posted;
  for (const name of Object.keys(rest)) throw unknownField(`figures[${lineId}][${name}]`);
  const text = (name: string, sent: unknown) => readText(sent, `figures[${lineId}][${name}]`);
  return {
    value: text('value', value),
    reason: text('reason', reason),
    expectedOn: text('expectedOn', expectedOn),
  };
}

/** One text per box: of a box sent twice, the first. A box that was not sent is empty. */
function readText(sent: unknown, name: string): string {
  const first: unknown = Array.isArray(sent) ? sent[0] : sent;
  if (first !== undefined && typeof first !== 'string') throw unknownField(name);
  return first ?? '';
}

function readLine(
  { label }: SheetLine,
  { value, reason, expectedOn }: TypedLine,
): { entry: FigureEntry | null; errors: null } | { entry: null; errors: LineErrors } {
  const failed = (errors: LineErrors) => ({ entry: null, errors });
  const because = reason.trim();
  if (value.trim() !== '') {
    if (because !== '')
      return failed({ reason: `${label}: enter a figure or a reason why there is none, not both` });
    if (expectedOn.trim() !== '')
      return failed({ expectedOn: `${label}: a figure that is here is not expected: clear the date` });
    const read = readCount(value, label);
    return 'problem' in read
      ? failed({ value: read.problem })
      : { entry: { kind: 'value', value: read.count, provenance: null }, errors: null };
  }
  if (because === '')
    return expectedOn.trim() === ''
      ? { entry: null, errors: null }
      : failed({ reason: `${label}: say why there is no figure yet` });
  if (because.length > LONGEST_REASON)
    return failed({ reason: `${label}: the reason must be ${LONGEST_REASON} characters or fewer` });
  const expected: CalendarDate | null = expectedOn.trim() === '' ? null : readCalendarDate(expectedOn);
  if (expectedOn.trim() !== '' && expected === null)
    return failed({ expectedOn: `${label}: the date you expect it must be a real date, like 31 10 2026` });
  return { entry: { kind: 'not-available', reason: because, expectedOn: expected }, errors: null };
}

function summaryOf(sheet: ReturnSheet, lineErrors: ReadonlyMap<Id, LineErrors>): PageError[] {
  return sheet.lines.flatMap(({ id }) => {
    const { value, reason, expectedOn } = lineErrors.get(id) ?? {};
    return [
      ...(value ? [{ text: value, href: `#figure-${id}` }] : []),
      ...(reason ? [{ text: reason, href: `#reason-${id}` }] : []),
      ...(expectedOn ? [{ text: expectedOn, href: `#expected-${id}` }] : []),
    ];
  });
}
