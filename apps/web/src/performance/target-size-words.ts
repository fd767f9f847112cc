import { likelihood, type TargetSize } from '@lib/performance';
import { formatCount } from '@lib/ui';

/** Under this chance of being seen, a target cannot be told from chance in one year. */
const SEEN = 0.5;

/** What chance makes of a target, as rows of a summary list: what it takes to be real, and what chance alone does. */
export function targetSizeRows(size: TargetSize): { key: string; value: string }[] {
  const rows: { key: string; value: string }[] = [];
  if (size.towards !== 'same') {
    const way = size.towards === 'lower' ? 'fall' : 'rise';
    rows.push({
      key: `Smallest ${way} that chance would not explain`,
      value: smallestWords(size),
    });
  }
  if (size.chanceHitShows !== null)
    rows.push({
      key: 'If the year comes out exactly as hoped',
      value: `it shows as a real change in ${percentage(size.chanceHitShows)} of such years`,
    });
  rows.push({
    key: 'If nothing changes',
    value: `chance alone meets the target: ${likelihood(size.chanceAloneMeets)}`,
  });
  return rows;
}

/** A warning for a target that one year cannot tell from chance; null for one that it can. */
export function tooSmallToSee({ chanceHitShows }: TargetSize): string | null {
  if (chanceHitShows === null || chanceHitShows >= SEEN) return null;
  return 'One year cannot tell whether a target this size is met by work or by chance. Judge it over several years, or together with other measures.';
}

function smallestWords({ before, smallestRealLevel, towards }: TargetSize): string {
  if (smallestRealLevel === null)
    return 'None: so few happen that not even a fall to 0 would show in one year';
  const level = `to ${formatCount(smallestRealLevel)} or ${towards === 'lower' ? 'fewer' : 'more'}`;
  if (before < 50) return level;
  const share = (100 * Math.abs(smallestRealLevel - before)) / before;
  return `${level} (${share.toFixed(1)}% ${towards === 'lower' ? 'less' : 'more'})`;
}

function percentage(share: number): string {
  return `about ${Math.round(100 * share)}%`;
}
