import type { Id } from '@lib/kernel';
import type { ReturnSheet, SheetFigure } from '@lib/reporting';
import type { FigureEntry, ReadFigures } from '@lib/returns';
import type { Paths } from '../../http/paths.js';
import { figureText } from './return-words.js';

type Change = 'New' | 'Changed' | 'The same' | 'Left as it is';

/**
 * What figures from a spreadsheet would make of a return, before anything is saved. It is saved by the form of the
 * figures page, whose boxes the preview fills in: the same checks and the same conflict, and nothing that was not shown.
 * Null where there is no figure to show.
 */
export function previewView(sheet: ReturnSheet, { figures, problems }: ReadFigures, paths: Paths) {
  if (figures.length === 0) return null;
  const entryOf = new Map<Id, FigureEntry>(figures.map(({ line, entry }) => [line.id, entry]));
  const rows = sheet.lines.map(({ id, label, unit, figure }) => {
    const now = figure === null ? 'Nothing' : figureText(figure);
    const next = entryOf.has(id) ? figureText(sheetFigure(entryOf.get(id)!)) : '';
    return { label, unit, now, next, change: changeOf(figure, entryOf.get(id)) };
  });
  const count = (change: Change) => rows.filter((row) => row.change === change).length;
  const rejected = problems.length > 0 ? `, ${problems.length} rejected` : '';
  return {
    rows,
    summary: `${count('New')} new, ${count('Changed')} changed, ${count('The same')} the same, ${count('Left as it is')} left as they are${rejected}.`,
    /** All or nothing. */
    maySave: problems.length === 0,
    saveAction: paths.figures(sheet.id),
    version: sheet.version,
    boxes: figures.flatMap(({ line, entry }) =>
      Object.entries(boxesOf(entry)).map(([box, value]) => ({ name: `figures[${line.id}][${box}]`, value })),
    ),
  };
}

function changeOf(now: SheetFigure | null, next: FigureEntry | undefined): Change {
  if (!next) return 'Left as it is';
  if (now === null) return 'New';
  return saysTheSame(now, next) ? 'The same' : 'Changed';
}

function saysTheSame(now: SheetFigure, next: FigureEntry): boolean {
  if (now.kind === 'value') return next.kind === 'value' && next.value.equals(now.value);
  return next.kind === now.kind && next.reason === now.reason && next.expectedOn === now.expectedOn;
}

function sheetFigure(entry: FigureEntry): SheetFigure {
  return entry.kind === 'value'
    ? { kind: 'value', value: entry.value.toFixed(), source: null, release: null }
    : entry;
}

/** What stands in the boxes of a line on the figures page when this is said. */
function boxesOf(entry: FigureEntry): Record<string, string> {
  return entry.kind === 'value'
    ? { value: entry.value.toFixed() }
    : { reason: entry.reason, expectedOn: entry.expectedOn ?? '' };
}
