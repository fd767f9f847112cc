import { drawn, pointsOf, specOf, words } from '../testing/drawn-chart.js';
import { timeSeriesChart } from './time-series-chart.js';
import type { TimeSeriesPoint } from './time-series-spec.js';

describe('timeSeriesChart', () => {
  describe('the line', () => {
    it('sets periods at equal distances and figures in proportion from zero', () => {
      const circles = drawn(timeSeriesChart(specOf()), 'circle').map(({ cx, cy }) => [
        Number(cx),
        Number(cy),
      ]);
      const [first, second, third, fourth] = circles as [number[], number[], number[], number[]];
      const step = second[0]! - first[0]!;
      expect(third[0]! - second[0]!).toBeCloseTo(step, 0);
      expect(fourth[0]! - third[0]!).toBeCloseTo(step, 0);
      const rise = first[1]! - second[1]!;
      expect(rise).toBeGreaterThan(0);
      expect(first[1]! - fourth[1]!).toBeCloseTo(3 * rise, 0);

      const zeroLine = drawn(timeSeriesChart(specOf()), 'line').find(
        (line) => line['stroke-width'] === '1.5',
      );
      expect(Number(zeroLine?.['y1']) - first[1]!).toBeCloseTo(rise, 0);
    });

    it('joins all figures by one stroke', () => {
      const path = drawn(timeSeriesChart(specOf()), 'path')[0]?.['d'];
      expect(path?.match(/M/g)).toHaveLength(1);
      expect(path?.match(/L/g)).toHaveLength(3);
    });

    it('breaks where a figure is missing, and puts nothing there', () => {
      const svg = timeSeriesChart(specOf({ points: pointsOf(10, 20, null, 40, null) }));
      const path = drawn(svg, 'path')[0]?.['d'];
      expect(path?.match(/M/g)).toHaveLength(2);
      expect(drawn(svg, 'circle')).toHaveLength(3);
    });

    it('says so when there is no figure at all', () => {
      expect(words(timeSeriesChart(specOf({ points: pointsOf(null, null) })))).toContain('No figures yet');
      expect(words(timeSeriesChart(specOf({ points: [] })))).toContain('No figures yet');
    });

    it('goes below zero when the figures do', () => {
      const svg = timeSeriesChart(specOf({ points: pointsOf(-20, 20) }));
      expect(words(svg)).toEqual(expect.arrayContaining(['-20', '0', '20']));
    });
  });

  describe('the words', () => {
    it('counts in round numbers with commas, from zero', () => {
      const svg = timeSeriesChart(specOf({ points: pointsOf(812, 1754) }));
      expect(words(svg)).toEqual(expect.arrayContaining(['0', '500', '1,000', '1,500', '2,000', 'offences']));
    });

    it('has no half steps for whole things', () => {
      const svg = timeSeriesChart(specOf({ points: pointsOf(0, 1, 2) }));
      expect(words(svg).filter((word) => word.includes('.'))).toEqual([]);
    });

    it('writes the sign behind percentages instead of naming the unit', () => {
      const svg = timeSeriesChart(specOf({ unit: '%', points: pointsOf(38.5, 50) }));
      expect(words(svg)).toEqual(expect.arrayContaining(['38.5%', '50%', '0%']));
      expect(words(svg)).not.toContain('%');
    });

    it('writes every figure while they fit, and only the latest when they do not', () => {
      const few = timeSeriesChart(specOf({ points: pointsOf(101, 102, 103) }));
      expect(words(few)).toEqual(expect.arrayContaining(['101', '102', '103']));
      const many = timeSeriesChart(
        specOf({ points: pointsOf(...Array.from({ length: 40 }, (_, i) => 101 + i)) }),
      );
      expect(words(many)).toContain('140');
      expect(words(many)).not.toContain('139');
    });

    it('always writes the latest period when there is no room for all', () => {
      const points = Array.from({ length: 16 }, (_, i) => ({ label: `April to June ${2010 + i}`, value: i }));
      const labels = words(timeSeriesChart(specOf({ points }))).filter((word) => word.startsWith('April'));
      expect(labels).toContain('April to June 2025');
      expect(labels.length).toBeGreaterThan(2);
      expect(labels.length).toBeLessThan(16);
    });

    it('draws a marked figure hollow and says which mark it has', () => {
      const points: TimeSeriesPoint[] = [
        { label: 'Q1', value: 10 },
        { label: 'Q2', value: 12, mark: 'r' },
      ];
      const svg = timeSeriesChart(specOf({ points }));
      expect(words(svg)).toContain('12 [r]');
      expect(drawn(svg, 'circle').map((circle) => circle['fill'])).toEqual(['#12436D', '#FFFFFF']);
    });
  });

  describe('lines to compare with', () => {
    const dashed = (svg: string, dashes: string) =>
      drawn(svg, 'line').filter((line) => line['stroke-dasharray'] === dashes);

    it('draws a target at its level over the periods it applies to', () => {
      const svg = timeSeriesChart(
        specOf({ targets: [{ label: 'Target: 20', value: 20, fromIndex: 1, toIndex: 2 }] }),
      );
      const [target] = dashed(svg, '8 4');
      const circles = drawn(svg, 'circle');
      expect(target?.['y1']).toBe(circles[1]?.['cy']);
      expect(Number(target?.['x1'])).toBeLessThan(Number(circles[1]?.['cx']));
      expect(Number(target?.['x1'])).toBeGreaterThan(Number(circles[0]?.['cx']));
      expect(Number(target?.['x2'])).toBeGreaterThan(Number(circles[2]?.['cx']));
      expect(Number(target?.['x2'])).toBeLessThan(Number(circles[3]?.['cx']));
      expect(words(svg)).toContain('Target: 20');
    });

    it('keeps a target above every figure inside the drawing', () => {
      const svg = timeSeriesChart(
        specOf({ targets: [{ label: 'Target: 90', value: 90, fromIndex: 0, toIndex: 3 }] }),
      );
      expect(Number(dashed(svg, '8 4')[0]?.['y1'])).toBeGreaterThan(0);
    });

    it('draws the baseline over all periods', () => {
      const svg = timeSeriesChart(specOf({ baseline: { label: '2024 level: 30', value: 30 } }));
      expect(dashed(svg, '2 4')[0]?.['y1']).toBe(drawn(svg, 'circle')[2]?.['cy']);
      expect(words(svg)).toContain('2024 level: 30');
    });

    it('does not lay one label of the margin over another', () => {
      const svg = timeSeriesChart(
        specOf({
          targets: [{ label: 'Target: 30', value: 30, fromIndex: 0, toIndex: 3 }],
          baseline: { label: 'Before: 31', value: 31 },
        }),
      );
      const heights = [...svg.matchAll(/<text x="[\d.]+" y="([\d.]+)"[^>]*>(?:Target|Before)/g)].map((m) =>
        Number(m[1]),
      );
      expect(heights).toHaveLength(2);
      expect(Math.abs(heights[0]! - heights[1]!)).toBeGreaterThanOrEqual(16);
    });

    it('refuses a target outside its periods', () => {
      const targets = [{ label: 'Target: 20', value: 20, fromIndex: 0, toIndex: 4 }];
      expect(() => timeSeriesChart(specOf({ targets }))).toThrow(RangeError);
    });

    it('marks events by a vertical line and their words', () => {
      const points = [
        { label: 'Q1', value: 10 },
        { label: 'Q2', value: 20, note: 'New recording rules' },
      ];
      const svg = timeSeriesChart(specOf({ points }));
      const [event] = dashed(svg, '4 4');
      expect(event?.['x1']).toBe(event?.['x2']);
      expect(event?.['x1']).toBe(drawn(svg, 'circle')[1]?.['cx']);
      expect(words(svg).join(' ')).toContain('New recording rules');
    });
  });

  describe('in the page', () => {
    it('is a picture with a name and a description', () => {
      const svg = timeSeriesChart(specOf());
      expect(svg).toContain(
        'role="img" aria-labelledby="burglary-title" aria-describedby="burglary-description"',
      );
      expect(svg).toContain('<title id="burglary-title">Line chart of burglary by quarter</title>');
      expect(svg).toContain('<desc id="burglary-description">Burglary rose from 10 to 40.</desc>');
    });

    it('holds nothing that the content security policy forbids', () => {
      const svg = timeSeriesChart(specOf({ baseline: { label: 'Before', value: 5 } }));
      expect(svg).not.toMatch(/style=|<style|<script|\son\w+=|href=/);
    });

    it('escapes every word it is given', () => {
      const attack = '<img src=x>"&\'';
      const svg = timeSeriesChart({
        id: 'x',
        title: attack,
        description: attack,
        unit: attack,
        points: [{ label: attack, value: 1, note: attack }],
        targets: [{ label: attack, value: 1, fromIndex: 0, toIndex: 0 }],
        baseline: { label: attack, value: 1 },
      });
      expect(svg).not.toContain('<img');
      expect(svg).toContain('&lt;img');
      expect(svg).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#39;)/);
    });

    it.each(['', '1a', 'a b', 'a"onload="x'])('refuses %p as an id', (id) => {
      expect(() => timeSeriesChart(specOf({ id }))).toThrow(RangeError);
    });

    it('is small enough to be drawn again for phones', () => {
      const wide = timeSeriesChart(specOf());
      const narrow = timeSeriesChart(specOf({ id: 'burglary-narrow', size: 'narrow' }));
      expect(wide).toMatch(/viewBox="0 0 720 /);
      expect(narrow).toMatch(/viewBox="0 0 320 /);
    });
  });
});
