import { calendarDate, FinancialQuarter } from '@lib/kernel';
import { measureFacts, NO_COLOUR, type TargetStatus } from '@lib/performance';
import type { BoardFigures, BoardMeasure, ChangesSince } from '@lib/reporting';
import { pathsOf } from '../../http/paths.js';
import { boardView } from './board.view.js';

const target = {
  wording: '4.5% fewer',
  atLeast: null,
  atMost: '1675',
  baseline: '1754',
  baselineExactness: 'back-calculated',
  baselineSource: 'Summary',
  baselineRelease: '2010',
} as const;

const lastYear = {
  financialYear: 2009,
  quarters: [null, null, null, null],
  wholeYear: { type: 'count', count: 1754 },
} as const;
const facts = measureFacts({
  ...lastYear,
  financialYear: 2010,
  type: 'count',
  unit: 'offences',
  direction: 'lower',
  rollingTwelveMonths: false,
  wholeYear: { type: 'count', count: 1695 },
  pastYears: [lastYear],
  breaks: [],
  target: null,
  statusRules: NO_COLOUR,
  data: { provisional: false, revised: false },
});

const measure = (name: string, status: TargetStatus): BoardMeasure => ({
  id: name,
  slug: name,
  name,
  unit: 'offences',
  kind: 'count',
  direction: 'lower',
  rollingTwelveMonths: false,
  priority: 'Burglary',
  priorityNumber: 1,
  owner: 'Police',
  status,
  sentence: 'A sentence.',
  publishedAs: null,
  facts,
  quarterlyTarget: null,
  declared: null,
  quarters: [],
  marks: [],
  target: status === 'no-target' ? null : target,
  latest: { quarter: FinancialQuarter.of(2010, 4), observation: { type: 'count', count: 387 } },
});

const board = (...measures: BoardMeasure[]): BoardFigures => ({
  financialYear: 2010,
  years: [2011, 2010],
  newerYear: null,
  plan: { versionId: 'plan', title: 'Plan', source: 'Summary' },
  figureSources: [{ source: 'Borough file', release: 'March 2026' }],
  measures,
  late: [],
  changes: [],
});

const nothing: ChangesSince = {
  ...{ since: calendarDate('2010-07-14'), board: null, figures: [], reopenings: [], targets: [] },
  ...{ definitions: [], declared: [], plans: [], marks: [], results: [] },
};

const view = (figures: BoardFigures, changes = nothing) => boardView(figures, changes, pathsOf('kingston'));

describe('the board page', () => {
  it('puts what is off track first, worst first, and nothing else among it', () => {
    const { offTrack } = view(
      board(
        measure('met', 'met'),
        measure('at risk', 'at-risk'),
        measure('unknown', 'cannot-tell'),
        measure('off course', 'off-course'),
        measure('missed', 'not-met'),
      ),
    );
    expect(offTrack.map(({ name }) => name)).toEqual(['missed', 'off course', 'at risk']);
  });

  it('says in one sentence how it stands, and never counts what is unknown as on track', () => {
    expect(
      view(board(measure('a', 'not-met'), measure('b', 'cannot-tell'), measure('c', 'no-target'))).summary,
    ).toBe('1 of 2 targets is off track. 1 cannot be judged: a figure or a baseline is missing.');
    expect(view(board(measure('a', 'met'), measure('b', 'on-course'))).summary).toBe(
      '0 of 2 targets are off track.',
    );
    expect(view(board(measure('a', 'no-target'))).summary).toBe('No targets are set for this year.');
  });

  it('says when baselines and figures are of different releases', () => {
    expect(view(board(measure('a', 'met'))).sources.differ).toBe(true);
    const same = { ...board(measure('a', 'met')), figureSources: [{ source: 'Summary', release: '2010' }] };
    expect(view(same).sources.differ).toBe(false);
  });

  it('names a source without a release by itself', () => {
    const figureSources = [{ source: 'Own count', release: null }];
    expect(view({ ...board(measure('a', 'met')), figureSources }).sources.figures).toEqual(['Own count']);
  });

  it('gives the target in whole offences', () => {
    expect(view(board(measure('a', 'not-met'))).offTrack[0]).toMatchObject({
      target: '1,675 offences or fewer',
      sentence: 'A sentence.',
      change: 'Within normal variation',
      forecast: 'None: the year is over',
      data: 'Final, as far as is recorded',
      rag: null,
    });
  });

  it('says how many changes chance alone would make look real', () => {
    expect(view(board(measure('a', 'met'), measure('b', 'met'))).falseAlarms).toBe(
      'Of 2 changes looked at, chance alone would make about 0.1 look real.',
    );
  });

  it('says how much has changed since the board met, and leads there', () => {
    const on = calendarDate('2010-07-14');
    const reopening = {
      ...{ authority: 'Police', quarter: FinancialQuarter.of(2010, 1), expiresOn: on, by: 'Anna' },
      ...{ at: new Date(), reason: 'Late' },
    };
    const figures = board(measure('a', 'met'));
    expect(view(figures).changed.text).toBe('Nothing has changed since 14 July 2010');
    const met = { ...nothing, board: { on, meeting: 'The board' }, reopenings: [reopening] };
    expect(view(figures, met).changed).toEqual({
      text: '1 thing has changed since the board of 14 July 2010',
      href: '/partnerships/kingston/changes?since=2010-07-14',
    });
    expect(view(figures, { ...met, reopenings: [reopening, reopening] }).changed.text).toBe(
      '2 things have changed since the board of 14 July 2010',
    );
  });

  it('leads to a newer year that has figures', () => {
    expect(view({ ...board(measure('a', 'met')), newerYear: 2011 }).newer).toEqual({
      name: '2011/12',
      href: '/partnerships/kingston/board?year=2011-12',
    });
  });
});
