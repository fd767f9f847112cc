import { drawn, pointsOf, specOf, words } from '../testing/drawn-chart.js';
import { timeSeriesChart } from './time-series-chart.js';
import type { SignalMark, TimeSeriesPoint } from './time-series-spec.js';

/** The polygon of one signal among ordinary points, and the place of its period. */
function shapeOf(signal: SignalMark, changes: Partial<TimeSeriesPoint> = {}) {
  const [first, second, third] = pointsOf(10, 20, 30);
  const svg = timeSeriesChart(specOf({ points: [first!, { ...second!, signal, ...changes }, third!] }));
  const polygon = drawn(svg, 'polygon')[0]!;
  const corners = polygon['points']!.split(' ').map((corner) => corner.split(',').map(Number));
  const circles = drawn(svg, 'circle');
  const middle = {
    x: (Number(circles[0]!['cx']) + Number(circles[1]!['cx'])) / 2,
    y: (Number(circles[0]!['cy']) + Number(circles[1]!['cy'])) / 2,
  };
  return { svg, polygon, middle, xs: corners.map(([x]) => x!), ys: corners.map(([, y]) => y!) };
}

/** How many corners are level with the highest one. */
const atTop = (ys: readonly number[]) => ys.filter((y) => y === Math.min(...ys)).length;

describe('a point of special cause', () => {
  it('takes the place of its dot', () => {
    const { svg, middle, xs, ys } = shapeOf({ meaning: 'neutral', towards: 'higher' });
    expect(drawn(svg, 'circle')).toHaveLength(2);
    expect(drawn(svg, 'polygon')).toHaveLength(1);
    expect((Math.min(...xs) + Math.max(...xs)) / 2).toBeCloseTo(middle.x, 0);
    expect((Math.min(...ys) + Math.max(...ys)) / 2).toBeCloseTo(middle.y, 0);
  });

  it('is a dark blue triangle when better, which points the way it went', () => {
    const up = shapeOf({ meaning: 'better', towards: 'higher' });
    expect(up.polygon['fill']).toBe('#12436D');
    expect(up.ys).toHaveLength(3);
    expect(atTop(up.ys)).toBe(1);
    const down = shapeOf({ meaning: 'better', towards: 'lower' });
    expect(down.ys).toHaveLength(3);
    expect(atTop(down.ys)).toBe(2);
  });

  it('is an orange diamond with a dark outline when worse', () => {
    const { polygon, xs, ys } = shapeOf({ meaning: 'worse', towards: 'higher' });
    expect(polygon).toMatchObject({ fill: '#F46A25', stroke: '#3D3D3D' });
    expect(xs).toHaveLength(4);
    expect(atTop(ys)).toBe(1);
  });

  it('is a dark pink square when neither', () => {
    const { polygon, xs, ys } = shapeOf({ meaning: 'neutral', towards: 'lower' });
    expect(polygon['fill']).toBe('#801650');
    expect(xs).toHaveLength(4);
    expect(atTop(ys)).toBe(2);
  });

  it.each([
    ['better', '#12436D'],
    ['worse', '#F46A25'],
    ['neutral', '#801650'],
  ] as const)('keeps its shape and is hollow when it is marked too: %s', (meaning, colour) => {
    const filled = shapeOf({ meaning, towards: 'higher' });
    const hollow = shapeOf({ meaning, towards: 'higher' }, { mark: 'r' });
    expect(hollow.polygon['points']).toBe(filled.polygon['points']);
    expect(hollow.polygon).toMatchObject({ fill: '#FFFFFF', stroke: colour });
    expect(words(hollow.svg)).toContain('20 [r]');
  });

  it('is not drawn where there is no figure', () => {
    const points: TimeSeriesPoint[] = [
      { label: 'Q1', value: 3 },
      { label: 'Q2', value: null, signal: { meaning: 'worse', towards: 'higher' } },
    ];
    expect(drawn(timeSeriesChart(specOf({ points })), 'polygon')).toEqual([]);
  });

  it('lies over the dots beside it', () => {
    const { svg } = shapeOf({ meaning: 'better', towards: 'higher' });
    expect(svg.indexOf('<polygon')).toBeGreaterThan(svg.lastIndexOf('<circle'));
  });
});

describe('points of a long chart', () => {
  it('are small enough not to run into each other', () => {
    const points = pointsOf(...Array.from({ length: 68 }, (_, index) => index));
    const circles = drawn(timeSeriesChart(specOf({ points })), 'circle');
    const step = Number(circles[1]!['cx']) - Number(circles[0]!['cx']);
    const across = 2 * Number(circles[0]!['r']) + Number(circles[0]!['stroke-width']);
    expect(across).toBeLessThanOrEqual(step);
  });

  it.each(['wide', 'narrow'] as const)('have the words of the last one inside the drawing (%s)', (size) => {
    const points = Array.from({ length: 68 }, (_, index) => ({ label: `September ${index}`, value: index }));
    const svg = timeSeriesChart(specOf({ points, size }));
    const last = [...svg.matchAll(/<text x="([\d.]+)"[^>]*><tspan[^>]*>September/g)].at(-1);
    const width = size === 'wide' ? 720 : 320;
    const halfWidth = ('September'.length * 0.55 * (size === 'wide' ? 16 : 14)) / 2;
    expect(Number(last?.[1]) + halfWidth).toBeLessThanOrEqual(width);
  });
});
