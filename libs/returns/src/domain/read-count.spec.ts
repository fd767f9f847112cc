import { readCount } from './read-count.js';

const read = (text: string) => readCount(text, 'Robbery');

describe('reading a count', () => {
  it.each([
    ['126', '126'],
    ['0', '0'],
    ['000', '0'],
    [' 126 ', '126'],
    ['1,754', '1754'],
    ['1 754', '1754'],
    ['1\u00a0754', '1754'],
    ['1,234,567', '1234567'],
    ['126.00', '126'],
    ['9999999', '9999999'],
  ])('takes %p as %s', (text, count) => {
    const result = read(text);
    expect('count' in result && result.count.toFixed()).toBe(count);
  });

  it.each([
    ['abc', 'Robbery must be a whole number, like 126 or 1,754'],
    ['12a', 'Robbery must be a whole number, like 126 or 1,754'],
    ['1e9', 'Robbery must be a whole number, like 126 or 1,754'],
    ['0x10', 'Robbery must be a whole number, like 126 or 1,754'],
    ['NaN', 'Robbery must be a whole number, like 126 or 1,754'],
    ['Infinity', 'Robbery must be a whole number, like 126 or 1,754'],
    ['١٢٦', 'Robbery must be a whole number, like 126 or 1,754'],
    ['12+1', 'Robbery must be a whole number, like 126 or 1,754'],
    ['-1', 'Robbery cannot be below 0'],
    ['−5', 'Robbery cannot be below 0'],
    ['12.5', 'Robbery must be a whole number: an offence is not counted in parts'],
    [
      '12,5',
      'Robbery is not clear: “12,5” could be read in two ways: enter a whole number, like 126 or 1,754',
    ],
    [
      '12 5',
      'Robbery is not clear: “12 5” could be read in two ways: enter a whole number, like 126 or 1,754',
    ],
    [
      '1,75',
      'Robbery is not clear: “1,75” could be read in two ways: enter a whole number, like 126 or 1,754',
    ],
    [
      '1.754,00',
      'Robbery is not clear: “1.754,00” could be read in two ways: enter a whole number, like 126 or 1,754',
    ],
    [
      '1,2345',
      'Robbery is not clear: “1,2345” could be read in two ways: enter a whole number, like 126 or 1,754',
    ],
    ['10000000', 'Robbery is more than 9,999,999: check the number'],
    ['99999999999999999999999', 'Robbery is more than 9,999,999: check the number'],
  ])('refuses %p', (text, problem) => {
    expect(read(text)).toEqual({ problem });
  });
});
