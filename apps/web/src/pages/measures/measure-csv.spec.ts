import { FinancialQuarter } from '@lib/kernel';
import type { MeasureFigures } from '@lib/reporting';
import { measureCsv } from './measure-csv.js';

const measure = {
  name: '=cmd()',
  unit: 'offences',
  quarters: [
    {
      quarter: FinancialQuarter.of(2010, 1),
      count: '368',
      said: null,
      reason: null,
      months: null,
      source: 'A, "B"',
      release: 'R',
    },
    {
      quarter: FinancialQuarter.of(2010, 2),
      count: null,
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
});
