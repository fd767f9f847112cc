import type { Id } from '@lib/kernel';
import type { ReturnSheet, SheetLine } from '@lib/reporting';
import type { ReturnReview } from '@lib/returns';
import type { PageError } from '@lib/ui';
import type { Paths } from '../../http/paths.js';
import { saidText } from './return-words.js';

export interface CommentaryPageState {
  /** What was typed; left out, the boxes hold what is saved. */
  readonly texts?: ReadonlyMap<Id | null, string>;
  readonly errors?: readonly PageError[];
}

/** Where a commentary is needed, with why; and where it is welcome. */
export function commentaryView(
  sheet: ReturnSheet,
  review: ReturnReview,
  paths: Paths,
  { texts, errors }: CommentaryPageState,
) {
  const reasonsFor = (lineId: Id) =>
    review.lines.find((line) => line.lineId === lineId)?.commentaryBecause ?? [];
  const box = (line: SheetLine) => ({
    name: line.id,
    label: line.label,
    said: saidText(line.figure),
    because: reasonsFor(line.id),
    text: texts?.get(line.id) ?? line.commentary ?? '',
    lastTime: line.lastCommentary,
  });
  const boxes = sheet.lines.map(box);
  return {
    pageTitle: 'Commentary',
    backLink: { href: paths.figures(sheet.id), text: 'Back to the figures' },
    formAction: paths.commentary(sheet.id),
    checkHref: paths.check(sheet.id),
    authority: sheet.authority,
    quarter: sheet.quarter.name,
    version: sheet.version,
    whole: {
      because: review.commentaryBecause,
      text: texts?.get(null) ?? sheet.commentary ?? '',
    },
    needed: boxes.filter(({ because }) => because.length > 0),
    welcome: boxes.filter(({ because }) => because.length === 0),
    errors,
  };
}
