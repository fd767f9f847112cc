import { FinancialQuarter } from '@lib/kernel';
import type { MeasureFigures } from '@lib/reporting';
import { measureCsv } from './measure-csv.js';

const measure = {
  name: '=cmd()',
  kind: 'count',
  unit: 'offences',
  quarters: [
    {
      quarter: FinancialQuarter.of(2010, 1),
      observation: { type: 'count', count: 368 },
      said: null,
      reason: null,
      months: null,
      source: 'A, "B"',
      release: 'R',
    },
    {
      quarter: FinancialQuarter.of(2010, 2),
      observation: null,
      said: 'not-available',
      reason: '+late',
      months: null,
      source: null,
      release: null,
    },
  ],
} as unknown as MeasureFigures;

describe('figures as CSV', () => {
  const lines = measureCsv(measure).split('\r\n');

  it('quotes what needs quoting and defuses what a spreadsheet would run', () => {
    expect(lines[1]).toBe(`'=cmd(),April to June 2010,2010-04-01,368,offences,,"A, ""B""",R`);
  });

  it('marks a figure that is not there, and never leaves it blank', () => {
    expect(lines[2]).toBe(`'=cmd(),July to September 2010,2010-07-01,[x],offences,'+late,,`);
  });

  it('writes a percentage with the counts behind it, and none of fewer than 50', () => {
    const quarters = [
      { numerator: 66, denominator: 84 },
      { numerator: 30, denominator: 49 },
    ].map((share, index) => ({
      ...measure.quarters[0]!,
      quarter: FinancialQuarter.of(2010, index === 0 ? 1 : 2),
      source: 'A',
      observation: { type: 'proportion', ...share } as const,
    }));
    const csv = measureCsv({ ...measure, name: 'N', kind: 'proportion', quarters });
    const [header, enough, few] = csv.split('\r\n');
    expect(header).toMatch(/,release,numerator,denominator$/);
    expect(enough).toBe('N,April to June 2010,2010-04-01,78.6,%,,A,R,66,84');
    expect(few).toBe(
      'N,July to September 2010,2010-07-01,[u],%,Too few behind it for a percentage,A,R,30,49',
    );
  });
});
