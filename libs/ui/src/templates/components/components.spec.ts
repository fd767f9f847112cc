import { timeSeriesChart } from '../../charts/time-series-chart.js';
import { renderSnippet } from '../../testing/render-snippet.js';

const ATTACK = '<img src=x>';

describe('dataTable', () => {
  const table = {
    caption: 'Burglary by quarter',
    firstCellIsHeader: true,
    head: [{ text: 'Quarter' }, { text: 'Offences', format: 'numeric' }],
    rows: [[{ text: 'April to June' }, { text: ATTACK, format: 'numeric' }]],
  };
  const render = (params: object) =>
    renderSnippet('{% from "components/data-table.njk" import dataTable %}{{ dataTable(params) }}', {
      params,
    });

  it('is a plain table unless told otherwise', () => {
    expect(render(table)).not.toContain('tabindex');
    expect(render(table)).toContain('<th scope="row"');
  });

  it('scrolls inside a region that the keyboard can reach and that has a name', () => {
    expect(render({ ...table, narrow: 'scroll' })).toMatch(
      /role="region" aria-label="Burglary by quarter" tabindex="0"/,
    );
  });

  it('gives each cell its heading where it stacks, and stays a table', () => {
    const html = render({ ...table, narrow: 'stack' });
    expect(html).toContain('data-heading="Offences"');
    expect(html).toContain('role="table"');
    expect(html).toContain('role="rowheader"');
  });

  it.each(['scroll', 'stack', undefined])('escapes text when narrow is %p', (narrow) => {
    expect(render({ ...table, narrow })).not.toContain('<img');
  });
});

describe('timeline', () => {
  it('says what was done, when in London, and by whom', () => {
    const html = renderSnippet('{% from "components/timeline.njk" import timeline %}{{ timeline(params) }}', {
      params: {
        headingLevel: 2,
        events: [{ title: 'Return approved', by: ATTACK, at: '2026-07-09T13:05:00Z', text: ATTACK }],
      },
    });
    expect(html).toContain('<h2 class="tracker-timeline__title">Return approved</h2>');
    expect(html).toContain('<time datetime="2026-07-09T13:05:00Z">9 July 2026 at 2:05pm</time>');
    expect(html).not.toContain('<img');
  });
});

describe('chartFigure', () => {
  it('surrounds the picture with its finding, its source and its figures', () => {
    const spec = {
      title: 'Line chart',
      description: 'It fell.',
      unit: 'offences',
      points: [{ label: 'Q1', value: 2 }],
    };
    const html = renderSnippet(
      '{% from "components/chart-figure.njk" import chartFigure %}{{ chartFigure(params) }}',
      {
        params: {
          id: 'burglary',
          heading: ATTACK,
          subtitle: ATTACK,
          svg: timeSeriesChart({ ...spec, id: 'wide' }),
          narrowSvg: timeSeriesChart({ ...spec, id: 'narrow', size: 'narrow' }),
          notes: [ATTACK, 'Counted another way since 2024.'],
          source: ATTACK,
          table: { caption: 'Burglary', rows: [[{ text: 'Q1' }, { text: '2' }]] },
        },
      },
    );
    expect(html.match(/<svg/g)).toHaveLength(2);
    expect(html).toContain('<figure class="tracker-chart" aria-labelledby="burglary-heading">');
    expect(html).toMatch(/<h2[^>]*id="burglary-heading"/);
    expect(html).toContain('<p class="govuk-body-s">Counted another way since 2024.</p>');
    expect(html).toContain('<figcaption');
    expect(html).toContain('<table');
    expect(html).not.toContain('<img');
    expect(html).not.toContain('style=');
  });
});
