/**
 * Which way is good. `range`: within a range; `reporting`: a rise may mean that more people report, which is meant;
 * `context`: neither. The last two are never bad by themselves.
 */
export type Direction = 'lower' | 'higher' | 'range' | 'reporting' | 'context';

/** What a move up or down means for a direction; null where it means nothing by itself. */
export function meaningOf(direction: Direction, towards: 'higher' | 'lower'): 'better' | 'worse' | null {
  if (direction !== 'lower' && direction !== 'higher') return null;
  return direction === towards ? 'better' : 'worse';
}
