import type { Id } from '@lib/kernel';
import type { ReturnSheet, SheetFigure } from '@lib/reporting';
import type { FigureEntry, ReadFigures } from '@lib/returns';
import type { PageError } from '@lib/ui';
import type { Paths } from '../../http/paths.js';
import { figureText, saidText } from './return-words.js';

type Change = 'New' | 'Changed' | 'The same' | 'Left as it is' | 'Rejected';

/** More sentences than this are no help to anybody. */
const MOST_SHOWN = 20;

/**
 * What figures from a spreadsheet would make of a return, before anything is saved. It is saved by the form of the
 * figures page, whose boxes the preview fills in: the same checks and the same conflict, and nothing that was not shown.
 * Null where there is no figure to show.
 */
export function previewView(sheet: ReturnSheet, { figures, rejected }: ReadFigures, paths: Paths) {
  if (figures.length === 0) return null;
  const entryOf = new Map<Id, FigureEntry>(figures.map(({ line, entry }) => [line.id, entry]));
  const rows = sheet.lines.map(({ id, label, unit, figure }) => {
    const now = figure === null ? 'Nothing' : figureText(figure);
    const next = entryOf.has(id) ? figureText(sheetFigure(entryOf.get(id)!)) : '';
    const change = rejected.some(({ line }) => line?.id === id)
      ? 'Rejected'
      : changeOf(figure, entryOf.get(id));
    return { label, unit, now, next, change };
  });
  const count = (change: Change) => rows.filter((row) => row.change === change).length;
  const ofRejected = rejected.length > 0 ? `, ${rejected.length} rejected` : '';
  return {
    rows,
    summary: `${count('New')} new, ${count('Changed')} changed, ${count('The same')} the same, ${count('Left as it is')} left as they are${ofRejected}.`,
    /** All or nothing. */
    maySave: rejected.length === 0,
    saveAction: paths.figures(sheet.id),
    version: sheet.version,
    boxes: figures.flatMap(({ line, entry }) =>
      Object.entries(boxesOf(entry)).map(([box, value]) => ({ name: `figures[${line.id}][${box}]`, value })),
    ),
  };
}

/** What is wrong, as the errors of the box it came from. */
export function errorsOf({ rejected }: ReadFigures, href: string): PageError[] {
  const shown = rejected.slice(0, MOST_SHOWN).map(({ problem }) => ({ text: problem, href }));
  const more = rejected.length - shown.length;
  return more === 0 ? shown : [...shown, { text: `${more} more cannot be used either`, href }];
}

function changeOf(now: SheetFigure | null, next: FigureEntry | undefined): Change {
  if (!next) return 'Left as it is';
  if (now === null) return 'New';
  // What they say reads the same exactly when it is the same.
  return saidText(now) === saidText(sheetFigure(next)) ? 'The same' : 'Changed';
}

function sheetFigure(entry: FigureEntry): SheetFigure {
  return entry.kind === 'value'
    ? {
        kind: 'value',
        value: entry.value.toFixed(),
        months: entry.months?.map((month) => month.toFixed()) ?? null,
        provenance: null,
      }
    : entry;
}

/** What stands in the boxes of a line on the figures page when this is said. */
function boxesOf(entry: FigureEntry): Record<string, string> {
  switch (entry.kind) {
    case 'value': {
      const [month1, month2, month3] = entry.months?.map((month) => month.toFixed()) ?? [];
      return entry.months
        ? { month1: month1!, month2: month2!, month3: month3! }
        : { value: entry.value.toFixed() };
    }
    case 'nil':
      return { value: 'nil' };
    case 'not-available':
      return { kind: entry.kind, reason: entry.reason, expectedOn: entry.expectedOn ?? '' };
    default:
      return { kind: entry.kind, reason: entry.reason };
  }
}
