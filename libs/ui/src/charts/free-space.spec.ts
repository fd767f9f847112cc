import { leastCovering } from './free-space.js';

const boxAt = (left: number, top: number) => ({ box: { left, right: left + 10, top, bottom: top + 10 } });

describe('leastCovering', () => {
  it('takes the first place that is free', () => {
    const places = [boxAt(0, 0), boxAt(20, 0), boxAt(40, 0)];
    expect(leastCovering(places, [boxAt(5, 5).box])).toBe(places[1]);
  });

  it('takes the place that covers least where none is free', () => {
    const places = [boxAt(0, 0), boxAt(8, 0)];
    const drawn = [boxAt(0, 0).box, boxAt(16, 0).box];
    expect(leastCovering(places, drawn)).toBe(places[1]);
  });

  it('leaves a better place only for one that covers much less', () => {
    const near = boxAt(0, 0);
    const far = { ...boxAt(40, 0), reluctance: 30 };
    expect(leastCovering([near, far], [boxAt(8, 0).box])).toBe(near);
    expect(leastCovering([near, far], [boxAt(2, 0).box])).toBe(far);
  });

  it('counts what comes with a place, and what is worse to cover', () => {
    const withLeader = { ...boxAt(0, 0), alsoCovers: [boxAt(0, 20).box] };
    const plain = boxAt(40, 0);
    expect(leastCovering([withLeader, plain], [boxAt(5, 20).box, boxAt(47, 0).box])).toBe(plain);
    expect(leastCovering([withLeader, plain], [boxAt(5, 20).box, { ...boxAt(47, 0).box, weight: 2 }])).toBe(
      withLeader,
    );
  });

  it('does not count boxes that only touch', () => {
    const places = [boxAt(10, 0), boxAt(50, 0)];
    expect(leastCovering(places, [boxAt(0, 0).box])).toBe(places[0]);
  });
});
