import { readCell } from './read-cell.js';

const read = (text: string, decimalMark?: 'point' | 'comma') => {
  const result = readCell(text, 'Robbery', decimalMark);
  if ('problem' in result) return result.problem;
  return result.entry.kind === 'value' ? result.entry.value.toNumber() : result.entry;
};

describe('a cell', () => {
  it.each([
    ['126', 126],
    ['1754,0', 1754],
    ['1754,00', 1754],
    ['1.754,0', 1754],
    ['1 754,0', 1754],
    ['1.234.567', 1234567],
    ['1,234,567', 1234567],
    ['0,0', 0],
  ])('of a file with decimal commas: %p is %p', (text, count) => expect(read(text, 'comma')).toBe(count));

  it.each(['1.754', '1,754', '54,000', '1.000'])(
    'of a file with decimal commas is not guessed where it could mean two things: %p',
    (text) => expect(read(text, 'comma')).toMatch(/^Robbery is not clear: .* without points and commas$/),
  );

  it.each([
    ['12,5', /not counted in parts/],
    ['-5,0', /cannot be below 0/],
    ['a few', /must be a whole number/],
  ])('of a file with decimal commas is refused as any other: %p', (text, problem) =>
    expect(read(text, 'comma')).toMatch(problem),
  );

  it('of any other file takes 1,754 for what it is here', () => expect(read('1,754')).toBe(1754));

  it('is nil in any writing, and never a zero', () => {
    for (const nil of ['nil', 'Nil', ' NIL ']) expect(read(nil)).toEqual({ kind: 'nil' });
    expect(read('0')).toBe(0);
  });

  it.each(['[x]', '[z]', '[c]', 'n/a', 'N/A', 'not available', 'Suppressed', '-'])(
    'that says %p in place of a figure needs a reason, and says where it is given',
    (text) =>
      expect(read(text)).toBe('Robbery has no figure: leave it empty and say why under “No figure to give?”'),
  );
});
