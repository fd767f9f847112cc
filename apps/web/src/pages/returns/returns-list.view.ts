import type { CalendarDate } from '@lib/kernel';
import type { ListedReturn } from '@lib/reporting';
import type { Paths } from '../../http/paths.js';
import { dueInWords, STATE_WORDS } from './return-words.js';

/** Returns in the groups an officer thinks in. */
export function returnsListView(returns: readonly ListedReturn[], today: CalendarDate, paths: Paths) {
  const rows = returns.map((one) => ({
    id: one.id,
    state: one.state,
    tag: STATE_WORDS[one.state],
    title: one.quarter.name,
    authority: one.authority,
    dueOn: one.dueOn,
    dueWords: dueInWords(one.dueOn, today),
    progress: `${one.said} of ${one.lines} lines filled in`,
    comment: one.state === 'returned' ? one.lastComment : null,
    sentBy: one.sentBy,
    sentAt: one.sentAt?.toISOString(),
    own: one.own,
    href: paths.return(one.id),
    figuresHref: paths.figures(one.id),
    decisionHref: paths.decision(one.id),
    acceptanceHref: paths.acceptance(one.id),
  }));
  const inState = (...states: ListedReturn['state'][]) => rows.filter(({ state }) => states.includes(state));
  return {
    toDo: [...inState('returned'), ...inState('draft')],
    waiting: inState('submitted'),
    approved: inState('approved'),
    done: inState('approved', 'accepted').reverse(),
    all: rows,
  };
}
