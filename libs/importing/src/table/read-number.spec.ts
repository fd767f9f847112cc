import { readCount, readFigure, readMeasurement } from './read-number.js';

const PLACE = { row: 5, column: 2 };

describe('a cell that counts', () => {
  it.each([
    ['12', '12'],
    [' 1754 ', '1754'],
    ['1,754', '1754'],
    ['1,000,000', '1000000'],
    ['12.0', '12'],
    ['12,00', '12'],
    ['12.000000', '12'],
  ])('says %p as %s', (text, value) => expect(readCount(text, PLACE)).toEqual({ value, mark: null }));

  it.each(['1.000', '1.754', '-3', '12.5', '1 754', 'ten', '7e3', '1,75', '1,0000,000', '1,000', '0,123'])(
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

describe('a figure of a table that somebody typed', () => {
  it.each([
    ['count', '1,234', '1234'],
    ['amount', '1234.5', '1234.5'],
    ['amount', '12,5', '12.5'],
    ['amount', '1,234.5', '1234.5'],
    ['amount', '1,234,567', '1234567'],
    // No thousands begin with nought, and none have four digits before them.
    ['share', '0,125', '0.125'],
    ['rate', '1234,567', '1234.567'],
    ['rate', '1.234', '1.234'],
    ['percentage', '45.3%', '45.3'],
    ['percentage', '45,3 %', '45.3'],
    ['percentage', '-2', '-2'],
    ['share', '1', '1'],
  ] as const)('that is a %s says %p as %s', (figures, text, value) =>
    expect(readFigure(figures, text, PLACE)).toEqual({ value, mark: null }),
  );

  it.each(['amount', 'rate', 'percentage', 'share'] as const)(
    'that is a %s is refused where it may be thousands or decimals',
    (figures) =>
      expect(() => readFigure(figures, '1,234', PLACE)).toThrow(
        'Cell C5 holds “1,234”, which may be 1234 or 1.234. Write it without the comma',
      ),
  );

  it.each([
    ['count', '12.5', 'not a whole number'],
    ['amount', '12%', 'not a number'],
    ['rate', '45%', 'not a number'],
    ['share', '45', 'a share of one is no more than 1'],
    ['percentage', 'half', 'not a number'],
  ] as const)('that is a %s is refused with %p', (figures, text, words) =>
    expect(() => readFigure(figures, text, PLACE)).toThrow(words),
  );

  it.each(['[x]', '-', ''])('is a mark with %p', (text) =>
    expect(readFigure('percentage', text, PLACE).value).toBeNull(),
  );
});
