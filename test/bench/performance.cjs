'use strict';

/**
 * Times `libs/performance`: the facts and sentences of 60 measures in 68 quarters, and 10,000 forecasts, as operations
 * per second beside the same maths with the distribution library's calls alone. Prints, asserts nothing.
 *
 *   node test/bench/performance.cjs
 */
const negativeBinomialCdf = require('@stdlib/stats-base-dists-negative-binomial-cdf');
const negativeBinomialQuantile = require('@stdlib/stats-base-dists-negative-binomial-quantile');
const poissonPmf = require('@stdlib/stats-base-dists-poisson-pmf');
const { compile } = require('../../tools/build/compile.cjs');

const MEASURES = 60;
const YEARS = 17;
const FORECASTS = 10_000;

async function main() {
  await compile({ say: console.log });
  const {
    measureFacts,
    measureSentence,
    forecastYearEnd,
    NO_COLOUR,
  } = require('../../dist/libs/performance/src');
  const inputs = nationalInputs(NO_COLOUR);

  const facts = perSecond(inputs.length, () => {
    for (const one of inputs) measureSentence(one, measureFacts(one));
  });
  const factsAlone = perSecond(inputs.length, () => {
    for (const one of inputs)
      // Three comparisons are part of the facts: the year to date, the quarter, twelve months.
      for (const [before, after] of pairsOf(one)) probabilitiesOfAnETest(after, before);
  });
  line(`facts and sentence of ${MEASURES} measures x ${YEARS * 4} quarters`, facts, factsAlone);

  const forecasts = perSecond(FORECASTS, () => {
    for (let run = 0; run < FORECASTS; run += 1)
      forecastYearEnd({ soFar: run % 900, share: 0.5 }).probabilityOfAtMost(900);
  });
  const forecastsAlone = perSecond(FORECASTS, () => {
    for (let run = 0; run < FORECASTS; run += 1) {
      const size = (run % 900) + 0.5;
      for (const p of [0.025, 0.1, 0.5, 0.9, 0.975]) negativeBinomialQuantile(p, size, 0.5);
      negativeBinomialCdf(900 - (run % 900), size, 0.5);
    }
  });
  line(`${FORECASTS.toLocaleString('en-GB')} forecasts`, forecasts, forecastsAlone);
}

/** Every quarter of every year as it looked when it was the newest: the work of a whole history. */
function nationalInputs(statusRules) {
  const counts = (measure, year) =>
    [0, 1, 2, 3].map((quarter) => (measure * 7 + year * 13 + quarter * 29) % 400);
  const inputs = [];
  for (let measure = 0; measure < MEASURES; measure += 1)
    for (let year = 3; year < YEARS + 3; year += 1)
      for (let held = 1; held <= 4; held += 1)
        inputs.push({
          ...{ financialYear: 2009 + year, type: 'count', unit: 'offences', direction: 'lower' },
          ...{ rollingTwelveMonths: false, wholeYear: null, breaks: [], statusRules },
          quarters: observed(counts(measure, year)).map((one, quarter) => (quarter < held ? one : null)),
          pastYears: [1, 2, 3].map((ago) => ({
            financialYear: 2009 + year - ago,
            quarters: observed(counts(measure, year - ago)),
            wholeYear: null,
          })),
          target: {
            ...{ kind: 'bounds', atLeast: null, atMost: 700, course: { kind: 'usual-shares' } },
            ...{ baselineYear: null, baselineRestated: false },
          },
          data: { provisional: false, revised: false },
        });
  return inputs;
}

function observed(counts) {
  return counts.map((count) => ({ type: 'count', count }));
}

/** Before and after of each comparison. */
function pairsOf({ quarters, pastYears: [last] }) {
  const held = quarters.filter((one) => one !== null).map(({ count }) => count);
  const before = last.quarters.map(({ count }) => count);
  return [
    [sum(before.slice(0, held.length)), sum(held)],
    [before[held.length - 1], held.at(-1)],
    [sum(before), sum(held) + sum(before.slice(held.length))],
  ];
}

/** The least an E-test can do: the probabilities of both counts, ten standard deviations about their mean. */
function probabilitiesOfAnETest(before, after) {
  const mean = (before + after) / 2;
  const reach = 8 * Math.sqrt(mean) + 8;
  for (let count = Math.max(0, Math.floor(mean - reach)); count < mean + reach; count += 1) {
    poissonPmf(count, mean);
    poissonPmf(count, mean);
  }
}

function sum(counts) {
  return counts.reduce((total, count) => total + (count ?? 0), 0);
}

/** The best of five rounds. */
function perSecond(operations, work) {
  const times = Array.from({ length: 5 }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return (1000 * operations) / Math.min(...times);
}

function line(what, ours, alone) {
  const round = (value) => Math.round(value).toLocaleString('en-GB');
  console.log(
    `${what}: ${round(ours)} a second; the library's calls alone ${round(alone)} a second (${(alone / ours).toFixed(1)} times as many)`,
  );
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
