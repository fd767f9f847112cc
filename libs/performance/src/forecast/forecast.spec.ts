import { brierScore, reliability } from './calibration.js';
import { seasonalShare } from './seasonal-share.js';
import { forecastYearEnd } from './year-end-forecast.js';

/** Quarters of an invented year, 1,754 in all. */
const INVENTED = [410, 438, 470, 436];

describe('the year-end forecast (calculated)', () => {
  it.each<[string, number, number, number, number, number, [number, number], [number, number]]>([
    ['T36', 16, 0.75, 21, 21.5, 0.54155, [18, 25], [17, 28]],
    ['T37', 11, 0.5, 21, 22.5, 0.457239, [17, 29], [15, 33]],
    ['T38', 19, 0.75, 21, 25.5, 0.067257, [22, 29], [21, 32]],
    ['T39', 5, 0.25, 21, 21.5, 0.557422, [12, 32], [9, 40]],
    ['T40', 1250, 0.75, 1675, 1666.83, 0.647211, [1637, 1697], [1621, 1714]],
    ['T41', 1262, 0.75, 1675, 1682.83, 0.382484, [1653, 1713], [1637, 1730]],
    ['T42', 1262, 1318 / 1754, 1675, 1679.64, 0.434777, [1650, 1710], [1634, 1727]],
    ['T43', 860, 0.5, 1675, 1720.5, 0.138484, [1668, 1774], [1641, 1803]],
  ])('%s: %i after %f of the year, target %i', (_, soFar, share, target, mean, hit, eighty, ninetyFive) => {
    const forecast = forecastYearEnd({ soFar, share });
    expect(forecast.mean).toBeCloseTo(mean, 2);
    expect(forecast.probabilityOfAtMost(target)).toBeCloseTo(hit, 6);
    expect(forecast.interval80).toEqual({ lower: eighty[0], upper: eighty[1] });
    expect(forecast.interval95).toEqual({ lower: ninetyFive[0], upper: ninetyFive[1] });
  });

  it('knows that a target passed already cannot be met, and that a year that is over is what it is', () => {
    expect(forecastYearEnd({ soFar: 22, share: 0.5 }).probabilityOfAtMost(21)).toBe(0);
    const over = forecastYearEnd({ soFar: 1695, share: 1 });
    expect([over.median, over.probabilityOfAtMost(1675), over.probabilityOfAtMost(1695)]).toEqual([
      1695, 0, 1,
    ]);
  });

  it('is wider where counts vary more than chance, about the same mean', () => {
    const usual = forecastYearEnd({ soFar: 860, share: 0.5, dispersion: 1 });
    const wild = forecastYearEnd({ soFar: 860, share: 0.5, dispersion: 3 });
    expect(wild.mean).toBeCloseTo(usual.mean, 6);
    const width = ({ interval95: { lower, upper } }: typeof usual) => upper - lower;
    // √3 times as wide, but for rounding to whole counts
    expect(width(wild) / width(usual)).toBeCloseTo(Math.sqrt(3), 1);
    expect(forecastYearEnd({ soFar: 860, share: 0.5 }).dispersionUnknown).toBe(true);
  });

  // total 1720, share off by 0.036 of 0.5: known to ±124; by chance alone what remains varies by √1720 = 41
  it('knows a large year no better than its season is known', () => {
    const sure = forecastYearEnd({ soFar: 860, share: 0.5 });
    const about = forecastYearEnd({ soFar: 860, share: 0.5, shareError: 0.036 });
    expect(about.mean).toBeCloseTo(sure.mean, 6);
    const reach = ({ interval95: { lower, upper } }: typeof sure) => (upper - lower) / 2 / 1.96;
    expect(reach(about)).toBeGreaterThan(0.95 * Math.hypot(124, 41));
    expect(reach(about)).toBeLessThan(1.05 * Math.hypot(124, 41));
    // of a few it makes next to nothing
    const few = { soFar: 11, share: 0.5 };
    expect(reach(forecastYearEnd({ ...few, shareError: 0.036 })) - reach(forecastYearEnd(few))).toBeLessThan(
      1,
    );
  });

  it.each([
    { soFar: 1, share: 0.5, shareError: -0.1 },
    { soFar: -1, share: 0.5 },
    { soFar: 1, share: 0 },
    { soFar: 1, share: 1.1 },
    { soFar: 1, share: 0.5, dispersion: 0.5 },
  ])('refuses %j', (inputs) => expect(() => forecastYearEnd(inputs)).toThrow(RangeError));
});

describe('the share of the year that has gone', () => {
  it('is last year’s where that is all there is', () => {
    expect(seasonalShare([INVENTED], 3, 4)).toEqual({ share: 1318 / 1754, basis: 'last-year' });
  });

  it('is the mean of three years where they are held', () => {
    const { share, basis } = seasonalShare([[1, 1, 1, 1], [2, 0, 1, 1], [3, 1, 0, 0], INVENTED], 1, 4);
    expect(share).toBeCloseTo((0.25 + 0.5 + 0.75) / 3, 12);
    expect(basis).toBe('last-three-years');
  });

  it('is even, and says so, without history', () => {
    expect(seasonalShare([], 3, 4)).toEqual({ share: 0.75, basis: 'even-share' });
    expect(seasonalShare([[0, 0, 0, 0]], 3, 4).basis).toBe('even-share');
  });
});

describe('calibration', () => {
  const said = (probability: number, ...outcomes: (0 | 1)[]) =>
    outcomes.map((happened) => ({ probability, happened: happened === 1 }));

  // (0.8 − 1)² = 0.04, (0.3 − 0)² = 0.09: mean 0.065
  it('scores by Brier', () => {
    expect(brierScore([...said(0.8, 1), ...said(0.3, 0)])).toBeCloseTo(0.065, 12);
    expect(brierScore([])).toBeNull();
  });

  it('tells of what was said how much came', () => {
    expect(reliability([...said(0.3, 1, 0, 0), ...said(1, 1)])).toEqual([
      {
        from: 0.2,
        until: 0.4,
        forecasts: 3,
        meanProbability: expect.closeTo(0.3, 10),
        shareThatHappened: 1 / 3,
      },
      { from: 0.8, until: 1, forecasts: 1, meanProbability: 1, shareThatHappened: 1 },
    ]);
  });
});
