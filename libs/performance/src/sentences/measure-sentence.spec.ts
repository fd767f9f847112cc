import { measureFacts } from '../facts/measure-facts.js';
import type { FourQuarters, MeasureInputs } from '../facts/measure-inputs.js';
import type { Observation } from '../measures/observation.js';
import { percent } from '../quantities/percent.js';
import { atMost, bounds, counts, inputsOf, yearAsWhole, yearByQuarter } from '../testing/measure-inputs.js';
import { likelihood } from './likelihood.js';
import { measureSentence } from './measure-sentence.js';

const say = (given: MeasureInputs) => measureSentence(given, measureFacts(given));
const of = (...four: (Observation | null)[]) => four as unknown as FourQuarters;
const last = (total: number) => [yearAsWhole(2009, total)];
const share = (numerator: number, denominator: number) =>
  ({ type: 'proportion', numerator, denominator }) as const;
const survey = (percentage: number, interviews: number) =>
  ({ type: 'survey', percentage: percent(percentage), interviews }) as const;

describe('golden sentences', () => {
  it.each<[string, MeasureInputs]>([
    [
      '22 offences, against 17 the year before. A difference this size is common by chance. The target of 16 or fewer was missed by 6.',
      inputsOf(counts(6, 5, 5, 6), { pastYears: last(17), target: atMost(16) }),
    ],
    [
      '656 offences, against 842 the year before (−22.1%). A fall this size is more than chance explains, for the better. No target is set.',
      inputsOf(counts(164, 164, 164, 164), { pastYears: last(842) }),
    ],
    [
      '646 offences, against 610 the year before (+5.9%). A difference this size is common by chance. No target is set.',
      inputsOf(counts(160, 162, 162, 162), { pastYears: last(610) }),
    ],
    [
      '1,695 offences, against 1,754 the year before (−3.4%). A difference this size is common by chance. The target of 1,675 or fewer was missed by 20.',
      inputsOf(counts(368, 464, 476, 387), { pastYears: last(1754), target: atMost(1675) }),
    ],
    [
      // T36: 16 after three quarters against 21
      '16 offences in the first 3 quarters. The year may end between 18 and 25 offences; meeting the target of 21 or fewer is about an even chance (about 54%).',
      inputsOf(counts(5, 5, 6, null), { target: atMost(21) }),
    ],
    [
      '60 offences in the first quarter, against 100 in the whole of last year. A rise this size is more than chance explains, for the worse. The target of 50 or fewer for the year is missed by 10 already.',
      inputsOf(counts(60, null, null, null), { pastYears: last(100), target: atMost(50) }),
    ],
    [
      '300 offences, against 200 the year before (+50.0%). A rise this size is more than chance explains. No target is set.',
      inputsOf(counts(75, 75, 75, 75), { pastYears: last(200), direction: 'reporting' }),
    ],
    [
      '300 offences. Figures from before the break in the series are not compared. No target is set.',
      inputsOf(counts(75, 75, 75, 75), {
        pastYears: last(200),
        breaks: [{ financialYear: 2010, quarter: 1 }],
      }),
    ],
    [
      'No offences are reported for this year yet. The target is 100 or fewer.',
      inputsOf(counts(null, null, null, null), { target: atMost(100) }),
    ],
    [
      'No offences are reported for this year yet. No baseline is known, so the target cannot be judged.',
      inputsOf(counts(null, null, null, null), { target: { kind: 'no-baseline' } }),
    ],
    [
      '9 offences. A quarter is missing, so the target cannot be judged.',
      inputsOf(counts(null, 9, null, null), { target: atMost(100) }),
    ],
    [
      '0 offences. The target of 0 or fewer was met exactly.',
      inputsOf(counts(0, 0, 0, 0), { target: atMost(0) }),
    ],
    [
      '400 orders. The target of at least 380 was met.',
      inputsOf(counts(100, 100, 100, 100), {
        unit: 'orders',
        direction: 'higher',
        target: bounds({ atLeast: 380 }),
      }),
    ],
    [
      '400 orders in the first 3 quarters. The target of at least 380 for the year is met already.',
      inputsOf(counts(100, 100, 200, null), {
        unit: 'orders',
        direction: 'higher',
        target: bounds({ atLeast: 380 }),
      }),
    ],
    [
      '80 cases. The target of between 40 and 60 was missed by 20.',
      inputsOf(counts(20, 20, 20, 20), {
        unit: 'cases',
        direction: 'range',
        target: bounds({ atLeast: 40, atMost: 60 }),
      }),
    ],
    [
      // 1,000 of 200,000 people are 5 in 1,000; 1,200 are 6
      '5 offences per 1,000 residents, against 6 the year before (−16.7%). A fall this size is more than chance explains, for the better. The target of 5.5 or less was met.',
      inputsOf(of(null, null, null, null), {
        type: 'rate',
        unit: 'offences per 1,000 residents',
        wholeYear: { type: 'rate', count: 1000, population: 200_000, per: 1000 },
        pastYears: [yearAsWhole(2009, { type: 'rate', count: 1200, population: 200_000, per: 1000 })],
        target: atMost(5.5),
      }),
    ],
    [
      '55% in the last twelve months, against 51% the year before (+4.0 points). A difference this size is common by chance. It is within the target of at least 53% so far.',
      inputsOf(of(survey(55, 402), null, null, null), {
        type: 'survey',
        unit: '%',
        direction: 'higher',
        rollingTwelveMonths: true,
        pastYears: [yearByQuarter(2009, of(survey(51, 400), null, null, null))],
        target: bounds({ atLeast: 53 }),
      }),
    ],
    [
      '12 of 31 in the first quarter, against 10 of 20 in the same months last year. A difference this size is common by chance. It is 11.3 points off the target of at least 50% so far, which chance may explain.',
      inputsOf(of(share(12, 31), null, null, null), {
        type: 'proportion',
        unit: '%',
        direction: 'higher',
        pastYears: [yearByQuarter(2009, of(share(10, 20), null, null, null))],
        target: bounds({ atLeast: 50 }),
      }),
    ],
    [
      // MPS 2009/10
      '4.9 percentage points. The target of 3.8 or less was missed by 1.1 points.',
      inputsOf(of(null, null, null, null), {
        type: 'gap',
        unit: 'points',
        wholeYear: {
          type: 'gap',
          first: { numerator: 788, denominator: 1000 },
          second: { numerator: 739, denominator: 1000 },
        },
        target: atMost(3.8),
      }),
    ],
    [
      'The milestone is reached. The target was met.',
      inputsOf(of({ type: 'milestone', reached: true }, null, null, null), {
        type: 'milestone',
        target: { kind: 'milestone' },
      }),
    ],
    [
      'In words: The protocol is with the five authorities. The target is in words and is not judged by a number.',
      inputsOf(
        of({ type: 'narrative', text: 'The protocol is with the five authorities.' }, null, null, null),
        {
          type: 'narrative',
          target: { kind: 'narrative' },
        },
      ),
    ],
    [
      '4 homicides. The target of place 8 or better was missed by 2 places.',
      inputsOf(counts(1, 1, 1, 1), { unit: 'homicides', target: { kind: 'rank', atMost: 8, place: 10 } }),
    ],
    [
      '830 days of harm in the first 2 quarters. It is 30 off the target of 1,600 or less so far.',
      inputsOf(
        of(
          { type: 'index', value: 400, weightSet: '2023' },
          { type: 'index', value: 430, weightSet: '2023' },
          null,
          null,
        ),
        { type: 'index', unit: 'days of harm', target: atMost(1600) },
      ),
    ],
  ])('%s', (expected, given) => expect(say(given)).toBe(expected));
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
