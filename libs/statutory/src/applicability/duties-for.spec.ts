import { calendarDate } from '@lib/kernel';
import { DUTIES } from '../catalogue/catalogue.js';
import type { PartnershipProfile } from '../partnership-profile.js';
import { DISTRICT, LONDON_BOROUGH, METROPOLITAN, WELSH } from '../testing/profiles.js';
import { dutiesFor, type DutyOnDay } from './duties-for.js';

const on = (profile: PartnershipProfile, day: string): Map<string, DutyOnDay> =>
  new Map(dutiesFor(profile, calendarDate(day)).map((one) => [one.duty.reference, one]));

const bearersOf = (one: DutyOnDay | undefined): string[] =>
  one?.applies ? one.bearers.map(({ bearer }) => bearer).filter((bearer) => bearer !== 'others') : [];

const namesOf = (one: DutyOnDay | undefined): string[] =>
  one?.applies ? one.bearers.flatMap(({ names }) => names) : [];

const reasonOf = (one: DutyOnDay | undefined): string | null => (one?.applies === false ? one.reason : null);

describe('a London borough on 23 November 2026', () => {
  const duties = on(LONDON_BOROUGH, '2026-11-23');

  it('is told about every row, in the order of the catalogue', () => {
    expect([...duties.keys()]).toEqual(DUTIES.map(({ reference }) => reference));
  });

  it('has nothing that is repealed or not in force', () => {
    const asked = [...duties.values()].filter(({ applies }) => applies);
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter(({ duty }) => duty.inForce.is !== 'open')).toEqual([]);
  });

  it.each([
    'FIS-2007-SENIOR',
    'FIS-2007-PORTFOLIO',
    'FIS-2007-CHAIR',
    'FIS-2007-MEETINGS',
    'FIS-2007-SKILLS',
    'FIS-2007-THREE-YEARS',
  ])('is told that %s ended in 2011', (reference) => {
    expect(reasonOf(duties.get(reference))).toMatch(
      /^It ended on 1 June 2011: it was revoked by SI 2011\/1230\./,
    );
  });

  it('is told what took the place of what ended', () => {
    expect(reasonOf(duties.get('FIS-2007-SENIOR'))).toMatch(/FIS-3-2 took its place\.$/);
  });

  it.each(['FIS-7g', 'FIS-8', 'FIS-9', 'FIS-9A'])('has no duty of a county: %s', (reference) => {
    expect(reasonOf(duties.get(reference))).toBe('This is for areas with a county and districts only.');
  });

  it('accounts to the Mayor’s Office and has no commissioner', () => {
    expect(namesOf(duties.get('PRS-10-1'))).toEqual(['Mayor’s Office for Policing and Crime']);
    expect(reasonOf(duties.get('FIS-14A'))).toContain(
      'which the Mayor’s Office for Policing and Crime is not',
    );
    expect([...duties.values()].flatMap(namesOf).filter((name) => /crime commissioner/.test(name))).toEqual(
      [],
    );
  });

  it.each(['CDA-17', 'CDA-17-1D'])(
    'asks %s of council, fire and policing body, and of nobody else',
    (reference) => {
      expect(bearersOf(duties.get(reference))).toEqual(['council', 'fire', 'local-policing-body']);
      expect(namesOf(duties.get(reference))).toContain('London Fire Commissioner');
    },
  );

  it('leaves safe accommodation to the Greater London Authority and co-operates', () => {
    for (const reference of ['DAA-57', 'DAA-58', 'DAA-59'])
      expect(reasonOf(duties.get(reference))).toContain('in London the Greater London Authority');
    expect(bearersOf(duties.get('DAA-57-7'))).toEqual(['council']);
  });

  it('reviews deaths under section 9, under both names', () => {
    const review = duties.get('DHR-9');
    expect(bearersOf(review)).toEqual(['jointly']);
    expect(namesOf(review)).not.toContain('London Fire Commissioner');
    expect(review?.duty.notes?.[0]).toMatch(/^Called DHR or DARDR\. .* the legal basis is section 9/);
    expect(reasonOf(duties.get('DARDR-19'))).toContain('No commencement order is on record');
  });

  it('has no offensive weapons homicide reviews, which are not in force there', () => {
    expect(reasonOf(duties.get('OWHR-24'))).toMatch(/^It is not in force here\. It was tried out/);
  });

  it('asks each regime of those whom it binds', () => {
    const binds = (reference: string): string[] => bearersOf(duties.get(reference));
    expect(binds('CDA-17A')).toEqual(['council', 'police', 'fire', 'health']);
    expect(binds('CDA-6-REG')).toEqual(['council', 'police', 'fire', 'probation', 'health']);
    expect(binds('FIS-12-4b')).toEqual(['council', 'police', 'fire', 'probation', 'health']);
    expect(binds('PREV-26')).toEqual(['council', 'police', 'probation', 'local-policing-body']);
    expect(binds('CHAN-36')).toEqual(['council']);
    expect(binds('EQ-149')).toEqual([
      'council',
      'police',
      'fire',
      'probation',
      'health',
      'local-policing-body',
    ]);
    expect(binds('MS-52')).toEqual(['council', 'police']);
    expect(binds('PRS-10-2')).toEqual([
      'council',
      'police',
      'fire',
      'probation',
      'health',
      'local-policing-body',
    ]);
    expect(binds('SVD-15')).toEqual([]);
    expect(namesOf(duties.get('SVD-15'))).toEqual(['Schools, colleges, prisons and youth custody']);
    expect(namesOf(duties.get('ASB-104-1'))).toEqual([
      'London borough council',
      'Commissioner of Police of the Metropolis',
      'Integrated care board',
      'Social landlords who are co-opted',
    ]);
  });

  it('gives a reason in words for whatever does not apply', () => {
    const reasons = [...duties.values()].flatMap((one) => (one.applies ? [] : [one.reason]));
    expect(reasons.length).toBeGreaterThan(15);
    for (const reason of reasons) expect(reason).toMatch(/^[A-Z].{20,}\.$/);
  });
});

describe('elsewhere', () => {
  it('a district has the duties of two tiers and a commissioner', () => {
    const duties = on(DISTRICT, '2026-11-23');
    expect(bearersOf(duties.get('FIS-7g'))).toEqual(['strategy-group']);
    expect(namesOf(duties.get('FIS-8'))).toEqual(['The county strategy group']);
    expect(bearersOf(duties.get('FIS-14A'))).toHaveLength(5);
    expect(namesOf(duties.get('PRS-10-1'))).toEqual(['Police and crime commissioner']);
    expect(reasonOf(duties.get('DAA-57'))).toContain('the county council');
  });

  it('a metropolitan district has a board for safe accommodation of its own', () => {
    const duties = on(METROPOLITAN, '2026-11-23');
    expect(bearersOf(duties.get('DAA-58'))).toEqual(['council']);
    expect(reasonOf(duties.get('DAA-57-7'))).toBe('The council is the relevant authority itself (DAA-57).');
    expect(reasonOf(duties.get('FIS-8'))).not.toBeNull();
  });

  it('a pilot area had offensive weapons homicide reviews while there was a pilot', () => {
    const profile: PartnershipProfile = { ...LONDON_BOROUGH, pilots: ['offensive-weapons-homicide-reviews'] };
    expect(bearersOf(on(profile, '2023-04-01').get('OWHR-24'))).toEqual(['jointly']);
    expect(reasonOf(on(profile, '2024-10-01').get('OWHR-24'))).toMatch(
      /^It ended on 1 October 2024: the pilot/,
    );
  });

  it('Wales has a local health board, and no regulations that were read for England', () => {
    const duties = on(WELSH, '2026-11-23');
    expect(namesOf(duties.get('CDA-6-1A'))).toContain('Local health board');
    expect(reasonOf(duties.get('FIS-5'))).toContain('Wales has law of its own');
  });

  it('what no member bears is asked of nobody', () => {
    const duties = on({ ...LONDON_BOROUGH, members: ['council', 'police'] }, '2026-11-23');
    expect(bearersOf(duties.get('CDA-17A'))).toEqual(['council', 'police']);
    expect(reasonOf(duties.get('PI-9'))).toBe(
      'It falls on nobody who is a member of this partnership on this day.',
    );
  });
});

describe('over time', () => {
  it.each([
    ['2013-03-31', 'Primary care trust'],
    ['2013-04-01', 'Clinical commissioning group'],
    ['2022-06-30', 'Clinical commissioning group'],
    ['2022-07-01', 'Integrated care board'],
  ])('on %s the %s shares the data of health', (day, name) => {
    const share = on(LONDON_BOROUGH, day).get('CDA-17A');
    expect(share?.applies && share.bearers.find(({ bearer }) => bearer === 'health')?.names).toEqual([name]);
  });

  it.each([
    ['2018-03-31', 'London Fire and Emergency Planning Authority'],
    ['2018-04-01', 'London Fire Commissioner'],
  ])('on %s it was the %s', (day, name) => {
    expect(namesOf(on(LONDON_BOROUGH, day).get('CDA-17'))).toContain(name);
  });

  it('probation is a responsible authority from 1 April 2010', () => {
    expect(bearersOf(on(LONDON_BOROUGH, '2010-03-31').get('FIS-4-3'))).not.toContain('probation');
    expect(bearersOf(on(LONDON_BOROUGH, '2010-04-01').get('FIS-4-3'))).toContain('probation');
  });

  it('serious violence comes in on 31 January 2023, and is said to have come later before', () => {
    expect(reasonOf(on(LONDON_BOROUGH, '2023-01-30').get('SVD-8-1'))).toBe(
      'It came into force on 31 January 2023.',
    );
    expect(bearersOf(on(LONDON_BOROUGH, '2023-01-31').get('SVD-8-1'))).toEqual(['jointly']);
  });

  it('the law of 2007 is in force on the last day before 1 June 2011', () => {
    expect(bearersOf(on(LONDON_BOROUGH, '2011-05-31').get('FIS-2007-CHAIR'))).toEqual(['strategy-group']);
    expect(reasonOf(on(LONDON_BOROUGH, '2011-05-31').get('FIS-3-2'))).not.toBeNull();
  });
});
