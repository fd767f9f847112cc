import { contentHash } from '@lib/kernel';
import { canonicalEntry } from './figure-entry.js';
import type { EnteredFigure, QuarterlyReturn, ReturnLine } from './quarterly-return.js';

/**
 * The SHA-256 of what an approval covers: which return, and for each line the measure, definition and target it was
 * asked under and what was said. Whoever changes one of these has another hash.
 */
export function returnContentHash(
  quarterlyReturn: QuarterlyReturn,
  lines: readonly ReturnLine[],
  figures: readonly EnteredFigure[],
): string {
  const saidOn = new Map(figures.map(({ lineId, entry }) => [lineId, entry]));
  return contentHash({
    return: quarterlyReturn.id,
    authority: quarterlyReturn.authorityId,
    quarter: quarterlyReturn.quarter.slug,
    revision: String(quarterlyReturn.revision),
    lines: [...lines]
      .sort((a, b) => a.number - b.number)
      .map((line) => {
        const entry = saidOn.get(line.id);
        return {
          line: line.id,
          measure: line.measureId,
          definition: line.definitionId,
          target: line.targetId,
          figure: entry ? canonicalEntry(entry) : null,
        };
      }),
  });
}
