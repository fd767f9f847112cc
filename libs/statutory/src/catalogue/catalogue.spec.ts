import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ruleOf } from '../deadlines/rules.js';
import { DUTIES, dutyOf } from './catalogue.js';
import { linkTo } from './link-to.js';

/** `reference`, `where it is from` and `provision`, in the order in which they were published. Only ever added to. */
const PUBLISHED = readFileSync(join(__dirname, 'published-references.txt'), 'utf8').trimEnd().split('\n');

describe('the references', () => {
  const now = DUTIES.map(({ reference, act, provision }) =>
    [reference, act.place ?? act.title, provision].join('\t'),
  );

  it('stay as they were published, each for the provision that it named', () => {
    // A line that is missing here was renamed, removed or given another provision: end the row, add a successor.
    expect(PUBLISHED.filter((line) => !now.includes(line))).toEqual([]);
  });

  it('are published at the end of the list', () => {
    expect(now.filter((line) => !PUBLISHED.includes(line))).toEqual([]);
  });

  it('are used once, by the list and by the catalogue', () => {
    for (const lines of [PUBLISHED, now]) {
      const references = lines.map((line) => line.split('\t')[0]);
      expect(references.filter((one, index) => references.indexOf(one) !== index)).toEqual([]);
    }
  });

  it('are of capitals, digits and hyphens, with a small letter for a paragraph, and fit into an address', () => {
    for (const { reference } of DUTIES) expect(reference).toMatch(/^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*[a-g]?$/);
  });

  it('that are not there are refused', () => expect(() => dutyOf('FIS-99')).toThrow(RangeError));
});

describe('every row', () => {
  it.each(DUTIES.map((duty) => [duty.reference, duty] as const))('%s is whole', (_, duty) => {
    const { provision, wording, evidence = [], goodPractice = [], notes = [], verification } = duty;
    const check = verification.mark === 'verified' ? [] : [verification.toCheck];
    for (const sentence of [wording, ...goodPractice, ...notes, ...check])
      expect(sentence).toMatch(/^[A-Z0-9].*[.?]$/);
    expect(provision).not.toBe('');
    for (const item of evidence) expect(item).toMatch(/^[A-Z].*[^.]$/);
    expect(duty.act.textRead).toMatch(/^[A-Z].*[^.]$/);
  });

  it.each(DUTIES.map((duty) => [duty.reference, duty] as const))('%s is asked once of each', (_, duty) => {
    const asked = duty.on.flatMap((bearer) => (bearer.who === 'each' ? bearer.seats : [bearer.who]));
    expect(asked).toEqual([...new Set(asked)]);
  });

  it('that is part of another finds it, and the rule by which it is due', () => {
    const parts = DUTIES.filter(({ deadline }) => deadline?.rule === 'with');
    expect(parts.length).toBeGreaterThan(30);
    for (const part of parts)
      expect([part.reference, ruleOf(part)]).toEqual([part.reference, expect.anything()]);
  });

  it('that has a successor ends on the day on which the successor starts', () => {
    const succeeded = DUTIES.flatMap(({ reference, inForce }) =>
      inForce.is === 'ended' && inForce.successor !== null
        ? [{ reference, until: inForce.until, next: dutyOf(inForce.successor).inForce }]
        : [],
    );
    expect(succeeded.length).toBeGreaterThan(2);
    for (const { reference, until, next } of succeeded)
      expect([reference, next]).toEqual([reference, expect.objectContaining({ from: until })]);
  });
});

describe('the law over time', () => {
  it.each([
    ['CDA-6-AUDIT', '1998-09-30', '2007-08-01'],
    ['FIS-5', '2007-08-01', null],
    ['SCR-R4', '2009-04-30', null],
    ['CDA-6-1C', '2010-04-01', null],
    ['FIS-2007-SENIOR', '2007-08-01', '2011-06-01'],
    ['FIS-2007-SKILLS', '2007-08-01', '2011-06-01'],
    ['FIS-2007-THREE-YEARS', '2007-08-01', '2011-06-01'],
    ['FIS-11a', '2011-06-01', null],
    ['PRS-10-2', '2012-01-16', null],
    ['FIS-13A', '2012-11-22', null],
    ['ASB-104-1', '2014-10-20', null],
    ['CDA-6-1D', '2023-01-31', null],
    ['CDA-17-1D', '2023-01-31', null],
    ['SVD-8-1', '2023-01-31', null],
    ['SCR-19-11', '2023-01-31', null],
    ['OWHR-24', '2023-04-01', '2024-10-01'],
    ['VPA-5', '2025-01-29', null],
    ['VPA-20', '2025-11-07', null],
  ])('%s is law from %s until %s', (reference, from, until) => {
    expect(dutyOf(reference).inForce).toMatchObject({ from, until });
  });

  it.each(['DARDR-19', 'VPA-13', 'VPA-14', 'VPA-15', 'CPA-2026'])(
    '%s is not in force, and says why',
    (reference) => {
      expect(dutyOf(reference).inForce).toMatchObject({
        is: 'never',
        why: expect.stringMatching(/\d{4}|order/),
      });
    },
  );

  it('marks a first day that is from general knowledge, which most before 2009 are', () => {
    const old = DUTIES.filter(({ inForce }) => inForce.is !== 'never' && inForce.from < '2009-01-01');
    const read = old.filter(({ inForce }) => inForce.is !== 'never' && !inForce.isStartToCheck);
    const inActs = read.filter(
      ({ act }) => !['uksi/2007/1830', 'uksi/2007/1831'].includes(String(act.place)),
    );
    expect(inActs.map(({ reference }) => reference)).toEqual(['CDA-17', 'CDA-17A']);
  });
});

describe('a link', () => {
  it.each([
    ['CDA-17A', 'https://www.legislation.gov.uk/ukpga/1998/37/section/17A'],
    ['CDA-6-1A', 'https://www.legislation.gov.uk/ukpga/1998/37/section/6'],
    ['FIS-12-4a', 'https://www.legislation.gov.uk/uksi/2007/1830/regulation/12'],
    ['PI-9', 'https://www.legislation.gov.uk/uksi/2007/1831/schedule'],
    ['ASB-SCH4', 'https://www.legislation.gov.uk/ukpga/2014/12/schedule/4'],
    ['NHS-14Z52', 'https://www.legislation.gov.uk/ukpga/2006/41/section/14Z52'],
    ['CPA-2026', 'https://www.legislation.gov.uk/ukpga/2026/20'],
    ['DP-1', 'https://www.legislation.gov.uk/ukpga/2018/12'],
    ['CDP', null],
  ])('of %s is %s', (reference, link) => expect(linkTo(dutyOf(reference))).toBe(link));
});
