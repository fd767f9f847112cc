import { Decimal } from '@lib/kernel';
import { readMonths } from './read-months.js';

describe('the months of a quarter', () => {
  it('add up to the quarter, none and nil included', () => {
    expect(readMonths(['40', '1,044', 'nil'], 'Robbery')).toEqual({
      entry: {
        ...{ kind: 'value', value: new Decimal(1084), provenance: null },
        months: [new Decimal(40), new Decimal(1044), new Decimal(0)],
      },
    });
  });

  it('are nil where each of them is', () => {
    expect(readMonths(['nil', 'Nil', 'nil'], 'Robbery')).toEqual({ entry: { kind: 'nil' } });
  });

  it.each([[['40', '', '38']], [['40', '38']], [['40', '1', '2', '3']]])('are three: not %p', (texts) => {
    expect(readMonths(texts, 'Robbery')).toEqual({
      problem: 'Robbery is counted by month: it needs all three months',
    });
  });

  it('are refused with the month that is wrong', () => {
    expect(readMonths(['40', 'a few', '38'], 'Robbery')).toEqual({
      problem: 'Robbery, month 2 must be a whole number, like 126 or 1,754',
    });
  });
});
