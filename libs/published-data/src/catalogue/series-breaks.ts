import { type CalendarDate, calendarDate } from '@lib/kernel';
import type { AnySource } from '../domain/own-table-source.js';
import type { SourceKey } from '../domain/source.js';

/** A day from which a source counts another way. */
export interface SeriesBreak {
  readonly sources: readonly SourceKey[];
  /** First day that is counted the new way. */
  readonly from: CalendarDate;
  /** A full sentence for a note under a chart. */
  readonly words: string;
  /** Keys of series that are not comparable across it; the others are, with care. */
  readonly notComparable: readonly string[];
}

/**
 * The Metropolitan Police Service moved from CRIS to CONNECT on 27 and 28 February 2024. From its release of November
 * 2024 on, all months before are some 3 to 7 per cent lower than they were published before.
 */
const CONNECT: SeriesBreak = {
  sources: ['mps-borough', 'mps-ward', 'mps-dashboard', 'police-uk'],
  from: calendarDate('2024-03-01'),
  words:
    'The Metropolitan Police Service records crime in another system since the end of February 2024: a borough’s figures are now of what happened there, where they were of what its officers investigated.',
  notComparable: [
    'domestic-abuse',
    'domestic-abuse-with-injury',
    'hate-crime',
    'racist-hate-crime',
    'racist-and-religious-hate-crime',
    'homophobic-hate-crime',
    'faith-hate-crime',
    'islamophobic-hate-crime',
    'antisemitic-hate-crime',
    'disability-hate-crime',
    'transphobic-hate-crime',
  ],
};

export const SERIES_BREAKS: readonly SeriesBreak[] = [CONNECT];

/** The breaks of what a measure is published as, with whether it can be compared across them. */
export function breaksOf(
  source: AnySource,
  means: readonly string[] | null,
): readonly (Pick<SeriesBreak, 'from' | 'words'> & { readonly isComparable: boolean })[] {
  return SERIES_BREAKS.filter(({ sources }) => (sources as readonly AnySource[]).includes(source)).map(
    ({ from, words, notComparable }) => ({
      ...{ from, words },
      isComparable: !means?.some((key) => notComparable.includes(key)),
    }),
  );
}
