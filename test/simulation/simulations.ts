import {
  equalExposures,
  eTest,
  forecastYearEnd,
  reliability,
  type ReliabilityBand,
  brierScore,
  signals,
  xmrLimits,
  cLimits,
} from '@lib/performance';
import { poissonCount, seededRandom } from './random-counts.js';

/** How often the E-test calls two years of one and the same rate different, at 95%. It should be 5% or a little less. */
export function falseAlarmsOfChange(mean: number, series: number, seed = 1): number {
  const random = seededRandom(seed);
  let alarms = 0;
  for (let run = 0; run < series; run += 1)
    if (eTest(equalExposures(poissonCount(mean, random), poissonCount(mean, random))) < 0.05) alarms += 1;
  return alarms / series;
}

/**
 * How often a process that does not change sets off a signal: the share of new points that are flagged when 12 quarters
 * fix the limits and 12 follow.
 */
export function falseAlarmsOfSpc(
  chart: 'xmr' | 'c',
  mean: number,
  series: number,
  seed = 2,
): { outsideLimits: number; anyRule: number } {
  const random = seededRandom(seed);
  let outside = 0;
  let any = 0;
  let points = 0;
  for (let run = 0; run < series; run += 1) {
    const counts = Array.from({ length: 24 }, () => poissonCount(mean, random));
    const basis = counts.slice(0, 12);
    const found = signals(counts, chart === 'xmr' ? xmrLimits(basis) : cLimits(basis)).slice(12);
    points += found.length;
    outside += found.filter((signal) => signal?.rules.includes('outside-limits')).length;
    any += found.filter((signal) => signal !== null).length;
  }
  return { outsideLimits: outside / points, anyRule: any / points };
}

/** How often a year ends within the forecast's intervals, and whether P(hit) comes true as often as it says. */
export function forecastRecord(
  { yearlyMean, quarters }: { yearlyMean: number; quarters: 1 | 2 | 3 },
  series: number,
  seed = 3,
): { coverage80: number; coverage95: number; brier: number; bands: ReliabilityBand[] } {
  const random = seededRandom(seed);
  let within80 = 0;
  let within95 = 0;
  const settled = Array.from({ length: series }, () => {
    const soFar = poissonCount((yearlyMean * quarters) / 4, random);
    const total = soFar + poissonCount((yearlyMean * (4 - quarters)) / 4, random);
    const forecast = forecastYearEnd({ soFar, share: quarters / 4, dispersion: 1 });
    if (total >= forecast.interval80.lower && total <= forecast.interval80.upper) within80 += 1;
    if (total >= forecast.interval95.lower && total <= forecast.interval95.upper) within95 += 1;
    // Targets of every difficulty, so that every probability is given.
    const target = Math.round(yearlyMean + (random() - 0.5) * 4 * Math.sqrt(yearlyMean));
    return { probability: forecast.probabilityOfAtMost(target), happened: total <= target };
  });
  return {
    coverage80: within80 / series,
    coverage95: within95 / series,
    brier: brierScore(settled)!,
    bands: reliability(settled),
  };
}
