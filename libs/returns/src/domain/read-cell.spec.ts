import { Decimal } from '@lib/kernel';
import { counted } from './figure-entry.js';
import { readCell } from './read-cell.js';

describe('a cell', () => {
  it('is a count, or nil in any writing', () => {
    expect(readCell('1,754', 'Robbery')).toEqual({ entry: counted(new Decimal(1754)) });
    expect(readCell('0', 'Robbery')).toEqual({ entry: counted(new Decimal(0)) });
    for (const nil of ['nil', 'Nil', ' NIL '])
      expect(readCell(nil, 'Robbery')).toEqual({ entry: { kind: 'nil' } });
  });

  it.each(['[x]', '[z]', '[c]', 'n/a', 'N/A', 'not available', 'Suppressed', '-'])(
    'that says %p in place of a figure needs a reason, and says where it is given',
    (text) => {
      expect(readCell(text, 'Robbery')).toEqual({
        problem: 'Robbery has no figure: leave it empty and say why under “No figure to give?”',
      });
    },
  );

  it('is refused like any count where it cannot be one', () => {
    expect(readCell('a few', 'Robbery')).toEqual({
      problem: 'Robbery must be a whole number, like 126 or 1,754',
    });
  });
});
