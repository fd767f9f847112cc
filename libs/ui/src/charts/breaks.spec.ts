import { drawn, pointsOf, specOf, words } from '../testing/drawn-chart.js';
import { timeSeriesChart } from './time-series-chart.js';
import type { TimeSeriesChartSpec, TimeSeriesPoint } from './time-series-spec.js';

/** Four periods, the third of which has something about it. */
function chartWith(third: Partial<TimeSeriesPoint>, changes: Partial<TimeSeriesChartSpec> = {}): string {
  const points = pointsOf(10, 20, 30, 40);
  points[2] = { ...points[2]!, ...third };
  return timeSeriesChart(specOf({ points, ...changes }));
}

const verticals = (svg: string) => drawn(svg, 'line').filter(({ x1, x2 }) => x1 === x2);
const centres = (svg: string) => drawn(svg, 'circle').map(({ cx }) => Number(cx));

/** Between the second period and the third. */
function halfway(svg: string): number {
  const [, second, third] = centres(svg);
  return (second! + third!) / 2;
}

/** Each run of text above the plot with the space its lines take up. */
function textAbove(svg: string, start: RegExp) {
  return [...svg.matchAll(/<text x="[\d.]+" y="([\d.]+)"[^>]*>(.*?)<\/text>/g)]
    .map((text) => ({ first: Number(text[1]), content: text[2]!.replace(/^<tspan[^>]*>/, '') }))
    .filter(({ content }) => start.test(content))
    .map(({ first, content }) => ({
      first,
      last: [...content.matchAll(/dy="([\d.]+)"/g)].reduce((y, [, dy]) => y + Number(dy), first),
    }))
    .toSorted((one, other) => one.first - other.first);
}

describe('a break in the series', () => {
  const broken = chartWith({ breakBefore: 'New recording system' });

  it('is not bridged by the line', () => {
    const path = drawn(broken, 'path')[0]!['d']!;
    expect(path.match(/M/g)).toHaveLength(2);
    const starts = [...path.matchAll(/M([\d.]+)/g)].map((match) => Number(match[1]));
    expect(starts).toEqual([centres(broken)[0], centres(broken)[2]]);
    expect(path.match(/L/g)).toHaveLength(2);
    expect(drawn(broken, 'circle')).toHaveLength(4);
  });

  it('is a solid double line halfway between the periods', () => {
    const lines = verticals(broken);
    expect(lines).toHaveLength(2);
    expect(lines.map((line) => line['stroke-dasharray'])).toEqual([undefined, undefined]);
    const [one, other] = lines.map((line) => Number(line['x1']));
    expect(other! - one!).toBeCloseTo(3, 5);
    expect((one! + other!) / 2).toBeCloseTo(halfway(broken), 0);
  });

  it('is told in exactly the words given', () => {
    expect(words(broken)).toContain('New recording system');
  });

  it('leaves the line whole when only limits start anew', () => {
    const path = drawn(chartWith({ newLimits: 'Fewer since the gates' }), 'path')[0]!['d']!;
    expect(path.match(/M/g)).toHaveLength(1);
  });
});

describe('limits that start anew', () => {
  it('are a dotted line halfway between the periods, with the reason', () => {
    const svg = chartWith({ newLimits: 'Fewer since the gates' });
    const [line, ...more] = verticals(svg);
    expect(more).toEqual([]);
    expect(Number(line?.['x1'])).toBeCloseTo(halfway(svg), 0);
    expect(line?.['stroke-dasharray']).toBeDefined();
    expect(line?.['stroke-dasharray']).not.toBe('4 4');
    expect(words(svg)).toContain('Fewer since the gates');
  });

  it.each([
    ['right', 1],
    ['left', 11],
  ])('share the double line of a break in the same place, with the words to its %s', (_, index) => {
    const points = pointsOf(...Array.from({ length: 12 }, () => 10));
    points[index] = { ...points[index]!, breakBefore: 'New recording system', newLimits: 'Limits anew' };
    const svg = timeSeriesChart(specOf({ points, size: 'narrow' }));
    expect(verticals(svg)).toHaveLength(2);
    expect(verticals(svg).filter((line) => line['stroke-dasharray'] === undefined)).toHaveLength(2);
    expect(words(svg)).toEqual(expect.arrayContaining(['New recording system', 'Limits anew']));
  });
});

describe('the words above the plot', () => {
  const everything = {
    breakBefore: 'Break: the police force moved all of its records to a new system',
    newLimits: 'Limits: the wardens began to patrol the estate in the evenings',
    note: 'Note: clocks went back and the street lights were switched off',
  };

  it.each(['wide', 'narrow'] as const)('never overlap, all at one period (%s)', (size) => {
    const svg = chartWith(everything, { size });
    const blocks = textAbove(svg, /^(Break|Limits|Note):/);
    expect(blocks).toHaveLength(3);
    const fontSize = size === 'wide' ? 16 : 14;
    for (const [index, block] of blocks.slice(0, -1).entries())
      expect(blocks[index + 1]!.first - block.last).toBeGreaterThanOrEqual(fontSize);
  });

  it('break into more lines rather than run across the vertical line of others', () => {
    const points = pointsOf(...Array.from({ length: 30 }, (_, index) => index));
    points[10] = { ...points[10]!, breakBefore: 'Police force moved to a new recording system' };
    points[20] = { ...points[20]!, note: 'Doorbells with cameras handed out' };
    const svg = timeSeriesChart(specOf({ points, size: 'narrow' }));
    const [, place] =
      /<text x="[\d.]+" y="[\d.]+" (text-anchor="\w+")[^>]*><tspan[^>]*>Police/.exec(svg) ?? [];
    // Right of it there is not the usual width before the line of the note, nor is there left of it.
    expect(place).toBe('text-anchor="end"');
  });

  it('are escaped and need nothing that the content security policy forbids', () => {
    const attack = '<img src=x>"&\'';
    const svg = chartWith(
      { breakBefore: attack, newLimits: attack, signal: { meaning: 'worse', towards: 'higher' } },
      {
        limits: [{ fromIndex: 0, toIndex: 0, trial: true, limits: [{ mean: 1, lower: 0.5, upper: 2 }] }],
      },
    );
    expect(words(svg).filter((word) => word === '&lt;img src=x&gt;&quot;&amp;&#39;')).toHaveLength(2);
    expect(svg).not.toContain('<img');
    expect(svg).not.toMatch(/style=|<style|<script|\son\w+=|href=/);
  });

  it('may be about the first period, whose line then stands at the edge of the plot', () => {
    const points = pointsOf(10, 20);
    points[0] = { ...points[0]!, newLimits: 'From here on' };
    const svg = timeSeriesChart(specOf({ points }));
    const [first, second] = centres(svg);
    expect(Number(verticals(svg)[0]?.['x1'])).toBeCloseTo(first! - (second! - first!) / 2, 0);
    expect(drawn(svg, 'path')[0]!['d']!.match(/M/g)).toHaveLength(1);
  });
});
