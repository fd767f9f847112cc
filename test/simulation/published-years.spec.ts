import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brierScore, measureFacts, NO_COLOUR, USUAL_SHARE_ERROR } from '@lib/performance';
import { type CrimeYears, readCrimeYears } from './crime-years.js';

/** Published figures beside the project: they are not part of it, and the tests on them are skipped without them. */
const DATA = path.resolve(__dirname, '../../../shared/data/mps-borough-level');
const file = existsSync(DATA)
  ? readdirSync(DATA).find((name) => name.startsWith('2024-02-release_historical'))
  : undefined;
if (!file)
  process.stdout.write('SKIPPED: the published borough figures are not there; see test/simulation.\n');
const withFigures = file ? describe : describe.skip;

withFigures('forecasts of years that were published', () => {
  let series: CrimeYears[];
  beforeAll(() => {
    series = readCrimeYears(readFileSync(path.join(DATA, file!), 'utf8')).filter(({ years }) =>
      [...years.values()].every((counts) => sum(counts) >= 200),
    );
  });

  it('the shares of a year are off by what the forecast allows for', () => {
    for (const [basis, years] of [
      ['even-share', 0],
      ['last-year', 1],
      ['last-three-years', 3],
    ] as const)
      for (const held of [1, 2, 3]) {
        const error = shareErrorOf(series, years, held);
        report(`share after ${held} quarters, ${basis}`, error);
        expect(Math.abs(error - USUAL_SHARE_ERROR[basis][(held - 1) as 0 | 1 | 2])).toBeLessThan(0.001);
      }
  });

  it.each([
    ['even shares', 0],
    ['three years before', 3],
  ] as const)('the ranges hold about as many years as they say, with %s', (_, before) => {
    let [within80, within95, count] = [0, 0, 0];
    const chances: { probability: number; happened: boolean }[] = [];
    // A sixth of them in CI; all of them in the long form.
    const some = series.filter((_, index) => process.env['SERIES'] || index % 6 === 0);
    for (const { years } of some)
      for (const [year, counts] of years) {
        const past = Array.from({ length: before }, (_unused, ago) => years.get(year - 1 - ago));
        if (past.includes(undefined)) continue;
        for (const held of [1, 2, 3]) {
          const total = sum(counts);
          // Targets of every difficulty about what the year came to.
          const atMost = Math.round(total * (0.85 + ((count * 7) % 31) / 100));
          const { forecast } = factsOf(year, counts, held, past as number[][], atMost);
          if (!('median' in forecast)) throw new Error('A year that is under way is forecast.');
          count += 1;
          if (forecast.interval80.lower <= total && total <= forecast.interval80.upper) within80 += 1;
          if (forecast.interval95.lower <= total && total <= forecast.interval95.upper) within95 += 1;
          chances.push({ probability: forecast.probabilityOfTarget!, happened: total <= atMost });
        }
      }
    report(`${count} forecasts, ${before} years before: within 80%`, within80 / count);
    report(`${count} forecasts, ${before} years before: within 95%`, within95 / count);
    report(`${count} forecasts, ${before} years before: Brier score`, brierScore(chances)!);
    expect(within80 / count).toBeGreaterThan(0.76);
    expect(within80 / count).toBeLessThan(0.9);
    expect(within95 / count).toBeGreaterThan(0.92);
    expect(brierScore(chances)).toBeLessThan(0.2);
  });
});

function factsOf(year: number, counts: readonly number[], held: number, past: number[][], atMost: number) {
  const quarters = (four: readonly number[], known = 4) =>
    four.map((count, index) =>
      index < known ? ({ type: 'count', count } as const) : null,
    ) as unknown as Parameters<typeof measureFacts>[0]['quarters'];
  return measureFacts({
    ...{
      financialYear: year,
      type: 'count',
      unit: 'offences',
      direction: 'lower',
      rollingTwelveMonths: false,
    },
    quarters: quarters(counts, held),
    wholeYear: null,
    pastYears: past.map((four, ago) => ({
      financialYear: year - 1 - ago,
      quarters: quarters(four),
      wholeYear: null,
    })),
    breaks: [],
    target: {
      ...{ kind: 'bounds', atLeast: null, atMost, course: { kind: 'usual-shares' } },
      ...{ baselineYear: null, baselineRestated: false },
    },
    statusRules: NO_COLOUR,
    data: { provisional: false, revised: false },
  });
}

/** How far the share is off beyond what chance does to counts: a root mean square. */
function shareErrorOf(series: readonly CrimeYears[], before: number, held: number): number {
  const squares = series.flatMap(({ years }) =>
    [...years].flatMap(([year, counts]) => {
      const past = Array.from({ length: before }, (_, ago) => years.get(year - 1 - ago));
      if (past.includes(undefined)) return [];
      const total = sum(counts);
      const share = sum(counts.slice(0, held)) / total;
      const shares = (past as number[][]).map((four) => sum(four.slice(0, held)) / sum(four));
      const expected = before === 0 ? held / 4 : sum(shares) / before;
      const chance =
        (share * (1 - share)) / total +
        sum(
          (past as number[][]).map(
            (four, ago) => (shares[ago]! * (1 - shares[ago]!)) / sum(four) / before ** 2,
          ),
        );
      return [(share - expected) ** 2 - chance];
    }),
  );
  return Math.sqrt(Math.max(0, sum(squares) / squares.length));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Printed with SERIES set, for docs/statistics.md. */
function report(what: string, figure: number): void {
  if (process.env['SERIES']) process.stdout.write(`| ${what} | ${figure.toFixed(4)} |\n`);
}
