import { falseAlarmsOfChange, falseAlarmsOfSpc, forecastRecord } from './simulations.js';

/** The short form. The long one, with 10,000 series each, is `SERIES=10000 npm test -- test/simulation`. */
const SERIES = Number(process.env['SERIES'] ?? 1000);
/** Three standard errors of a share near 5% of so many. */
const slack = (share: number) => 3 * Math.sqrt((share * (1 - share)) / SERIES);

describe('on Poisson series that do not change', () => {
  it.each([5, 20, 100, 400])('the test of change alarms in about 5%% at a mean of %i', (mean) => {
    const alarms = falseAlarmsOfChange(mean, SERIES);
    report(`E-test, mean ${mean}`, alarms);
    expect(alarms).toBeGreaterThan(0.03 - slack(0.05));
    expect(alarms).toBeLessThan(0.055 + slack(0.05));
  });

  it.each(['xmr', 'c'] as const)('few points lie outside the limits of a %s-chart of twelve', (chart) => {
    for (const mean of [20, 100]) {
      const { outsideLimits, anyRule } = falseAlarmsOfSpc(chart, mean, SERIES);
      report(`${chart}-chart, mean ${mean}, outside limits`, outsideLimits);
      report(`${chart}-chart, mean ${mean}, any rule`, anyRule);
      // 0.27% if the limits were known; twelve points know them only about.
      expect(outsideLimits).toBeLessThan(chart === 'c' ? 0.015 : 0.03);
      expect(anyRule).toBeLessThan(0.16);
    }
  });
});

describe('forecasts', () => {
  it.each([
    [22, 2],
    [116, 3],
    [1700, 1],
    [1700, 3],
  ] as const)(
    'of a year of %i after %i quarters cover what they say and come true as often',
    (yearlyMean, quarters) => {
      const { coverage80, coverage95, brier, bands } = forecastRecord({ yearlyMean, quarters }, SERIES);
      report(`forecast, ${yearlyMean} a year after ${quarters} quarters: within 80%`, coverage80);
      report(`forecast, ${yearlyMean} a year after ${quarters} quarters: within 95%`, coverage95);
      report(`forecast, ${yearlyMean} a year after ${quarters} quarters: Brier score`, brier);
      // Whole counts make an interval a little wider than it says.
      expect(coverage80).toBeGreaterThan(0.79 - slack(0.8));
      expect(coverage80).toBeLessThan(0.92);
      expect(coverage95).toBeGreaterThan(0.945 - slack(0.95));
      expect(brier).toBeLessThan(0.25);
      for (const { meanProbability, shareThatHappened, forecasts } of bands)
        expect(Math.abs(meanProbability - shareThatHappened)).toBeLessThan(
          0.06 + 3 * Math.sqrt(0.25 / forecasts),
        );
    },
  );
});

/** The long form prints its figures, for docs/statistics.md. */
function report(what: string, figure: number): void {
  if (process.env['SERIES']) process.stdout.write(`| ${what} | ${figure.toFixed(4)} |\n`);
}
