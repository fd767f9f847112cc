import { formatDateTime } from './format-date-time.js';

describe('formatDateTime', () => {
  it('shows British Summer Time in summer and GMT in winter', () => {
    expect(formatDateTime('2026-07-09T13:05:00Z')).toBe('9 July 2026 at 2:05pm');
    expect(formatDateTime('2026-12-09T13:05:00Z')).toBe('9 December 2026 at 1:05pm');
  });

  it('moves to the next day when London already has', () => {
    expect(formatDateTime('2026-06-30T23:30:00Z')).toBe('1 July 2026 at 12:30am');
  });

  it('takes a Date as well as text', () => {
    expect(formatDateTime(new Date('2026-07-09T13:05:00Z'))).toBe('9 July 2026 at 2:05pm');
  });

  it('writes nothing for nothing', () => {
    expect(formatDateTime(null)).toBe('');
    expect(formatDateTime(undefined)).toBe('');
  });

  it('refuses text that does not say which instant it means', () => {
    expect(() => formatDateTime('2026-07-09T13:05:00')).toThrow(RangeError);
    expect(() => formatDateTime('yesterday')).toThrow(RangeError);
  });
});
