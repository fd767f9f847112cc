import { calendarDate, FinancialQuarter } from '@lib/kernel';
import { changesOfForm, type FormVersion, versionFor, versionsFrom } from './return-form.js';

const version = (number: number, from: string): FormVersion => ({
  id: `version ${number}`,
  formId: 'form',
  number,
  appliesFrom: calendarDate(from),
  lines: [],
});

const Q4 = FinancialQuarter.of(2025, 4);
const Q1 = FinancialQuarter.of(2026, 1);
const Q2 = FinancialQuarter.of(2026, 2);

describe('the version of a form that applies', () => {
  it('is none before the first', () => {
    expect(versionFor([version(1, '2026-04-01')], Q4)).toBeNull();
  });

  it('changes with the quarter, so that two are out at once across 1 April', () => {
    const versions = [version(1, '2025-04-01'), version(2, '2026-04-01')];
    expect([Q4, Q1].map((quarter) => versionFor(versions, quarter)?.number)).toEqual([1, 2]);
  });

  it('is the newest of those that start together', () => {
    const versions = [version(1, '2025-04-01'), version(3, '2026-04-01'), version(2, '2026-04-01')];
    expect(versionFor(versions, Q1)?.number).toBe(3);
  });

  it('takes the place of an older one that would have started later', () => {
    const versions = [version(1, '2025-04-01'), version(2, '2026-07-01'), version(3, '2026-04-01')];
    expect([Q4, Q1, Q2].map((quarter) => versionFor(versions, quarter)?.number)).toEqual([1, 3, 3]);
  });
});

describe('the versions from a quarter on', () => {
  it('are the one that applies and those that take over, not those that never will', () => {
    const versions = [
      version(1, '2025-04-01'),
      version(2, '2026-07-01'),
      version(3, '2026-04-01'),
      version(4, '2027-04-01'),
    ];
    expect(versionsFrom(versions, Q4).map(({ number }) => number)).toEqual([1, 3, 4]);
    expect(versionsFrom(versions, Q2).map(({ number }) => number)).toEqual([3, 4]);
  });

  it('are none of a form that has none', () => {
    expect(versionsFrom([], Q1)).toEqual([]);
  });
});

it('tells what is asked anew, of another authority, and no more', () => {
  const line = (measureId: string, authorityId: string) => ({ measureId, authorityId });
  expect(
    changesOfForm(
      [line('burglary', 'police'), line('noise', 'council'), line('fires', 'police')],
      [line('burglary', 'police'), line('fires', 'fire'), line('refuge', 'council')],
    ),
  ).toEqual([
    { measureId: 'noise', before: 'council', after: null },
    { measureId: 'fires', before: 'police', after: 'fire' },
    { measureId: 'refuge', before: null, after: 'council' },
  ]);
});
