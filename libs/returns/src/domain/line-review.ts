import type { Id } from '@lib/kernel';
import { type QuarterLevel, unusualCount } from '@lib/performance';

/** What a figure is looked at beside. */
export interface FigureContext {
  /** What the year's target asks of the quarter by itself; null where it has no number. */
  readonly level: QuarterLevel | null;
  /** Which way a special cause points on the measure's chart with this figure on it; null for none. */
  readonly signal: 'higher' | 'lower' | null;
}

/** What has to be looked at on a line before the return is sent. */
export interface LineReview {
  readonly lineId: Id;
  /** Cannot be right: the return is not sent until it is changed. */
  readonly wrong: readonly string[];
  /** May be right, with a reason. */
  readonly unusual: readonly string[];
  /** Why a commentary on the line is needed; empty where it is welcome and not needed. */
  readonly commentaryBecause: readonly string[];
}

const number = (count: number) => count.toLocaleString('en-GB', { maximumFractionDigits: 1 });

/**
 * What is unusual about a count, in words for who typed it; null where nothing is.
 *
 * @param said what was typed, where it was not the number
 */
export function unusualInWords(
  count: number,
  history: readonly number[],
  said: string = number(count),
): string | null {
  const found = unusualCount(count, history);
  if (!found) return null;
  const { towards, usual, mean, quarters } = found;
  const than = towards === 'higher' ? 'more than' : 'fewer than';
  if (usual)
    return `${said} is ${than} usual: after the last ${quarters} quarters with a figure, ${number(usual.from)} to ${number(usual.to)} would be`;
  const times = towards === 'higher' && mean > 0 ? count / mean : 0;
  const much = times >= 2 ? `about ${number(Math.round(times))} times` : `far ${than}`;
  return quarters === 1
    ? `${said} is ${much} the ${number(mean)} of the last quarter with a figure`
    : `${said} is ${much} the ${number(mean)} that the last ${quarters} quarters with a figure had on average`;
}

/** Why a figure needs a commentary: it misses what the target asks, or its chart shows a special cause. */
export function commentaryReasons(count: number, { level, signal }: FigureContext): string[] {
  const reasons: string[] = [];
  if (level && level.atMost !== null && count > level.atMost)
    reasons.push(
      `${number(count)} is more than the ${number(level.atMost)} that the target allows this quarter`,
    );
  if (level && level.atLeast !== null && count < level.atLeast)
    reasons.push(
      `${number(count)} is fewer than the ${number(level.atLeast)} that the target asks of this quarter`,
    );
  if (signal)
    reasons.push(`it is ${signal} than the chart of the measure expects, by more than chance explains`);
  return reasons;
}
