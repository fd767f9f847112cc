import type { CalendarDate } from '@lib/kernel';
import type { ReturnSheet } from '@lib/reporting';
import type { OpenReview } from '@lib/returns';
import type { PageError } from '@lib/ui';
import type { Paths } from '../../http/paths.js';
import { returnView } from './return.view.js';

export interface CheckPageState {
  readonly errors?: readonly PageError[];
  readonly status?: number;
}

/** Everything a return says, and what is left to do before it can be sent. */
export function checkView(sheet: ReturnSheet, open: OpenReview, today: CalendarDate, paths: Paths) {
  return {
    ...returnView(sheet, today, paths),
    pageTitle: 'Check your return',
    backLink: { href: paths.figures(sheet.id), text: 'Back to the figures' },
    formAction: paths.check(sheet.id),
    commentaryHref: paths.commentary(sheet.id),
    sourcesHref: paths.sources(sheet.id),
    withoutSource: sheet.lines.filter(({ figure }) => figure?.kind === 'value' && !figure.provenance).length,
    version: sheet.version,
    leftToDo: leftToDo(sheet, open, paths),
  };
}

function leftToDo(
  { id, lines }: ReturnSheet,
  { wrong, unanswered, uncommented, uncommentedWhole }: OpenReview,
  paths: Paths,
) {
  const blank = lines.filter(({ figure }) => figure === null).length;
  const figures = (count: number) => (count === 1 ? '1 figure' : `${count} figures`);
  return [
    ...(blank > 0
      ? [
          {
            href: paths.figures(id),
            text: `${blank === 1 ? '1 line says' : `${blank} lines say`} nothing yet`,
          },
        ]
      : []),
    ...(wrong.length > 0
      ? [{ href: paths.figures(id), text: `${figures(wrong.length)} cannot be right beside the others` }]
      : []),
    ...(unanswered.length > 0
      ? [
          {
            href: paths.figures(id),
            text: `${figures(unanswered.length)} unusual: save and check them again to say why`,
          },
        ]
      : []),
    ...(uncommented.length > 0 || uncommentedWhole
      ? [{ href: paths.commentary(id), text: 'A commentary is needed' }]
      : []),
  ];
}

export function blankErrors({ lines }: ReturnSheet): PageError[] {
  return lines
    .map((line, index) => ({ line, index }))
    .filter(({ line }) => line.figure === null)
    .map(({ line, index }) => ({
      text: `Enter a figure for ${line.label}, or say why there is none`,
      href: `#change-${index + 1}`,
    }));
}
