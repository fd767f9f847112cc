import { drawn, pointsOf, specOf, words } from '../testing/drawn-chart.js';
import { timeSeriesChart } from './time-series-chart.js';
import type { LimitsSegment, PeriodLimits, TimeSeriesChartSpec } from './time-series-spec.js';

const LIMITS: PeriodLimits = { mean: 25, lower: 5, upper: 45 };

function segmentOf(fromIndex: number, toIndex: number, changes: Partial<LimitsSegment> = {}): LimitsSegment {
  const limits = Array.from({ length: toIndex - fromIndex + 1 }, () => LIMITS);
  return { fromIndex, toIndex, trial: false, limits, ...changes };
}

function chartWith(segments: readonly LimitsSegment[], changes: Partial<TimeSeriesChartSpec> = {}): string {
  return timeSeriesChart(specOf({ limits: segments, ...changes }));
}

/** The course of each line of the limits; solid ones are averages. */
function courses(svg: string): { average: string[]; limit: string[] } {
  const lines = drawn(svg, 'path').filter(({ stroke }) => stroke === '#3D3D3D');
  return {
    average: lines.filter((line) => line['stroke-dasharray'] === undefined).map((line) => line['d']!),
    limit: lines.filter((line) => line['stroke-dasharray'] !== undefined).map((line) => line['d']!),
  };
}

/** The places that a course runs through: the end of its every stretch. */
function coordinates(course: string): { xs: number[]; ys: number[] } {
  const numbers = (pattern: RegExp) => [...course.matchAll(pattern)].map((match) => Number(match[1]));
  return { xs: numbers(/[MH](-?[\d.]+)/g), ys: numbers(/[V,](-?[\d.]+)/g) };
}

const centres = (svg: string) => drawn(svg, 'circle').map(({ cx, cy }) => ({ x: Number(cx), y: Number(cy) }));

describe('the limits of a process', () => {
  it('are drawn at their levels, half a step outside the first and last period', () => {
    const svg = chartWith([segmentOf(1, 2)], { points: pointsOf(25, 5, 45, 25) });
    const points = centres(svg);
    const step = points[1]!.x - points[0]!.x;
    const { average, limit } = courses(svg);
    expect(average).toHaveLength(1);
    expect(limit).toHaveLength(2);
    expect(coordinates(average[0]!).ys).toEqual([points[0]!.y]);
    expect(limit.map((course) => coordinates(course).ys)).toEqual([[points[2]!.y], [points[1]!.y]]);
    const [from, to] = coordinates(average[0]!).xs;
    expect(from).toBeCloseTo(points[1]!.x - step / 2, 0);
    expect(to).toBeCloseTo(points[2]!.x + step / 2, 0);
  });

  it('step between periods where each has its own', () => {
    const limits = [20, 30, 30, 40].map((upper) => ({ mean: 10, lower: 0, upper }));
    const svg = chartWith([segmentOf(0, 3, { limits })], { points: pointsOf(20, 30, 30, 40) });
    const points = centres(svg);
    const [upper] = courses(svg).limit;
    expect(coordinates(upper!).ys).toEqual([points[0]!.y, points[1]!.y, points[3]!.y]);
    const firstStep = coordinates(upper!).xs[1]!;
    expect(firstStep).toBeCloseTo((points[0]!.x + points[1]!.x) / 2, 0);
  });

  it('are not joined from one segment to the next', () => {
    const { average, limit } = courses(chartWith([segmentOf(0, 1), segmentOf(2, 3)]));
    expect(average).toHaveLength(2);
    expect(limit).toHaveLength(4);
    for (const course of [...average, ...limit]) expect(course.match(/M/g)).toHaveLength(1);
  });

  it('have dashes that nothing else on the chart has', () => {
    const svg = chartWith([segmentOf(0, 3)], {
      points: [...pointsOf(10, 20, 30), { label: 'Q4', value: 40, note: 'Event', newLimits: 'Anew' }],
      targets: [{ label: 'Target', value: 20, fromIndex: 0, toIndex: 3 }],
      baseline: { label: 'Before', value: 15 },
    });
    const dashes = (name: string) => drawn(svg, name).map((stroke) => stroke['stroke-dasharray']);
    const ofLimits = new Set(dashes('path').filter(Boolean));
    const ofOthers = new Set(dashes('line').filter(Boolean));
    expect(ofLimits.size).toBe(1);
    expect(ofOthers.size).toBe(4);
    expect([...ofLimits].filter((pattern) => ofOthers.has(pattern))).toEqual([]);
  });

  it('stay inside the drawing when they are above every figure', () => {
    const limits = Array.from({ length: 4 }, () => ({ mean: 300, lower: 0, upper: 420 }));
    const svg = chartWith([segmentOf(0, 3, { limits })]);
    expect(coordinates(courses(svg).limit[0]!).ys[0]).toBeGreaterThan(0);
    expect(words(svg)).toContain('400');
  });

  describe('the lower limit', () => {
    const withLower = (...lowers: number[]) => [
      segmentOf(0, lowers.length - 1, { limits: lowers.map((lower) => ({ ...LIMITS, lower })) }),
    ];

    it.each([0, -12])('is left out at %p', (lower) => {
      const svg = chartWith(withLower(lower, lower, lower, lower));
      expect(courses(svg).limit).toHaveLength(1);
      expect(words(svg)).not.toContain('Lower limit');
      expect(words(svg).filter((word) => word.startsWith('-'))).toEqual([]);
    });

    it('stops at zero in the periods in which it would be lower', () => {
      const svg = chartWith(withLower(-10, 10, 10, 10), { points: pointsOf(0, 10, 20, 30) });
      const points = centres(svg);
      expect(coordinates(courses(svg).limit[1]!).ys).toEqual([points[0]!.y, points[1]!.y]);
      expect(words(svg).filter((word) => word.startsWith('-'))).toEqual([]);
    });

    it('goes below zero where the figures do', () => {
      const svg = chartWith(withLower(-10, -10, -10, -10), { points: pointsOf(-10, 10, 20, 30) });
      expect(coordinates(courses(svg).limit[1]!).ys).toEqual([centres(svg)[0]!.y]);
    });
  });

  describe('the labels', () => {
    it.each(['wide', 'narrow'] as const)('name the lines of the last segment only (%s)', (size) => {
      const svg = chartWith([segmentOf(0, 1, { trial: true }), segmentOf(2, 3)], { size });
      const labels = words(svg).filter((word) => /limit|Average/.test(word));
      expect(labels.toSorted()).toEqual(['Average', 'Lower limit', 'Upper limit']);
    });

    it('say where limits are a trial, which are drawn otherwise too', () => {
      const trial = chartWith([segmentOf(0, 3, { trial: true })]);
      expect(words(trial)).toEqual(
        expect.arrayContaining(['Upper limit (trial)', 'Average (trial)', 'Lower limit (trial)']),
      );
      const dashes = (svg: string) => drawn(svg, 'path').map((path) => path['stroke-dasharray']);
      expect(dashes(trial)[0]).not.toBe(dashes(chartWith([segmentOf(0, 3)]))[0]);
    });

    it.each([
      ['high up', 38, 40, 42],
      ['at the axis', 0.2, 0.4, 0.6],
    ])('are not laid one over another where lines are close, %s', (_, lower, mean, upper) => {
      const limits = Array.from({ length: 4 }, () => ({ lower, mean, upper }));
      const svg = chartWith([segmentOf(0, 3, { limits, trial: true })], {
        targets: [{ label: 'Target: 40 or fewer', value: mean, fromIndex: 0, toIndex: 3 }],
        baseline: { label: 'Before: 41', value: mean },
      });
      const blocks = [...svg.matchAll(/<text x="[\d.]+" y="([\d.]+)"[^>]*>(.*?)<\/text>/g)]
        .filter((text) => /limit|Average|Target|Before/.test(text[2]!))
        .map((text) => ({ top: Number(text[1]), lines: Math.max(1, text[2]!.split('<tspan').length - 1) }))
        .toSorted((one, other) => one.top - other.top);
      expect(blocks).toHaveLength(5);
      for (const [index, { top, lines }] of blocks.slice(0, -1).entries())
        expect(blocks[index + 1]!.top - top).toBeGreaterThanOrEqual(lines * 19.9);
      const height = Number(/viewBox="0 0 \d+ (\d+)"/.exec(svg)?.[1]);
      const lowest = blocks.at(-1)!;
      expect(lowest.top + (lowest.lines - 1) * 20).toBeLessThan(height);
    });

    it('are not laid over each other or over figures on a phone', () => {
      const points = pointsOf(36, 43, 53, 47, 36, 40, 35, 40, 47);
      const limits = points.map(() => ({ mean: 40, lower: 31, upper: 49 }));
      const svg = chartWith([segmentOf(0, 8, { limits, trial: true })], {
        points,
        targets: [{ label: 'Target: 45 or fewer', value: 45, fromIndex: 5, toIndex: 8 }],
        size: 'narrow',
      });
      const boxes = [
        ...svg.matchAll(
          /<text x="([\d.]+)" y="([\d.]+)" text-anchor="(\w+)"[^>]*>(\d\d|[^<]*(?:trial|Target)[^<]*)</g,
        ),
      ]
        .filter((text) => text[3] === 'middle' || text[4]!.length > 2)
        .map(([, x, y, anchor, text]) => {
          const width = text!.length * 0.5 * 14;
          const left =
            Number(x) - width * { start: 0, middle: 0.5, end: 1 }[anchor as 'start' | 'middle' | 'end'];
          return { text, left, right: left + width, top: Number(y) - 10, bottom: Number(y) };
        });
      expect(boxes).toHaveLength(9 + 4);
      const overlaps = boxes.flatMap((one, index) =>
        boxes
          .slice(index + 1)
          .filter(
            (other) =>
              one.left < other.right &&
              other.left < one.right &&
              one.top < other.bottom &&
              other.top < one.bottom,
          )
          .map((other) => [one.text, other.text]),
      );
      expect(overlaps).toEqual([]);
    });

    it('stand clear of the latest figure', () => {
      const points = Array.from({ length: 68 }, (_, index) => ({ label: `Q${index}`, value: 1111 }));
      const limits = points.map(() => ({ mean: 1111, lower: 900, upper: 1300 }));
      const svg = chartWith([segmentOf(0, 67, { limits })], { points });
      const figure = /<text x="([\d.]+)"[^>]*>1,111</.exec(svg);
      const average = /<text x="([\d.]+)"[^>]*>Average</.exec(svg);
      expect(Number(average?.[1]) - Number(figure?.[1])).toBeGreaterThan(25);
    });
  });

  describe('are refused', () => {
    it.each([
      ['outside the periods', segmentOf(2, 4)],
      ['before the first period', segmentOf(-1, 2)],
      ['that end before they begin', { ...segmentOf(2, 2), toIndex: 1, limits: [] }],
      ['between two periods', { ...segmentOf(0, 1), fromIndex: 0.5, toIndex: 1.5 }],
      ['too few for their periods', segmentOf(0, 3, { limits: [LIMITS] })],
      ['too many for their periods', segmentOf(0, 0, { limits: [LIMITS, LIMITS] })],
      ['that are not numbers', segmentOf(0, 0, { limits: [{ ...LIMITS, mean: NaN }] })],
      ['without an upper end', segmentOf(0, 0, { limits: [{ ...LIMITS, upper: Infinity }] })],
      ['without a lower end', segmentOf(0, 0, { limits: [{ ...LIMITS, lower: -Infinity }] })],
    ])('%s', (_, segment) => {
      expect(() => chartWith([segment])).toThrow(RangeError);
    });
  });
});
