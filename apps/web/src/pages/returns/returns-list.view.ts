import type { CalendarDate } from '@lib/kernel';
import type { ListedReturn } from '@lib/reporting';
import type { Paths } from '../../http/paths.js';
import { whoseReturn } from '../../performance/whose-return.js';
import { dueInWords, STATE_WORDS } from './return-words.js';

/** An officer's returns in the groups they think in. */
export function owedView(
  open: readonly ListedReturn[],
  done: readonly ListedReturn[],
  today: CalendarDate,
  paths: Paths,
) {
  const inState = (state: ListedReturn['state']) =>
    open.filter((one) => one.state === state).map((one) => listedReturnView(one, today, paths));
  return {
    toDo: [...inState('returned'), ...inState('draft')],
    waiting: inState('submitted'),
    done: done.map((one) => listedReturnView(one, today, paths)),
  };
}

/** One return in a list. */
export function listedReturnView(one: ListedReturn, today: CalendarDate, paths: Paths) {
  return {
    state: one.state,
    tag: STATE_WORDS[one.state],
    title: one.revision > 1 ? `${one.quarter.name}, correction` : one.quarter.name,
    authority: whoseReturn(one),
    dueOn: one.dueOn,
    dueWords: dueInWords(one.dueOn, today),
    progress: `${one.said} of ${one.lines} lines filled in`,
    comment: one.state === 'returned' ? one.lastComment : null,
    sentBy: one.sentBy,
    href: paths.return(one.id),
    figuresHref: paths.figures(one.id),
    acceptanceHref: paths.acceptance(one.id),
  };
}
