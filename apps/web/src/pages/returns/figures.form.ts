import type { Id } from '@lib/kernel';
import type { ReturnSheet, SheetLine } from '@lib/reporting';
import type { FigureEntry } from '@lib/returns';
import type { PageError } from '@lib/ui';
import { isRecord, unknownField } from '../../http/form.js';
import { screen } from '../../http/screening.js';
import { type LineErrors, readLine, readTypedLine, type TypedLine } from './figure-line.form.js';
import { readSeenVersion } from './seen-version.js';

export interface FiguresForm {
  /** The version of the return that the page was made from. */
  readonly version: number;
  /** Whether to go on to checking the return once it is saved. */
  readonly goOn: boolean;
  /** Whether to fill what is empty with published figures once it is saved. */
  readonly takePublished: boolean;
  readonly typed: ReadonlyMap<Id, TypedLine>;
  /** Only of lines without an error. */
  readonly entries: ReadonlyMap<Id, FigureEntry | null>;
  /** Why what the checks found is right, where somebody said so. */
  readonly answers: ReadonlyMap<Id, string>;
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
  const answers = new Map<Id, string>();
  const lineErrors = new Map<Id, LineErrors>();
  for (const line of sheet.lines) {
    // A line that was not sent is left as it is.
    if (figures[line.id] === undefined) continue;
    const box = readTypedLine(figures[line.id], line);
    typed.set(line.id, box);
    const { entry, errors } = readLine(line, box);
    const flagged = flagsOf(line, box);
    if (errors || flagged) lineErrors.set(line.id, { ...flagged, ...errors });
    else entries.set(line.id, entry);
    if (box.rightBecause.trim() !== '') answers.set(line.id, box.rightBecause.trim());
  }
  return {
    version: readSeenVersion(version),
    goOn: action === 'check',
    takePublished: action === 'published',
    typed,
    entries,
    answers,
    lineErrors,
    errors: summaryOf(sheet, lineErrors),
  };
}

/** What looks like personal data in the words of a line; null where nothing does. */
function flagsOf({ label }: SheetLine, { reason, rightBecause }: TypedLine): LineErrors | null {
  const inReason = screen(`${label}, why there is no figure`, reason);
  const inAnswer = screen(`${label}, why it is right`, rightBecause);
  if (inReason === null && inAnswer === null) return null;
  return {
    ...(inReason !== null && { reason: inReason }),
    ...(inAnswer !== null && { rightBecause: inAnswer }),
  };
}

function summaryOf(sheet: ReturnSheet, lineErrors: ReadonlyMap<Id, LineErrors>): PageError[] {
  return sheet.lines.flatMap(({ id, countedBy }) => {
    const { value, reason, expectedOn, rightBecause } = lineErrors.get(id) ?? {};
    return [
      ...(value ? [{ text: value, href: `#figure-${id}${countedBy === 'month' ? '-1' : ''}` }] : []),
      ...(reason ? [{ text: reason, href: `#reason-${id}` }] : []),
      ...(expectedOn ? [{ text: expectedOn, href: `#expected-${id}` }] : []),
      ...(rightBecause ? [{ text: rightBecause, href: `#right-${id}` }] : []),
    ];
  });
}
