import { Decimal } from '@lib/kernel';
import { type AnnualTarget, judgeAnnualTarget, type QuarterCounts } from './judge-annual-target.js';
import { targetSentence } from './target-sentence.js';

function sentence(passMark: number | null, ...counts: (number | null)[]): string {
  const mark = passMark === null ? null : new Decimal(passMark);
  const target: AnnualTarget = { kind: 'percentage-reduction', passMark: mark };
  const quarters = [...counts, null, null, null, null]
    .slice(0, 4)
    .map((one) => (one === null ? null : new Decimal(one))) as unknown as QuarterCounts;
  return targetSentence({ ...judgeAnnualTarget(target, quarters), passMark: mark, unit: 'offences' });
}

describe('the sentence on a target', () => {
  it.each<[string, number | null, (number | null)[]]>([
    ['1,695 offences against 1,675 or fewer: missed by 20.', 1675, [368, 464, 476, 387]],
    ['1,675 offences against 1,675 or fewer: met exactly.', 1675, [368, 464, 456, 387]],
    ['90 offences against 100 or fewer: met with 10 to spare.', 100, [20, 20, 25, 25]],
    [
      '101 offences against 100 or fewer for the whole year: missed by 1 already, after 2 quarters.',
      100,
      [60, 41],
    ],
    // an even share of 1,675 is 418.75 a quarter
    ['368 offences after 1 quarter, within the 418 that an even share of the target allows.', 1675, [368]],
    ['419 offences after 1 quarter, above the 418 that an even share of the target allows.', 1675, [419]],
    ['There are no approved figures for this year.', 100, []],
    ['A quarter is missing, so the year so far is not known.', 100, [null, 20]],
    ['No baseline is known, so the percentage cannot be turned into a number.', null, [1]],
  ])('%s', (expected, passMark, counts) => {
    expect(sentence(passMark, ...counts)).toBe(expected);
  });
});
