import { funnelChart } from './funnel-chart.js';
import type { FunnelChartSpec } from './funnel-spec.js';

const limits = (reach: number) => [
  { population: 100_000, lower: 5 - reach, upper: 5 + reach },
  { population: 300_000, lower: 5 - reach / 2, upper: 5 + reach / 2 },
];
const SPEC: FunnelChartSpec = {
  id: 'funnel',
  title: 'Funnel plot of <burglary>',
  description: 'The table below has every figure.',
  rateUnit: 'per 1,000 residents',
  populationUnit: 'Residents',
  points: [
    { name: 'Here & there', population: 100_000, rate: 6, lies: 'inside', isOwn: true },
    { name: 'Elsewhere', population: 200_000, rate: 9, lies: 'beyond-outer', isOwn: false },
    { name: 'Nowhere', population: 300_000, rate: 3, lies: 'beyond-inner', isOwn: false },
  ],
  ...{ groupRate: 5, groupLabel: 'Group 5.0', innerLabel: '95%', outerLabel: '99.8%' },
  ...{ inner: limits(1), outer: limits(1.6) },
};

describe('a funnel plot', () => {
  it('has a name and a description, and escapes every word', () => {
    const svg = funnelChart(SPEC);
    expect(svg).toContain('aria-labelledby="funnel-title"');
    expect(svg).toContain('<title id="funnel-title">Funnel plot of &lt;burglary&gt;</title>');
    expect(svg).toContain('Here &amp; there');
    expect(svg).not.toMatch(/style=|<script/);
  });

  it('tells where an area lies by its shape, and fills the looked-at one', () => {
    const svg = funnelChart(SPEC);
    expect(svg.match(/<circle /g)).toHaveLength(1);
    expect(svg.match(/<polygon /g)).toHaveLength(2);
    expect(svg).toMatch(/<circle [^>]*fill="#12436D"/);
    // Only the looked-at one is named; the others are in the table.
    expect(svg).not.toContain('Elsewhere');
  });

  it('draws two limits above and two below, each pair with a pattern and a label', () => {
    const svg = funnelChart(SPEC);
    expect(svg.match(/stroke-dasharray="8 5"/g)).toHaveLength(2);
    expect(svg.match(/stroke-dasharray="2 5"/g)).toHaveLength(2);
    for (const label of ['Group 5.0', '95%', '99.8%', 'Residents', 'per 1,000 residents'])
      expect(svg).toContain(`>${label}</text>`);
  });

  it('moves the name to where it hides no other point, and leads to it', () => {
    const beside = { ...SPEC.points[1]!, population: 110_000, rate: 6 };
    const crowded = { ...SPEC, points: [...SPEC.points, beside] };
    const heightOf = (svg: string) => Number(/y="([\d.]+)"[^>]*>Here &amp; there/.exec(svg)![1]);
    expect(heightOf(funnelChart(crowded))).not.toBe(
      heightOf(funnelChart({ ...crowded, points: SPEC.points })),
    );
    expect(funnelChart(crowded).match(/<line /g)!.length).toBe(
      funnelChart(SPEC).match(/<line /g)!.length + 1,
    );
  });

  it('starts at zero, and keeps lines that reach above or below it on the plot', () => {
    const svg = funnelChart({ ...SPEC, outer: limits(40), size: 'narrow' });
    expect(svg).toContain('>0</text>');
    const ys = [...svg.matchAll(/[ML]([\d.-]+) ([\d.-]+)/g)].map(([, , y]) => Number(y));
    expect(Math.min(...ys)).toBeGreaterThan(0);
    expect(Math.max(...ys)).toBeLessThanOrEqual(Number(/viewBox="0 0 \d+ (\d+)"/.exec(svg)![1]));
    expect(funnelChart(SPEC)).toBe(funnelChart(SPEC));
  });
});
