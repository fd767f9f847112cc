import { contentHash } from '@lib/kernel';
import { canonicalEntry } from './figure-entry.js';
import type { Commentary, EnteredFigure, QuarterlyReturn, ReturnLine } from './quarterly-return.js';

/**
 * The SHA-256 of what an approval covers: which return, and for each line the measure, definition and target it was
 * asked under, what was said, why that is right, and the commentary. Whoever changes one of these has another hash.
 */
export function returnContentHash(
  quarterlyReturn: QuarterlyReturn,
  lines: readonly ReturnLine[],
  figures: readonly EnteredFigure[],
  commentary: readonly Commentary[],
): string {
  const saidOn = new Map(figures.map((figure) => [figure.lineId, figure]));
  const writtenOn = new Map(commentary.map(({ lineId, wording }) => [lineId, wording]));
  return contentHash({
    return: quarterlyReturn.id,
    authority: quarterlyReturn.authorityId,
    quarter: quarterlyReturn.quarter.slug,
    revision: String(quarterlyReturn.revision),
    commentary: writtenOn.get(null) ?? null,
    lines: [...lines]
      .sort((a, b) => a.number - b.number)
      .map((line) => {
        const figure = saidOn.get(line.id);
        return {
          line: line.id,
          measure: line.measureId,
          definition: line.definitionId,
          target: line.targetId,
          figure: figure ? canonicalEntry(figure.entry) : null,
          rightBecause: figure?.rightBecause ?? null,
          commentary: writtenOn.get(line.id) ?? null,
        };
      }),
  });
}
