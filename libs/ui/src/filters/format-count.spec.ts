import { formatCount } from './format-count.js';

describe('formatCount', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1754, '1,754'],
    [1234567, '1,234,567'],
    [-1754, '-1,754'],
    ['1754.50', '1,754.50'],
    ['12345678901234567890.1234', '12,345,678,901,234,567,890.1234'],
  ])('writes %p as %p', (value, expected) => {
    expect(formatCount(value)).toBe(expected);
  });

  it('accepts anything that prints itself as a number, such as an exact decimal', () => {
    expect(formatCount({ toString: () => '2024' })).toBe('2,024');
  });

  it('leaves shorthand for withheld figures alone', () => {
    expect(formatCount('[c]')).toBe('[c]');
  });

  it('writes nothing for nothing', () => {
    expect(formatCount(null)).toBe('');
    expect(formatCount(undefined)).toBe('');
  });
});
