import { financialYearName } from '@lib/kernel';
import { brierScore, reliability } from '@lib/performance';
import type { SettledChance } from '@lib/reporting';
import type { Paths } from '../../http/paths.js';

/** The record of the forecasts: one score, how often each kind of chance came true, and every forecast by itself. */
export function forecastRecordView(settled: readonly SettledChance[], paths: Paths) {
  const forecasts = settled.map(({ probability, met }) => ({ probability, happened: met }));
  const score = brierScore(forecasts);
  return {
    pageTitle: 'How good the forecasts were',
    heading: 'How good the forecasts were',
    backLink: { href: paths.board(), text: 'Back to the board page' },
    score: score === null ? null : score.toFixed(3),
    bands: reliability(forecasts).map((band) => ({
      said: `${percentage(band.from)} to ${percentage(band.until)}`,
      forecasts: String(band.forecasts),
      mean: percentage(band.meanProbability),
      cameTrue: percentage(band.shareThatHappened),
    })),
    forecasts: settled.map((one) => ({
      name: one.name,
      href: paths.measure(one.slug),
      when: `${financialYearName(one.financialYear)}, after ${one.quartersHeld === 1 ? '1 quarter' : `${one.quartersHeld} quarters`}`,
      chance: percentage(one.probability),
      outcome: one.met ? 'Met' : 'Not met',
    })),
  };
}

function percentage(share: number): string {
  return `${Math.round(100 * share)}%`;
}
