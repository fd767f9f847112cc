import { readCount, readMeasurement } from './read-number.js';

const PLACE = { row: 5, column: 2 };

describe('a cell that counts', () => {
  it.each([
    ['12', '12'],
    [' 1754 ', '1754'],
    ['1,754', '1754'],
    // Three noughts behind a comma are thousands.
    ['1,000', '1000'],
    ['1,000,000', '1000000'],
    ['12.0', '12'],
    ['12,00', '12'],
    ['12.000000', '12'],
  ])('says %p as %s', (text, value) => expect(readCount(text, PLACE)).toEqual({ value, mark: null }));

  it.each(['1.000', '1.754', '-3', '12.5', '1 754', 'ten', '7e3', '1,75', '1,0000,000'])(
    'is refused with %p, by its name',
    (text) =>
      expect(() => readCount(text, PLACE)).toThrow(/^Cell C5 holds “.*”, which is not a whole number/),
  );
});

describe('a cell that measures', () => {
  it.each([
    ['0,56', '0.56'],
    ['66.81', '66.81'],
    ['-12.84', '-12.84'],
  ])('says %p as %s', (text, value) => expect(readMeasurement(text, PLACE)).toEqual({ value, mark: null }));
});
