import fc from 'fast-check';
import { COUNT_FACTS_1, countFacts } from '../facts/count-facts.js';
import type { CountInputs, CountTarget, FourCounts } from '../facts/count-inputs.js';
import { replay } from '../facts/replay.js';
import { likelihood, LONGEST_SENTENCE, measureSentence } from './measure-sentence.js';

const QUIET = { provisional: false, revised: false, seriesBreak: false };

const inputs = (quarters: FourCounts, change: Partial<CountInputs> = {}): CountInputs => ({
  financialYear: 2009,
  unit: 'offences',
  direction: 'lower',
  quarters,
  wholeYear: null,
  pastYears: [],
  target: null,
  data: QUIET,
  ...change,
});
const lastYear = (total: number, breakAfter = false) => [
  { financialYear: 2008, quarters: null, total, breakAfter },
];
const atMost = (passMark: number): CountTarget => ({ kind: 'at-most', passMark });
const say = (given: CountInputs) => measureSentence(given, countFacts(given));

describe('golden sentences', () => {
  it.each<[string, CountInputs]>([
    [
      '22 offences, against 17 the year before. A difference this size is common by chance. The target of 16 or fewer was missed by 6.',
      inputs([6, 5, 5, 6], { pastYears: lastYear(17), target: atMost(16) }),
    ],
    [
      '656 offences, against 842 the year before (−22.1%). A fall this size is more than chance explains, for the better. No target is set.',
      inputs([164, 164, 164, 164], { pastYears: lastYear(842) }),
    ],
    [
      '646 offences, against 610 the year before (+5.9%). A difference this size is common by chance. No target is set.',
      inputs([160, 162, 162, 162], { pastYears: lastYear(610) }),
    ],
    [
      '1,695 offences, against 1,754 the year before (−3.4%). A difference this size is common by chance. The target of 1,675 or fewer was missed by 20.',
      inputs([368, 464, 476, 387], { pastYears: lastYear(1754), target: atMost(1675) }),
    ],
    [
      // T36: 16 after three quarters against 21
      '16 offences in the first 3 quarters. The year may end between 18 and 25 offences; meeting the target of 21 is about an even chance (about 54%).',
      inputs([5, 5, 6, null], { target: atMost(21) }),
    ],
    [
      '60 offences in the first quarter, against 100 in the whole of last year. A rise this size is more than chance explains, for the worse. The target of 50 or fewer for the year is missed by 10 already.',
      inputs([60, null, null, null], { pastYears: lastYear(100), target: atMost(50) }),
    ],
    [
      '300 offences, against 200 the year before (+50.0%). A rise this size is more than chance explains. No target is set.',
      inputs([75, 75, 75, 75], { pastYears: lastYear(200), direction: 'reporting' }),
    ],
    [
      '300 offences, against 200 the year before (+50.0%). Figures from before the break in the series are not compared. No target is set.',
      inputs([75, 75, 75, 75], { pastYears: lastYear(200, true) }),
    ],
    [
      'No offences are reported for this year yet. The target is 100 or fewer.',
      inputs([null, null, null, null], { target: atMost(100) }),
    ],
    [
      'No offences are reported for this year yet. No baseline is known, so the target cannot be judged.',
      inputs([null, null, null, null], { target: { kind: 'no-baseline' } }),
    ],
    [
      '9 offences. A quarter is missing, so the target cannot be judged.',
      inputs([null, 9, null, null], { target: atMost(100) }),
    ],
    [
      '646 offences, against 610 the year before (+5.9%). A difference this size is common by chance. No target is set.',
      inputs([null, null, null, null], { wholeYear: 646, pastYears: lastYear(610) }),
    ],
    ['0 offences. The target of 0 or fewer was met exactly.', inputs([0, 0, 0, 0], { target: atMost(0) })],
  ])('%s', (expected, given) => expect(say(given)).toBe(expected));
});

const count = fc.option(fc.integer({ min: 0, max: 3000 }), { nil: null });
const four = fc.tuple(count, count, count, count);
const anyInputs = fc.record({
  financialYear: fc.constant(2010),
  unit: fc.constant('offences'),
  direction: fc.constantFrom('lower', 'higher', 'range', 'reporting', 'context'),
  quarters: four,
  wholeYear: count,
  pastYears: fc.array(
    fc.record({
      financialYear: fc.constant(2009),
      quarters: fc.option(four, { nil: null }),
      total: count,
      breakAfter: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
  target: fc.option(
    fc.oneof(
      fc.record({ kind: fc.constant('at-most' as const), passMark: fc.integer({ min: 0, max: 12_000 }) }),
      fc.constant({ kind: 'no-baseline' } as const),
      fc.constant({ kind: 'narrative' } as const),
    ),
    { nil: null },
  ),
  data: fc.record({ provisional: fc.boolean(), revised: fc.boolean(), seriesBreak: fc.boolean() }),
}) as fc.Arbitrary<CountInputs>;

/** Every number anywhere in a value. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

const CAUSAL = /because of|thanks to|due to|caused|led to|result of|soar|plummet|\bwill\b/i;

describe('any sentence', () => {
  it('is bounded, says no cause and holds no NaN or Infinity; and the facts behind it hold none either', () => {
    fc.assert(
      fc.property(anyInputs, (given) => {
        const facts = countFacts(given);
        const sentence = measureSentence(given, facts);
        expect(sentence.length).toBeLessThanOrEqual(LONGEST_SENTENCE);
        expect(sentence).not.toMatch(CAUSAL);
        expect(sentence).not.toMatch(/NaN|Infinity|undefined|null/);
        for (const value of numbersIn(facts)) expect(Number.isFinite(value)).toBe(true);
      }),
      { numRuns: 1000, seed: 2023 },
    );
  });

  it('is never red in words where neither way is good', () => {
    fc.assert(
      fc.property(anyInputs, fc.constantFrom('range', 'reporting', 'context'), (given, direction) => {
        const facts = countFacts({ ...given, direction } as CountInputs);
        expect(['better', 'worse']).not.toContain(facts.change.verdict);
      }),
      { numRuns: 1000, seed: 2023 },
    );
  });

  it('is said again the same from what was stored, as JSON, for ever', () => {
    fc.assert(
      fc.property(anyInputs, (given) => {
        const stored = JSON.parse(JSON.stringify({ ruleSet: COUNT_FACTS_1, inputs: given })) as Parameters<
          typeof replay
        >[0];
        expect(JSON.stringify(replay(stored))).toBe(JSON.stringify(countFacts(given)));
      }),
      { numRuns: 1000, seed: 2023 },
    );
    expect(() => replay({ ruleSet: 'constructor', inputs: inputs([1, 1, 1, 1]) })).toThrow(RangeError);
  });
});

describe('likelihood in words', () => {
  it.each([
    [0, 'a remote chance (5% or less)'],
    [0.15, 'highly unlikely (about 15%)'],
    [0.382, 'a realistic possibility (about 38%)'],
    [0.647, 'likely (about 65%)'],
    [0.99, 'almost certain (95% or more)'],
  ])('%f is %s', (probability, words) => expect(likelihood(probability)).toBe(words));
});
