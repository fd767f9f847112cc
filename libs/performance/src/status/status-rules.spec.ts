import {
  AGAINST_COMPARATORS,
  declaredOn,
  NO_COLOUR,
  POLICE_AUTHORITY_2010,
  statusBy,
  type StatusInputs,
  toleranceBand,
} from './status-rules.js';

const inputs = (change: Partial<StatusInputs>): StatusInputs => ({
  target: 'not-met',
  moved: 'same',
  change: 'within-variation',
  offTargetBy: null,
  againstComparators: null,
  neverRed: false,
  ...change,
});

describe('the 2010 police-authority rule', () => {
  // Kingston 2009/10, as domain practice coloured it
  it.each([
    ['residential burglary, missed and up', { target: 'not-met', moved: 'worse' }, 'red'],
    ['robbery, missed though down', { target: 'not-met', moved: 'better' }, 'amber'],
    ['theft from vehicles, met', { target: 'met', moved: 'better' }, 'green'],
    ['gun crime, missed and up', { target: 'not-met', moved: 'worse' }, 'red'],
    ['no target', { target: 'no-target', moved: 'worse' }, 'grey'],
  ] as const)('%s', (_, change, rag) => {
    expect(statusBy(POLICE_AUTHORITY_2010, inputs(change))).toMatchObject({
      rag,
      ruleSet: 'police-authority-2010',
    });
  });

  it('is never red for a measure of which neither way is good', () => {
    expect(statusBy(POLICE_AUTHORITY_2010, inputs({ moved: 'worse', neverRed: true })).rag).toBe('grey');
  });
});

describe('other rules', () => {
  // 1,695 against 1,675 is off by 20 in 1,675: 1.19% of the target
  it('a tolerance band says of what', () => {
    const off = inputs({ offTargetBy: (100 * 20) / 1675 });
    expect(statusBy(toleranceBand(5), off)).toMatchObject({
      rag: 'amber',
      reason: 'it is off target by at most 5% of the target',
    });
    expect(statusBy(toleranceBand(1), off).rag).toBe('red');
  });

  it('comparators colour where no target is set', () => {
    expect(statusBy(AGAINST_COMPARATORS, inputs({ againstComparators: 'worse' })).rag).toBe('red');
    expect(statusBy(AGAINST_COMPARATORS, inputs({})).rag).toBe('grey');
  });

  it('some measures are not coloured at all', () => {
    expect(statusBy(NO_COLOUR, inputs({ moved: 'worse' })).rag).toBe('grey');
  });
});

describe('a declared status', () => {
  const declared = { rag: 'green', reason: 'One case', by: 'A. Chair', expiresOn: '2011-06-30' } as const;

  it('stands beside the worked-out one until it ends', () => {
    expect(declaredOn(declared, '2011-06-30')).toBe(declared);
    expect(declaredOn(declared, '2011-07-01')).toBeNull();
    expect(declaredOn(null, '2011-01-01')).toBeNull();
  });
});
