import type { ChangesSince } from '@lib/reporting';
import { formatDate } from '@lib/ui';

/** "7 things have changed since the board of 14 July 2026" */
export function changedWords(changes: ChangesSince): string {
  const count = countOf(changes);
  const things = count === 0 ? 'Nothing has' : count === 1 ? '1 thing has' : `${count} things have`;
  return `${things} changed since ${changes.board ? 'the board of ' : ''}${formatDate(changes.since)}`;
}

/** How many things have changed. */
function countOf(changes: ChangesSince): number {
  const { figures, reopenings, targets, definitions, declared, plans, marks, results } = changes;
  return [figures, reopenings, targets, definitions, declared, plans, marks, results].reduce(
    (sum, { length }) => sum + length,
    0,
  );
}
