import fc from 'fast-check';
import type { MeasureType, Observation } from '../measures/observation.js';
import { percent } from '../quantities/percent.js';
import { LONGEST_SENTENCE, measureSentence } from '../sentences/measure-sentence.js';
import { processChart } from '../spc/process-chart.js';
import { NO_COLOUR, POLICE_AUTHORITY_2010, toleranceBand } from '../status/status-rules.js';
import { measureFacts } from './measure-facts.js';
import type { MeasureInputs } from './measure-inputs.js';
import { replay, type StoredResult } from './replay.js';

/** The same thousand in every run; another seed explores others. */
const RUNS = { numRuns: 1000, seed: 2023 };

const count = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 600 }));
const share = fc.record({ numerator: count, denominator: count });
const number = fc.double({ min: 0, max: 5000, noNaN: true });

/** Observations of each type, nonsense of the real world included: no base, more outcomes than offences. */
const OBSERVATIONS: Record<MeasureType, fc.Arbitrary<Observation>> = {
  count: fc.record({ type: fc.constant('count'), count }),
  composite: fc.record({ type: fc.constant('composite'), count: fc.option(count, { nil: null }) }),
  rate: fc.record({
    type: fc.constant('rate'),
    count,
    population: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 300_000 })),
    per: fc.constantFrom(1000, 100_000),
  }),
  proportion: share.map((one) => ({ type: 'proportion' as const, ...one })),
  survey: fc.record({
    type: fc.constant('survey'),
    percentage: fc.double({ min: 0, max: 100, noNaN: true }).map(percent),
    interviews: count,
  }),
  gap: fc.record({ type: fc.constant('gap'), first: share, second: share }),
  mean: fc.record({
    type: fc.constant('mean'),
    mean: number,
    standardError: fc.option(number, { nil: null }),
  }),
  index: fc.record({ type: fc.constant('index'), value: number, weightSet: fc.constantFrom('2016', '2023') }),
  milestone: fc.record({ type: fc.constant('milestone'), reached: fc.boolean() }),
  'yes-no': fc.record({ type: fc.constant('yes-no'), yes: fc.boolean() }),
  narrative: fc.record({ type: fc.constant('narrative'), text: fc.constantFrom('', 'x'.repeat(900)) }),
};
const TYPES = Object.keys(OBSERVATIONS) as MeasureType[];

const course = fc.oneof(
  fc.constantFrom(
    { kind: 'usual-shares' },
    { kind: 'flat' },
    { kind: 'seasonal', shares: [0.4, 0.3, 0.2, 0.1] },
  ),
  fc.record({
    kind: fc.constant('explicit'),
    levels: fc.tuple(number, number, number, number),
    reading: fc.constantFrom('point', 'cumulative'),
  }),
);
const end = fc.option(fc.oneof(fc.constant(0), number), { nil: null });
const target = fc.oneof(
  fc.record({
    kind: fc.constant('bounds'),
    atLeast: end,
    atMost: end,
    course,
    baselineYear: fc.constantFrom(null, 2008),
    baselineRestated: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('rank'),
    atMost: fc.integer({ min: 1, max: 32 }),
    place: fc.constantFrom(null, 1, 32),
  }),
  fc.constantFrom({ kind: 'milestone' }, { kind: 'no-baseline' }, { kind: 'narrative' }),
);
const quarter = fc.record({
  financialYear: fc.integer({ min: 2006, max: 2011 }),
  quarter: fc.constantFrom(1, 2, 3, 4),
});

function anyInputs(type: MeasureType): fc.Arbitrary<MeasureInputs> {
  const one = fc.option(OBSERVATIONS[type], { nil: null });
  const year = { quarters: fc.tuple(one, one, one, one), wholeYear: one };
  return fc.record({
    financialYear: fc.constant(2010),
    type: fc.constant(type),
    unit: fc.constantFrom('offences', 'x'.repeat(200)),
    direction: fc.constantFrom('lower', 'higher', 'range', 'reporting', 'context'),
    rollingTwelveMonths: fc.boolean(),
    ...year,
    pastYears: fc
      .integer({ min: 0, max: 4 })
      .chain((held) =>
        fc.tuple(
          ...Array.from({ length: held }, (_, ago) =>
            fc.record({ financialYear: fc.constant(2009 - ago), ...year }),
          ),
        ),
      ),
    breaks: fc.array(quarter, { maxLength: 2 }),
    target: fc.option(target, { nil: null }),
    statusRules: fc.constantFrom(NO_COLOUR, POLICE_AUTHORITY_2010, toleranceBand(5)),
    data: fc.record({ provisional: fc.boolean(), revised: fc.boolean() }),
  }) as fc.Arbitrary<MeasureInputs>;
}

/** Every number anywhere in a value. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

const CAUSAL = /because of|thanks to|due to|caused|led to|result of|soar|plummet|\bwill\b/i;

describe.each(TYPES)('any %s', (type) => {
  it('has facts without NaN or Infinity, and a bounded sentence that says no cause', () => {
    fc.assert(
      fc.property(anyInputs(type), (given) => {
        const facts = measureFacts(given);
        const sentence = measureSentence(given, facts);
        expect(sentence.length).toBeLessThanOrEqual(LONGEST_SENTENCE);
        expect(sentence.length).toBeGreaterThan(0);
        expect(sentence).not.toMatch(CAUSAL);
        expect(sentence).not.toMatch(/NaN|Infinity|undefined|null/);
        expect(numbersIn(facts).filter((value) => !Number.isFinite(value))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('is said again the same from what was stored, as JSON, for ever', () => {
    fc.assert(
      fc.property(anyInputs(type), (given) => {
        const facts = measureFacts(given);
        const stored = JSON.parse(JSON.stringify({ ruleSet: facts.ruleSet, inputs: given })) as StoredResult;
        expect(JSON.stringify(replay(stored))).toBe(JSON.stringify(facts));
      }),
      RUNS,
    );
  });

  it('is never red, nor better or worse in words, where neither way is good', () => {
    fc.assert(
      fc.property(anyInputs(type), fc.constantFrom('reporting', 'context'), (given, direction) => {
        const { status, change } = measureFacts({ ...given, direction } as MeasureInputs);
        expect(status.rag).not.toBe('red');
        expect(['better', 'worse']).not.toContain(change.change.verdict);
      }),
      RUNS,
    );
  });

  it('gives a reason wherever it gives no answer', () => {
    fc.assert(
      fc.property(anyInputs(type), (given) => {
        const { target: fact, change, forecast } = measureFacts(given);
        expect(fact.reason !== null).toBe(fact.status === 'cannot-tell');
        if (change.change.verdict === 'insufficient-data') expect(change.change.reason).toBeTruthy();
        if (!('median' in forecast)) expect(forecast.reason).toBeTruthy();
        // A part of a year is never scored as a whole, unless nothing can change the answer.
        if (fact.status === 'not-met' && fact.atMost === null && given.target?.kind === 'bounds')
          expect(measureFacts(given).quartersHeld).toBe(4);
      }),
      RUNS,
    );
  });

  it('is charted without NaN or Infinity, with the rule set on every signal', () => {
    const series = fc.record({
      quarters: fc.array(fc.option(OBSERVATIONS[type], { nil: null, freq: 9 }), { maxLength: 30 }),
      direction: fc.constantFrom('lower', 'higher', 'range', 'reporting', 'context'),
      rollingTwelveMonths: fc.boolean(),
      breaks: fc.array(fc.integer({ min: 0, max: 29 }), { maxLength: 2 }),
      rebases: fc.constant([]),
      target: fc.option(number, { nil: null }),
    }) as fc.Arbitrary<Parameters<typeof processChart>[0]>;
    fc.assert(
      fc.property(series, (given) => {
        const chart = processChart(given);
        expect(numbersIn(chart).filter((value) => !Number.isFinite(value))).toEqual([]);
        for (const signal of chart.signals) if (signal) expect(signal.ruleSet).toBe('MDC-2023');
        expect(chart.signals).toHaveLength(given.quarters.length);
        if (given.rollingTwelveMonths) expect(chart.signals.every((signal) => signal === null)).toBe(true);
      }),
      RUNS,
    );
  });
});

it('rules that nobody knows are refused', () => {
  expect(() => replay({ ruleSet: 'constructor', inputs: {} } as unknown as StoredResult)).toThrow(RangeError);
});
