import { requireCount } from '../requirements.js';

/** What share of a year has normally happened by now, and what that is based on. */
export interface SeasonalShare {
  /** Above 0, at most 1. */
  readonly share: number;
  readonly basis: 'last-three-years' | 'last-year' | 'even-share';
}

const WANTED_YEARS = 3;

/**
 * How far the share that has gone after 1, 2 and 3 quarters is usually off, beyond what chance does to counts: standard
 * deviations over 33 boroughs of London and all crime groups that have 200 or more in every year, 2010/11 to 2018/19 (Metropolitan
 * Police Service, borough level crime; `test/simulation/published-years.spec.ts` works them out again). One year's
 * shares are a worse guide than even ones: they repeat that year's accidents.
 */
export const USUAL_SHARE_ERROR: Readonly<Record<SeasonalShare['basis'], readonly [number, number, number]>> =
  {
    'last-three-years': [0.024, 0.032, 0.026],
    'last-year': [0.028, 0.038, 0.031],
    'even-share': [0.023, 0.034, 0.025],
  };

/**
 * The share of the year that has normally elapsed after some periods: the mean of the last three years' cumulative
 * shares where held, last year's where only that is, else an even share, which knows nothing of seasons and says so.
 *
 * @param pastYears whole earlier years, newest first, each with a count for every period
 * @param elapsed periods that are over, 1 up to all of them
 * @param periods in a year: 4 quarters or 12 months
 */
export function seasonalShare(
  pastYears: readonly (readonly number[])[],
  elapsed: number,
  periods: 4 | 12,
): SeasonalShare {
  if (!Number.isInteger(elapsed) || elapsed < 1 || elapsed > periods)
    throw new RangeError(`Of ${periods} periods 1 to ${periods} can have elapsed.`);
  const shares = pastYears.flatMap((year) => {
    if (year.length !== periods) throw new RangeError('A past year must be whole.');
    for (const count of year) requireCount(count, 'A count');
    const total = sum(year);
    const soFar = sum(year.slice(0, elapsed));
    return soFar === 0 ? [] : [soFar / total];
  });
  if (shares.length >= WANTED_YEARS)
    return { share: sum(shares.slice(0, WANTED_YEARS)) / WANTED_YEARS, basis: 'last-three-years' };
  const [last] = shares;
  return last === undefined
    ? { share: elapsed / periods, basis: 'even-share' }
    : { share: last, basis: 'last-year' };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
