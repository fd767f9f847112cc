import { calendarDate } from './calendar-date.js';
import { FinancialQuarter, readFinancialYear } from './financial-quarter.js';

describe('FinancialQuarter', () => {
  it.each([
    ['2010-04-01', '2010-11-q1', 'April to June 2010'],
    ['2010-09-30', '2010-11-q2', 'July to September 2010'],
    ['2010-12-31', '2010-11-q3', 'October to December 2010'],
    ['2011-01-01', '2010-11-q4', 'January to March 2011'],
    ['2011-03-31', '2010-11-q4', 'January to March 2011'],
  ])('%s falls in %s, %s', (day, slug, name) => {
    const quarter = FinancialQuarter.containing(calendarDate(day));
    expect([quarter.slug, quarter.name]).toEqual([slug, name]);
    expect(FinancialQuarter.read(slug)?.equals(quarter)).toBe(true);
  });

  // SI 2007/1831: by the end of the next period.
  it.each([
    ['2026-27-q1', '2026-09-30'],
    ['2026-27-q2', '2026-12-31'],
    ['2026-27-q3', '2027-03-31'],
    ['2026-27-q4', '2027-06-30'],
  ])('the prescribed information of %s is due by %s', (slug, due) => {
    expect(FinancialQuarter.read(slug)?.statutoryDueOn).toBe(due);
  });

  it('knows its neighbours across a year end', () => {
    const first = FinancialQuarter.of(2010, 1);
    expect(first.previous.slug).toBe('2009-10-q4');
    expect(FinancialQuarter.of(2010, 4).next.slug).toBe('2011-12-q1');
    expect(first.sameQuarterLastYear.slug).toBe('2009-10-q1');
  });

  it.each(['2010-12-q1', '2010-11-q5', '2010-11', 'q1', ''])('does not read %p', (slug) => {
    expect(FinancialQuarter.read(slug)).toBeNull();
  });

  it('reads the turn of a century', () => {
    expect(readFinancialYear('1999-00')).toBe(1999);
    expect(readFinancialYear('1999-01')).toBeNull();
  });
});
