import { dutyOf } from '../catalogue/catalogue.js';
import { type Duty, each } from '../catalogue/duty.js';
import { ended } from '../catalogue/in-force.js';
import { LONDON_BOROUGH, obligation } from '../testing/profiles.js';
import { obligationsOf } from './obligations.js';

describe('obligations', () => {
  it('start when the duty is law and somebody bears it', () => {
    expect(obligation('FIS-4-3', 'police').window).toEqual({ from: '2007-08-01', until: null });
    expect(obligation('FIS-4-3', 'probation').window).toEqual({ from: '2010-04-01', until: null });
    expect(obligation('FIS-2007-CHAIR', 'strategy-group').window).toEqual({
      from: '2007-08-01',
      until: '2011-06-01',
    });
  });

  it('are none where the duty ended on the day on which somebody came to bear it', () => {
    const until = (day: string): Duty => ({
      ...dutyOf('FIS-4-3'),
      on: [each('probation')],
      inForce: ended(['2007-08-01', day], 'it was revoked'),
    });
    expect(obligationsOf(until('2010-04-01'), LONDON_BOROUGH)).toEqual([]);
    expect(obligationsOf(until('2010-04-02'), LONDON_BOROUGH)).toHaveLength(1);
  });

  it('are one for each who owes it alone, and one for those who owe it together', () => {
    const bearers = (reference: string): string[] =>
      obligationsOf(dutyOf(reference), LONDON_BOROUGH).map(({ bearer }) => bearer);
    expect(bearers('FIS-12-4b')).toEqual(['council', 'police', 'fire', 'probation', 'health']);
    expect(bearers('CDA-6-1A')).toEqual(['jointly']);
    expect(bearers('SVD-15')).toEqual([]);
    expect(bearers('DARDR-19')).toEqual([]);
  });
});
