import { measureGaps } from './measure-gaps.js';

const police = { id: 'p', name: 'Police' };
const council = { id: 'c', name: 'Council' };
const fire = { id: 'f', name: 'Fire' };

describe('authorities that measure nothing (SI 2007/1830, regulation 11(1)(e))', () => {
  it('are those with steps and no measure of their own under the priority', () => {
    expect(
      measureGaps({
        ...{ lead: police, contributors: [council, fire], actions: [{ owner: council }, { owner: council }] },
        measures: [{ authority: police }],
      }),
    ).toEqual([
      { authority: council, because: ['contributor', 'actions'] },
      { authority: fire, because: ['contributor'] },
    ]);
  });

  it('are none where each has a measure, or no steps', () => {
    const measures = [{ authority: police }];
    expect(measureGaps({ lead: police, contributors: [], actions: [{ owner: police }], measures })).toEqual(
      [],
    );
    expect(measureGaps({ lead: null, contributors: [], actions: [], measures: [] })).toEqual([]);
  });

  it('are all of them under a priority that is told in words', () => {
    const gaps = measureGaps({ lead: council, contributors: [], actions: [{ owner: fire }], measures: [] });
    expect(gaps.map(({ authority }) => authority.name)).toEqual(['Council', 'Fire']);
  });
});
