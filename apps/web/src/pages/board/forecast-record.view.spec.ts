import { pathsOf } from '../../http/paths.js';
import { forecastRecordView } from './forecast-record.view.js';

const said = (probability: number, met: boolean) => ({
  ...{ slug: 'robbery', name: 'Robbery', financialYear: 2010, quartersHeld: 2 },
  ...{ probability, met },
});

describe('the record of forecasts', () => {
  it('scores what was said against what came', () => {
    // (0.8 − 1)² = 0.04 and (0.3 − 0)² = 0.09: mean 0.065
    const view = forecastRecordView([said(0.8, true), said(0.3, false)], pathsOf('kingston'));
    expect(view.score).toBe('0.065');
    expect(view.bands.map(({ said: band, cameTrue }) => [band, cameTrue])).toEqual([
      ['20% to 40%', '0%'],
      ['80% to 100%', '100%'],
    ]);
    expect(view.forecasts[0]).toMatchObject({
      when: '2010/11, after 2 quarters',
      chance: '80%',
      outcome: 'Met',
    });
  });

  it('has no score before a year is over', () => {
    expect(forecastRecordView([], pathsOf('kingston'))).toMatchObject({ score: null, forecasts: [] });
  });
});
