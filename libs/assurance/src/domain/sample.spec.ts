import { newId } from '@lib/kernel';
import fc from 'fast-check';
import { drawSample } from './sample.js';

const POPULATION = [
  '01890a5d-0000-7000-8000-000000000001',
  '01890a5d-0000-7000-8000-000000000002',
  '01890a5d-0000-7000-8000-000000000003',
  '01890a5d-0000-7000-8000-000000000004',
];

describe('drawing a sample', () => {
  it('takes those whose SHA-256 with the seed comes first, as sha256sum has it', () => {
    // printf '%s' "29112026/$id" | sha256sum, for each id: …3 is 36caebc2…, …2 is b9ec6a5d…, the others come later.
    const { drawn, populationSize, populationSha256 } = drawSample(POPULATION, '29112026', 2);
    expect(drawn).toEqual([POPULATION[2], POPULATION[1]]);
    expect(populationSize).toBe(4);
    // printf '%s' "$(sort population.txt)" | sha256sum
    expect(populationSha256).toBe('0465fc5a5ef0aa43dd61a94d27edc9d37c0fec40236d788430560f7862af0fe8');
  });

  it('is the same for the same seed, whatever order the population comes in', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 60 }),
        fc.stringMatching(/^[0-9]{8}$/),
        fc.integer({ min: 1, max: 80 }),
        (population, seed, size) => {
          const sample = drawSample(population, seed, size);
          expect(drawSample(population.toReversed(), seed, size)).toEqual(sample);
          expect(sample.drawn).toHaveLength(Math.min(size, population.length));
          expect(new Set(sample.drawn).size).toBe(sample.drawn.length);
          // A larger sample holds the smaller one: nobody gains by drawing again.
          expect(drawSample(population, seed, size + 1).drawn.slice(0, size)).toEqual(sample.drawn);
        },
      ),
    );
  });

  it('is another one for another seed', () => {
    const population = Array.from({ length: 50 }, newId);
    expect(drawSample(population, '1', 25).drawn).not.toEqual(drawSample(population, '2', 25).drawn);
  });

  it('is everything where no more is there', () => {
    expect([...drawSample(POPULATION, '1', 100).drawn].sort()).toEqual(POPULATION);
  });

  it('is refused where nothing is there to be drawn', () => {
    expect(() => drawSample([], '1', 5)).toThrow('No authority stands by a figure of these quarters yet');
  });

  it('draws each member about equally often', () => {
    const population = Array.from({ length: 20 }, (_, index) => `member-${index}`);
    const times = new Map(population.map((id) => [id, 0]));
    const draws = 4000;
    for (let seed = 0; seed < draws; seed += 1)
      for (const id of drawSample(population, String(seed).padStart(8, '0'), 5).drawn)
        times.set(id, times.get(id)! + 1);
    // Each is drawn with probability 1/4: 1,000 times, with a standard deviation of 27.
    for (const [id, count] of times) expect([id, count > 865 && count < 1135]).toEqual([id, true]);
  });
});
