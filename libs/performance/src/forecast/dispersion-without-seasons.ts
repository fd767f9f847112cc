import { dispersionOf } from '../spc/chart-choice.js';

/** Quarters without their seasons that are needed before dispersion is estimated. */
const QUARTERS_FOR_DISPERSION = 8;

/**
 * How much quarters vary beyond chance once the season is taken out: each is divided by its season's index
 * sⱼ = mean(quarter j)/mean(all). Never taken to be less than chance.
 *
 * @param years whole years of four quarterly counts, 0 or more each
 * @returns 1 or more; null for fewer than eight quarters, or when all are 0
 */
export function dispersionWithoutSeasons(years: readonly (readonly number[])[]): number | null {
  if (4 * years.length < QUARTERS_FOR_DISPERSION) return null;
  const mean = sum(years.flat()) / (4 * years.length);
  if (mean === 0) return null;
  const index = [0, 1, 2, 3].map((quarter) => sum(years.map((year) => year[quarter]!)) / years.length / mean);
  const levelled = years.flatMap((year) =>
    year.map((count, quarter) => (index[quarter] === 0 ? 0 : Math.round(count / index[quarter]!))),
  );
  const dispersion = dispersionOf(levelled);
  return dispersion === null ? null : Math.max(1, dispersion);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
