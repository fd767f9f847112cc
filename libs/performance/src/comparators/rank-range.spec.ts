import { rankRange } from './rank-range.js';

const of = (count: number, population = 1000) => ({ count, population });

describe('the places that chance leaves open', () => {
  // 5 against 0 over equal populations: p = 2·(1/2)^5 = 0.0625. 6 against 0: 2·(1/2)^6 = 0.03125.
  it('are all of two where the counts do not differ by the conditional test', () => {
    expect(rankRange(of(5), [of(0)], 'highest')).toEqual({ rank: 1, of: 2, tiedWith: 0, from: 1, until: 2 });
    expect(rankRange(of(6), [of(0)], 'highest')).toEqual({ rank: 1, of: 2, tiedWith: 0, from: 1, until: 1 });
    expect(rankRange(of(6), [of(0)], 'lowest')).toEqual({ rank: 2, of: 2, tiedWith: 0, from: 2, until: 2 });
  });

  // Beside two others each test is held to 0.025: 6 against 0 (0.03125) no longer differs, 7 against 0 (0.015625) does.
  it('grow with how many an area is laid beside', () => {
    expect(rankRange(of(6), [of(0), of(0)], 'highest')).toMatchObject({ rank: 1, from: 1, until: 3 });
    expect(rankRange(of(7), [of(0), of(0)], 'highest')).toMatchObject({ rank: 1, from: 1, until: 1 });
  });

  it('are between those who are surely before and those who are surely after', () => {
    const all = [of(1000), of(900), of(101), of(99), of(2), of(1)];
    expect(rankRange(of(100), all, 'highest')).toEqual({ rank: 4, of: 7, tiedWith: 0, from: 3, until: 5 });
    expect(rankRange(of(100), all, 'lowest')).toEqual({ rank: 4, of: 7, tiedWith: 0, from: 3, until: 5 });
  });

  // 100 of 1,000 and 1,000 of 10,000 are the same rate; 100 of 10,000 is a tenth of it.
  it('are told by rates, not by counts', () => {
    const found = rankRange(of(100), [of(1000, 10_000), of(100, 10_000)], 'highest');
    expect(found).toEqual({ rank: 1, of: 3, tiedWith: 1, from: 1, until: 2 });
  });

  it('need somebody else', () => {
    expect(() => rankRange(of(1), [], 'highest')).toThrow(RangeError);
    expect(() => rankRange(of(1), [of(1, 0)], 'highest')).toThrow(RangeError);
  });
});
