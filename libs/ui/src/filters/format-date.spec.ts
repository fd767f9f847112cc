import { formatDate } from './format-date.js';

describe('formatDate', () => {
  it('writes a calendar date in words', () => {
    expect(formatDate('2026-09-30')).toBe('30 September 2026');
    expect(formatDate('2026-01-01')).toBe('1 January 2026');
  });

  it('writes nothing for nothing', () => {
    expect(formatDate(null)).toBe('');
    expect(formatDate(undefined)).toBe('');
    expect(formatDate('')).toBe('');
  });

  it.each(['30/09/2026', '2026-06-31', '2026-13-01', '2026-09-30T00:00:00Z'])('refuses %p', (text) => {
    expect(() => formatDate(text)).toThrow(RangeError);
  });
});
