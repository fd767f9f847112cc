import { type CalendarDate, readCalendarDate } from '@lib/kernel';
import type { SheetLine } from '@lib/reporting';
import { type FigureEntry, readCell, readMonths } from '@lib/returns';
import { isRecord, unknownField } from '../../http/form.js';

const LONGEST_REASON = 500;

/** Why there is no figure, as the radios under "No figure to give?" say it. */
export const NO_FIGURE_KINDS = ['not-available', 'not-applicable', 'suppressed'] as const;

/** What stands in the boxes of one line, exactly as it was typed. */
export interface TypedLine {
  /** Of a line counted by month, empty: its months are typed and the sum is worked out. */
  readonly value: string;
  readonly months: readonly [string, string, string];
  readonly kind: string;
  readonly reason: string;
  readonly expectedOn: string;
  /** Why what a check found is right all the same. */
  readonly rightBecause: string;
}

export type LineErrors = {
  value?: string;
  reason?: string;
  expectedOn?: string;
  rightBecause?: string;
};

/** The boxes of a line as they were sent; one that no page has is refused with 400. */
export function readTypedLine(posted: unknown, { id, countedBy }: SheetLine): TypedLine {
  if (!isRecord(posted)) throw unknownField(`figures[${id}]`);
  const { value, month1, month2, month3, kind, reason, expectedOn, rightBecause, ...rest } = posted;
  for (const name of Object.keys(rest)) throw unknownField(`figures[${id}][${name}]`);
  const text = (name: string, sent: unknown) => readText(sent, `figures[${id}][${name}]`);
  if (countedBy === 'month' && value !== undefined) throw unknownField(`figures[${id}][value]`);
  if (countedBy === 'quarter' && [month1, month2, month3].some((month) => month !== undefined))
    throw unknownField(`figures[${id}][month1]`);
  return {
    value: text('value', value),
    months: [text('month1', month1), text('month2', month2), text('month3', month3)],
    kind: text('kind', kind),
    reason: text('reason', reason),
    expectedOn: text('expectedOn', expectedOn),
    rightBecause: text('rightBecause', rightBecause).slice(0, LONGEST_REASON),
  };
}

/** One text per box: of a box sent twice, the first. A box that was not sent is empty. */
function readText(sent: unknown, name: string): string {
  const first: unknown = Array.isArray(sent) ? sent[0] : sent;
  if (first !== undefined && typeof first !== 'string') throw unknownField(name);
  return first ?? '';
}

type ReadLine = { entry: FigureEntry | null; errors: null } | { entry: null; errors: LineErrors };

/** What a line says: a figure, why there is none, or nothing. */
export function readLine(line: SheetLine, typed: TypedLine): ReadLine {
  const { label } = line;
  const boxes = line.countedBy === 'month' ? typed.months : [typed.value];
  if (boxes.every((box) => box.trim() === '')) return readReason(label, typed);
  if (typed.reason.trim() !== '')
    return failed({ reason: `${label}: enter a figure or a reason why there is none, not both` });
  if (typed.expectedOn.trim() !== '')
    return failed({ expectedOn: `${label}: a figure that is here is not expected: clear the date` });
  const read = line.countedBy === 'month' ? readMonths(typed.months, label) : readCell(typed.value, label);
  return 'problem' in read ? failed({ value: read.problem }) : { entry: read.entry, errors: null };
}

function readReason(label: string, { kind, reason, expectedOn }: TypedLine): ReadLine {
  const because = reason.trim();
  if (because === '')
    return expectedOn.trim() === '' && !isNoFigureKind(kind)
      ? { entry: null, errors: null }
      : failed({ reason: `${label}: say why there is no figure` });
  if (because.length > LONGEST_REASON)
    return failed({ reason: `${label}: the reason must be ${LONGEST_REASON} characters or fewer` });
  const chosen = isNoFigureKind(kind) ? kind : 'not-available';
  if (chosen !== 'not-available')
    return expectedOn.trim() === ''
      ? { entry: { kind: chosen, reason: because }, errors: null }
      : failed({
          expectedOn: `${label}: only a figure that is not available yet is expected: clear the date`,
        });
  const expected: CalendarDate | null = expectedOn.trim() === '' ? null : readCalendarDate(expectedOn);
  if (expectedOn.trim() !== '' && expected === null)
    return failed({ expectedOn: `${label}: the date you expect it must be a real date, like 31 10 2026` });
  return { entry: { kind: 'not-available', reason: because, expectedOn: expected }, errors: null };
}

function isNoFigureKind(kind: string): kind is (typeof NO_FIGURE_KINDS)[number] {
  return (NO_FIGURE_KINDS as readonly string[]).includes(kind);
}

function failed(errors: LineErrors): ReadLine {
  return { entry: null, errors };
}
