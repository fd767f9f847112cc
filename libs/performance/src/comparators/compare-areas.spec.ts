import { compareAreas } from './compare-areas.js';

describe('areas beside each other', () => {
  // 30 + 10 of 4,000 + 4,000 is 5 in 1,000: 20 expected in each. Byar's 95% range of 30 is 20.24 to 42.83.
  it('have a rate, its range, and their place in the funnel of all of them together', () => {
    const found = compareAreas(
      [
        { count: 30, population: 4000 },
        { count: 10, population: 4000 },
      ],
      1000,
      false,
    );
    expect(found.rate).toBeCloseTo(5, 10);
    expect(found.areas.map(({ rate, expected }) => [rate, expected])).toEqual([
      [7.5, 20],
      [2.5, 20],
    ]);
    expect(found.areas[0]!.lower).toBeCloseTo(20.24 / 4, 2);
    expect(found.areas[0]!.upper).toBeCloseTo(42.83 / 4, 2);
    expect(found.areas.map(({ label }) => label)).toEqual(['high-95', 'low-95']);
    expect(found.overdispersion).toBeNull();
  });

  it('have no place in it where nothing was counted', () => {
    const found = compareAreas(
      [
        { count: 0, population: 10 },
        { count: 0, population: 20 },
      ],
      1000,
      false,
    );
    expect(found.areas.map(({ rate, label }) => [rate, label])).toEqual([
      [0, null],
      [0, null],
    ]);
  });

  // 121 and 81 in turn around 101: z is 2(√121 − √101) = 1.9002 and 2(√81 − √101) = −2.0998; φ = 4.0099,
  // τ² = (32·4.0099 − 31) / (3232 − 101) = 0.03108. 95% reaches to (1 + 1.96·√(1/101 + 0.03108)/2)² = 1.4372.
  it('are within limits that are widened by how much they differ', () => {
    const areas = Array.from({ length: 32 }, (_, index) => ({
      count: index % 2 === 0 ? 121 : 81,
      population: 1000,
    }));
    const plain = compareAreas([{ count: 140, population: 1000 }, ...areas], 1000, false);
    const wide = compareAreas([{ count: 140, population: 1000 }, ...areas], 1000, true);
    expect(plain.areas[0]!.label).toBe('high-99.8');
    expect(wide.areas[0]!.label).toBe('not-significant');
    expect(wide.overdispersion!.phi).toBeGreaterThan(3);
  });
});
