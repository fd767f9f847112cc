/** What the marks on a chart are called on every page. */
export const MARK_WORDS = {
  'series-break': 'Break in the series',
  event: 'Note',
  'new-limits': 'New limits',
} as const;
