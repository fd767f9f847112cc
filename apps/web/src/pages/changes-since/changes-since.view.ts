import type { CalendarDate } from '@lib/kernel';
import type { ChangesSince } from '@lib/reporting';
import { formatDate } from '@lib/ui';
import { typed } from '../../http/form-days.js';
import type { PageDay } from '../../http/page-day.js';
import type { Paths } from '../../http/paths.js';
import { changedWords } from '../../performance/changed-words.js';
import { kindsOf } from './kinds.js';
import type { WrongDay } from './read-since.js';

/** What has changed since a day, by kind: before, after, why and by whom. */
export function changesSinceView(
  changes: ChangesSince,
  { paths, day, asked }: { paths: Paths; day: PageDay; asked: boolean },
) {
  const since = formatDate(changes.since);
  return {
    ...frame(paths, day, typed(changes.since)),
    ...{ pageTitle: `What has changed since ${since}`, summary: `${changedWords(changes)}.` },
    from: asked ? null : whyThatDay(changes),
    since,
    kinds: kindsOf(changes, paths).map(({ id, name, rows }) => ({
      ...{ id, name, count: rows.length },
      rows: rows.map(({ on, ...row }) => ({ ...row, on: formatDate(on) })),
    })),
    csvHref: paths.changesSinceCsv(changes.since),
  };
}

/** The form again, with what was typed and what is wrong with it. */
export function wrongDayView({ text, error }: WrongDay, { paths, day }: { paths: Paths; day: PageDay }) {
  return { ...frame(paths, day, text), pageTitle: 'What has changed', errors: [error], kinds: [] };
}

/** What the page has around its answer: the way back, and the form with what is in it. */
function frame(paths: Paths, { asAt }: PageDay, typedDay: string): Frame {
  // A form that asks drops what was in its address, and sends the day with its fields.
  const [formAction] = paths.changesSince().split('?');
  return {
    backLink: { href: paths.board(), text: 'Back to the board page' },
    ...{ formAction: formAction!, typed: typedDay, asAt },
  };
}

interface Frame {
  readonly backLink: { readonly href: string; readonly text: string };
  readonly formAction: string;
  readonly typed: string;
  readonly asAt: CalendarDate | null;
}

/** Why this day, where nobody chose one. */
function whyThatDay({ board }: ChangesSince): string {
  return board
    ? `That is the day of the last decision of the board on record: ${board.meeting}.`
    : 'No earlier decision of the board is on record, so this is the first day of the quarter.';
}
