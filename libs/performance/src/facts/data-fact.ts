/** One period's figure and what is known about it. */
export interface DataState {
  readonly provisional: boolean;
  readonly revised: boolean;
  /** The series breaks at this period: it is not compared with what came before. */
  readonly seriesBreak: boolean;
  /** Some of what belongs to it is missing: a month of a quarter, a quarter of a year, a part of a composite. */
  readonly incomplete: boolean;
}

export type DataWord = 'incomplete' | 'series-break' | 'provisional' | 'revised' | 'final';

/**
 * What is to be known about a figure before it is read, most important first. A figure about which there is nothing to
 * know is final.
 */
export function dataFact({ provisional, revised, seriesBreak, incomplete }: DataState): readonly DataWord[] {
  const words: DataWord[] = [];
  if (incomplete) words.push('incomplete');
  if (seriesBreak) words.push('series-break');
  if (provisional) words.push('provisional');
  if (revised) words.push('revised');
  return words.length === 0 ? ['final'] : words;
}
