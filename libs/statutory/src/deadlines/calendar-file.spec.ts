import { calendarDate } from '@lib/kernel';
import { type CalendarEntry, calendarFile } from './calendar-file.js';

const MADE_AT = new Date('2026-11-23T09:30:15.250Z');
const entry: CalendarEntry = {
  uid: 'FIS-5/strategy-group/2026-04-01',
  on: calendarDate('2027-03-31'),
  summary: 'Strategic assessment',
  description: 'Prepare it.',
};
const fileOf = (parts: Partial<CalendarEntry>): string =>
  calendarFile('Duties', [{ ...entry, ...parts }], MADE_AT);
const unfolded = (file: string): string[] => file.replaceAll('\r\n ', '').trimEnd().split('\r\n');

describe('a calendar file', () => {
  it('is made of whole days, and the same bytes each time', () => {
    expect(calendarFile('Duties', [entry], MADE_AT)).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Community safety tracker//Statutory duties//EN',
        'CALSCALE:GREGORIAN',
        'METHOD:PUBLISH',
        'X-WR-CALNAME:Duties',
        'BEGIN:VEVENT',
        'UID:FIS-5/strategy-group/2026-04-01',
        'DTSTAMP:20261123T093015Z',
        'DTSTART;VALUE=DATE:20270331',
        'SUMMARY:Strategic assessment',
        'DESCRIPTION:Prepare it.',
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    );
  });

  it('escapes what would be read as format', () => {
    const lines = unfolded(fileOf({ summary: String.raw`a\b; c, d: e`, description: 'one\r\ntwo\nthree' }));
    expect(lines).toContain(String.raw`SUMMARY:a\\b\; c\, d: e`);
    expect(lines).toContain(String.raw`DESCRIPTION:one\ntwo\nthree`);
  });

  it('cannot be given a second event by a name', () => {
    const lines = unfolded(fileOf({ summary: 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT' }));
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
  });

  it.each([
    ['just fits', 'x'.repeat(67), 1],
    ['is one too long', 'x'.repeat(68), 2],
    ['fills two', 'x'.repeat(67 + 74), 2],
    ['needs three', 'x'.repeat(67 + 75), 3],
    ['is of two octets a letter', 'é'.repeat(100), 3],
    ['is of four octets a letter', '🦔'.repeat(60), 4],
  ])('folds a line at 75 octets where it %s', (_, summary, count) => {
    const file = fileOf({ summary });
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(unfolded(file)).toContain(`SUMMARY:${summary}`);
    expect(/SUMMARY:[^]*?\r\n(?! )/.exec(file)![0].trimEnd().split('\r\n')).toHaveLength(count);
    expect(file).not.toContain('\uFFFD');
  });
});
