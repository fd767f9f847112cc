import { calendarDate } from '@lib/kernel';
import { obligationsOf } from '../applicability/obligations.js';
import { DUTIES } from '../catalogue/catalogue.js';
import { DISTRICT, LONDON_BOROUGH, obligation, records } from '../testing/profiles.js';
import { occurrences } from './occurrences.js';
import type { Doing, Happening, Records } from './records.js';
import { lastDay, type Period } from './rules.js';

const period = (from: string, until: string): Period => ({
  from: calendarDate(from),
  until: calendarDate(until),
});

const dueDays = (
  reference: string,
  bearer: Parameters<typeof obligation>[1],
  within: Period,
  known: Partial<Records> = {},
): (string | null)[] =>
  occurrences(obligation(reference, bearer), records(known), within).map(({ dueOn }) => dueOn);

const doing = (occurrence: string, on: string): Doing => ({ occurrence, on: calendarDate(on) });
const happening = (
  parts: Omit<Partial<Happening>, 'on'> & { on: string; trigger: Happening['trigger'] },
): Happening => ({
  id: 'event-1',
  bearer: null,
  dueOn: null,
  ...parts,
  on: calendarDate(parts.on),
});

describe('once a year', () => {
  it('an assessment is due by the end of the year that it is about', () => {
    const [one] = occurrences(
      obligation('FIS-5', 'strategy-group'),
      records(),
      period('2026-11-23', '2027-11-23'),
    );
    expect(one).toMatchObject({
      key: 'FIS-5/strategy-group/2026-04-01',
      about: { from: '2026-04-01', until: '2027-04-01' },
      dueOn: '2027-03-31',
      owedBy: ['The strategy group'],
      doneOn: null,
    });
  });

  it('a plan is revised before the year that it is for starts', () => {
    const [one] = occurrences(
      obligation('FIS-10-2', 'strategy-group'),
      records(),
      period('2026-11-23', '2027-11-23'),
    );
    expect(one).toMatchObject({ about: { from: '2027-04-01', until: '2028-04-01' }, dueOn: '2027-03-31' });
  });

  it('in a period that ends on the last day, not on that day', () => {
    expect(dueDays('FIS-5', 'strategy-group', period('2027-03-31', '2027-04-01'))).toEqual(['2027-03-31']);
    expect(dueDays('FIS-5', 'strategy-group', period('2026-04-01', '2027-03-31'))).toEqual([]);
    expect(dueDays('FIS-5', 'strategy-group', period('2027-04-01', '2028-03-31'))).toEqual([]);
  });

  it('parts are due with their whole, each authority for itself', () => {
    expect(dueDays('FIS-12-4b', 'health', period('2026-11-23', '2028-11-23'))).toEqual([
      '2027-03-31',
      '2028-03-31',
    ]);
    expect(dueDays('FIS-7f', 'strategy-group', period('2026-11-23', '2027-11-23'))).toEqual(['2027-03-31']);
  });

  it('is done when that was written down for it, in time or not', () => {
    const doings = [
      doing('FIS-5/strategy-group/2025-04-01', '2026-04-20'),
      doing('FIS-5/strategy-group/2025-04-01', '2026-03-20'),
    ];
    const done = occurrences(
      obligation('FIS-5', 'strategy-group'),
      records({ doings }),
      period('2026-01-01', '2027-12-31'),
    );
    expect(done.map(({ doneOn }) => doneOn)).toEqual(['2026-03-20', null]);
  });
});

describe('every quarter', () => {
  it('is due by the end of the next one', () => {
    expect(dueDays('CDA-17A', 'police', period('2026-04-01', '2027-07-01'))).toEqual([
      '2026-06-30',
      '2026-09-30',
      '2026-12-31',
      '2027-03-31',
      '2027-06-30',
    ]);
  });

  it('says which quarter it is about', () => {
    const [one] = occurrences(obligation('CDA-17A', 'fire'), records(), period('2026-11-23', '2027-01-01'));
    expect(one).toMatchObject({
      key: 'CDA-17A/fire/2026-07-01',
      about: { from: '2026-07-01', until: '2026-10-01' },
      owedBy: ['London Fire Commissioner'],
    });
  });

  it('classes of information are due with it', () => {
    expect(dueDays('PI-5', 'council', period('2026-11-23', '2027-01-01'))).toEqual(['2026-12-31']);
  });
});

describe('so long since the last time', () => {
  const committee = 'crime-and-disorder-committee';

  it('runs from the last meeting, whichever occurrence was named', () => {
    const doings = [doing(`SCR-R4/${committee}/2025-01-20`, '2026-01-15')];
    const known = { keptSince: calendarDate('2025-01-20'), doings };
    expect(dueDays('SCR-R4', committee, period('2026-11-23', '2028-11-23'), known)).toEqual([
      '2027-01-15',
      '2028-01-15',
    ]);
  });

  it('knows what was in time, late and not done', () => {
    const doings = ['2020-04-01', '2021-03-20', '2022-05-01', '2024-07-01'].map((on) =>
      doing(`SCR-R4/${committee}/any`, on),
    );
    const told = occurrences(
      obligation('SCR-R4', committee),
      records({ doings }),
      period('2020-04-01', '2026-11-23'),
    );
    expect(told.map(({ dueOn, doneOn }) => [dueOn, doneOn])).toEqual([
      ['2021-04-01', '2021-03-20'],
      ['2022-03-20', '2022-05-01'],
      ['2023-05-01', null],
      ['2024-05-01', '2024-07-01'],
      ['2025-07-01', null],
      ['2026-07-01', null],
    ]);
  });

  it('from 29 February ends on 28 February, and on the 29th again four years later', () => {
    const doings = [doing(`SCR-R4/${committee}/any`, '2024-02-29')];
    expect(dueDays('SCR-R4', committee, period('2024-03-01', '2028-03-01'), { doings })).toEqual([
      '2025-02-28',
      '2026-02-28',
      '2027-02-28',
      '2028-02-29',
    ]);
  });

  it.each([
    ['2024-05-10', ['2025-05-09', '2026-05-09']],
    ['2024-03-01', ['2025-02-28', '2026-02-28']],
    ['2023-03-01', ['2024-02-29', '2025-02-28', '2026-02-28']],
    ['2024-02-29', ['2025-02-28', '2026-02-28']],
    ['2024-12-31', ['2025-12-30']],
  ])('that begins with the day itself, %s, ends a day earlier', (on, days) => {
    const doings = [doing('EQ-R4/council/any', on)];
    const known = { keptSince: calendarDate(on), doings };
    expect(dueDays('EQ-R4', 'council', period('2023-04-01', '2026-06-01'), known)).toEqual(days);
  });

  it('begins with the first day of the record where nothing was done yet', () => {
    const known = { keptSince: calendarDate('2026-09-01') };
    expect(dueDays('EQ-R4', 'council', period('2026-09-01', '2028-08-31'), known)).toEqual(['2027-08-31']);
    expect(dueDays('EQ-R5', 'council', period('2026-09-01', '2032-08-31'), known)).toEqual(['2030-08-31']);
  });

  it('done on the last day of what was due again ends the turn, and what was due before is not done in time', () => {
    const doings = ['2020-04-01', '2022-04-01'].map((on) => doing(`SCR-R4/${committee}/any`, on));
    const told = occurrences(
      obligation('SCR-R4', committee),
      records({ doings }),
      period('2020-04-01', '2023-04-02'),
    );
    expect(told.map(({ dueOn, doneOn }) => [dueOn, doneOn])).toEqual([
      ['2021-04-01', '2022-04-01'],
      ['2023-04-01', null],
    ]);
  });

  it('does not count what was done before it was law', () => {
    const known = {
      keptSince: calendarDate('2010-04-01'),
      doings: [doing('PRS-12/local-policing-body/any', '2011-12-01')],
    };
    expect(dueDays('PRS-12', 'local-policing-body', period('2011-01-01', '2013-06-01'), known)).toEqual([
      '2013-01-15',
    ]);
  });

  it('starts with the record where nothing was done yet, and with the duty where that is later', () => {
    const first = { keptSince: calendarDate('2026-09-01') };
    expect(dueDays('SCR-R4', committee, period('2026-11-23', '2027-11-23'), first)).toEqual(['2027-08-31']);
    expect(
      dueDays('SCR-R4', committee, period('2009-01-01', '2010-12-31'), {
        keptSince: calendarDate('2008-01-01'),
      }),
    ).toEqual(['2010-04-29']);
  });
});

describe('after something happened', () => {
  it('the day it happened is not counted', () => {
    const happenings = [happening({ trigger: 'committee-reports', on: '2026-11-23' })];
    expect(dueDays('SCR-R7', 'police', period('2026-11-01', '2027-01-01'), { happenings })).toEqual([
      '2026-12-21',
    ]);
  });

  it('is due from those whom it concerns', () => {
    const happenings = [happening({ trigger: 'committee-reports', on: '2026-11-23', bearer: 'police' })];
    const within = period('2026-11-01', '2027-01-01');
    expect(dueDays('SCR-R7', 'police', within, { happenings })).toHaveLength(1);
    expect(dueDays('SCR-R7', 'council', within, { happenings })).toEqual([]);
  });

  it('makes everything due that rests on it, by whoever may set a day', () => {
    const happenings = [
      happening({
        id: 'report',
        trigger: 'report-required',
        on: '2026-11-02',
        dueOn: calendarDate('2026-12-04'),
      }),
      happening({ id: 'plan', trigger: 'plan-adopted-or-revised', on: '2026-11-20' }),
    ];
    const within = period('2026-11-01', '2027-01-01');
    expect(dueDays('CDA-7', 'jointly', within, { happenings })).toEqual(['2026-12-04']);
    for (const reference of ['FIS-13A', 'FIS-14'])
      expect(dueDays(reference, 'strategy-group', within, { happenings })).toEqual([null]);
  });

  it('is told by what happened and in the order of the days', () => {
    const happenings = ['2026-11-20', '2026-11-02'].map((on, index) =>
      happening({ id: `plan-${index}`, trigger: 'plan-adopted-or-revised', on }),
    );
    const told = occurrences(
      obligation('FIS-14', 'strategy-group'),
      records({ happenings }),
      period('2026-11-01', '2027-01-01'),
    );
    expect(told.map(({ key }) => key)).toEqual([
      'FIS-14/strategy-group/plan-1',
      'FIS-14/strategy-group/plan-0',
    ]);
  });

  it.each([
    ['28 days over the end of a leap February', '2028-02-10', { days: 28 }, '2028-03-09'],
    ['28 days over the end of February', '2027-02-10', { days: 28 }, '2027-03-10'],
    ['28 days over the day on which summer time starts', '2027-03-20', { days: 28 }, '2027-04-17'],
    ['28 days over the day on which it ends', '2026-10-20', { days: 28 }, '2026-11-17'],
    ['28 days to Christmas Day, which moves nothing', '2026-11-27', { days: 28 }, '2026-12-25'],
    ['a month from the last of one that is longer', '2027-01-31', { months: 1 }, '2027-02-28'],
    ['six months', '2026-08-31', { months: 6 }, '2027-02-28'],
    ['20 working days', '2026-12-18', { workingDays: 20 }, '2027-01-20'],
    [
      'the end of the financial year of an election',
      '2024-05-02',
      { by: 'end-of-financial-year' },
      '2025-03-31',
    ],
    ['the end of it in its last quarter', '2025-01-09', { by: 'end-of-financial-year' }, '2025-03-31'],
  ] as const)('%s', (_, on, within, due) => expect(lastDay(calendarDate(on), within)).toBe(due));
});

describe('what must always hold, or bears on every decision', () => {
  it.each([
    ['FIS-4-1', 'strategy-group'],
    ['CDA-17', 'council'],
  ] as const)('%s is looked at by the year and has no last day', (reference, bearer) => {
    const years = occurrences(obligation(reference, bearer), records(), period('2026-04-01', '2028-04-01'));
    expect(years.map(({ key, about, dueOn }) => [key, about, dueOn])).toEqual([
      [`${reference}/${bearer}/2026-04-01`, { from: '2026-04-01', until: '2027-04-01' }, null],
      [`${reference}/${bearer}/2027-04-01`, { from: '2027-04-01', until: '2028-04-01' }, null],
    ]);
  });

  it('on those days of a year on which it is owed', () => {
    const fourYears = period('2006-04-01', '2012-04-01');
    const years = occurrences(obligation('FIS-2007-CHAIR', 'strategy-group'), records(), fourYears);
    expect(years[0]!.about).toEqual({ from: '2007-08-01', until: '2008-04-01' });
    expect(years.at(-1)!.about).toEqual({ from: '2011-04-01', until: '2011-06-01' });
    expect(years.map(({ key }) => key.slice(-10))).toEqual([
      '2007-04-01',
      '2008-04-01',
      '2009-04-01',
      '2010-04-01',
      '2011-04-01',
    ]);
  });
});

describe('where a duty starts, ends or changes hands in the middle', () => {
  it('the first quarter of the data was July to September 2007, in whose middle it became law', () => {
    const [first, second] = occurrences(
      obligation('CDA-17A', 'council'),
      records(),
      period('2007-01-01', '2008-06-01'),
    );
    expect(first).toMatchObject({ about: { from: '2007-07-01' }, dueOn: '2007-12-31' });
    expect(second).toMatchObject({ dueOn: '2008-03-31' });
  });

  it('the first assessment was that of the year in whose middle the regulations came', () => {
    expect(dueDays('FIS-5', 'strategy-group', period('2005-01-01', '2009-01-01'))).toEqual(['2008-03-31']);
  });

  it('probation owes a public meeting from the year on in which it became an authority', () => {
    expect(dueDays('FIS-12-4b', 'probation', period('2008-01-01', '2012-01-01'))).toEqual(['2011-03-31']);
    expect(dueDays('FIS-12-4b', 'police', period('2008-01-01', '2012-01-01'))).toHaveLength(4);
  });

  it('what has ended leaves nothing to do', () => {
    expect(
      dueDays('CDA-6-AUDIT', 'jointly', period('2001-01-01', '2012-01-01'), {
        keptSince: calendarDate('1999-04-01'),
      }),
    ).toEqual(['2002-03-31', '2005-03-31']);
  });

  it('the quarter before 1 July 2022 is owed by the integrated care board, which is there on its last day', () => {
    const told = occurrences(obligation('CDA-17A', 'health'), records(), period('2022-04-01', '2022-12-31'));
    expect(told.map(({ about, dueOn, owedBy }) => [about.from, dueOn, ...owedBy])).toEqual([
      ['2022-01-01', '2022-06-30', 'Clinical commissioning group'],
      ['2022-04-01', '2022-09-30', 'Integrated care board'],
    ]);
  });

  it('a clock that runs is not set back when it changes hands', () => {
    const doings = [doing('EQ-R4/health/any', '2021-10-10')];
    const told = occurrences(
      obligation('EQ-R4', 'health'),
      records({ doings }),
      period('2022-01-01', '2023-06-01'),
    );
    expect(told.map(({ dueOn, owedBy }) => [dueOn, ...owedBy])).toEqual([
      ['2022-10-09', 'Integrated care board'],
    ]);
  });

  it('what happened before a body was there is due from its successor, also where it is borne together', () => {
    const happenings = [happening({ trigger: 'committee-reports', on: '2022-06-20' })];
    const [answer] = occurrences(
      obligation('SCR-R7', 'health'),
      records({ happenings }),
      period('2022-06-01', '2022-08-01'),
    );
    expect(answer).toMatchObject({ dueOn: '2022-07-18', owedBy: ['Integrated care board'] });
    const deaths = [happening({ trigger: 'death-by-abuse', on: '2022-06-20' })];
    const [decision] = occurrences(
      obligation('DHR-G-DECIDE', 'jointly'),
      records({ happenings: deaths }),
      period('2022-06-01', '2022-08-01'),
    );
    expect(decision?.dueOn).toBe('2022-07-20');
    expect(decision?.owedBy).toContain('Integrated care board');
    expect(decision?.owedBy).not.toContain('Clinical commissioning group');
  });

  it('what happened in a pilot is owed to the end, by those who bore it last; what happened after is not', () => {
    const pilot = { ...LONDON_BOROUGH, pilots: ['offensive-weapons-homicide-reviews'] as const };
    const happenings = [
      happening({
        id: 'last',
        trigger: 'death-by-weapon',
        on: '2024-09-30',
        dueOn: calendarDate('2025-01-31'),
      }),
      happening({ id: 'after', trigger: 'death-by-weapon', on: '2024-10-01' }),
    ];
    const told = occurrences(
      obligation('OWHR-24', 'jointly', pilot),
      records({ happenings }),
      period('2024-01-01', '2026-01-01'),
    );
    expect(told.map(({ key, owedBy }) => [key, owedBy.length])).toEqual([['OWHR-24/jointly/last', 3]]);
  });
});

describe('on 23 November 2026, in a London borough', () => {
  const ahead = period('2026-11-23', '2027-04-01');
  const meeting = doing('SCR-R4/crime-and-disorder-committee/2025-01-20', '2026-02-10');
  const known = records({ doings: [meeting] });
  const due = DUTIES.flatMap((duty) => obligationsOf(duty, LONDON_BOROUGH)).flatMap((one) =>
    occurrences(one, known, ahead),
  );
  const about = (reference: string): unknown[] =>
    due
      .filter(({ obligation: { duty } }) => duty.reference === reference)
      .map(({ obligation: { bearer }, about: { from }, dueOn }) => [bearer, from, dueOn]);

  it('the data of July to September is due on 31 December from each authority that has any', () => {
    expect(about('CDA-17A').filter((row) => (row as string[])[2] === '2026-12-31')).toEqual([
      ['council', '2026-07-01', '2026-12-31'],
      ['police', '2026-07-01', '2026-12-31'],
      ['fire', '2026-07-01', '2026-12-31'],
      ['health', '2026-07-01', '2026-12-31'],
    ]);
    expect(dueDays('CDA-17A', 'council', period('2026-07-01', '2026-11-23'))).toEqual(['2026-09-30']);
  });

  it('assessment, public meeting and revision are due by 31 March 2027, scrutiny a year after the last', () => {
    expect(about('FIS-5')).toEqual([['strategy-group', '2026-04-01', '2027-03-31']]);
    expect(about('FIS-12-4a')).toEqual([['strategy-group', '2026-04-01', '2027-03-31']]);
    expect(about('FIS-10-2')).toEqual([['strategy-group', '2027-04-01', '2027-03-31']]);
    expect(about('SCR-R4')).toEqual([['crime-and-disorder-committee', '2026-02-11', '2027-02-10']]);
  });

  it('nothing that is repealed, of a county or not in force falls due', () => {
    const references = new Set(due.map(({ obligation: { duty } }) => duty.reference));
    for (const other of [
      'FIS-7g',
      'FIS-8',
      'FIS-9',
      'FIS-9A',
      'FIS-14A',
      'CDA-6-AUDIT',
      'OWHR-24',
      'DARDR-19',
      'VPA-14',
    ])
      expect([other, references.has(other)]).toEqual([other, false]);
    const others = DUTIES.flatMap((duty) => obligationsOf(duty, DISTRICT)).map(({ duty }) => duty.reference);
    expect(others).toContain('FIS-7g');
  });
});
