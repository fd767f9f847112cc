import { createHash } from 'node:crypto';
import { DomainError, type Id } from '@lib/kernel';

/** A sample, with what anybody needs to draw it again. */
export interface Sample {
  readonly populationSize: number;
  /** SHA-256 (hex) of the sorted ids, joined by line feeds. */
  readonly populationSha256: string;
  /** The ids that were drawn, in the order in which they were. */
  readonly drawn: readonly Id[];
}

/**
 * Draws a sample by a rule that anybody can follow with `sha256sum`: the ids are put in the order of the SHA-256 (hex) of
 * `<seed>/<id>`, and the first `size` of them are taken; all of them where there are no more.
 *
 * @param population each id once, in any order
 * @param size 1 or more
 * @throws DomainError `assurance.population-empty`
 */
export function drawSample(population: readonly Id[], seed: string, size: number): Sample {
  if (population.length === 0)
    throw new DomainError(
      'invalid',
      'assurance.population-empty',
      'No authority stands by a figure of these quarters yet. Select quarters whose returns are approved.',
    );
  const ranked = population
    .map((id) => ({ id, rank: sha256(`${seed}/${id}`) }))
    .sort((one, other) => (one.rank < other.rank ? -1 : 1));
  return {
    populationSize: population.length,
    populationSha256: sha256([...population].sort().join('\n')),
    drawn: ranked.slice(0, size).map(({ id }) => id),
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
