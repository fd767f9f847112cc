import { Decimal, financialYearName, FinancialQuarter } from '@lib/kernel';
import type { PinnedTarget, RevisedTarget } from '@lib/reporting';
import { formatCount } from '@lib/ui';
import { releaseInWords } from './release-words.js';

type Revised = PinnedTarget & { readonly revisions: readonly RevisedTarget[] };

/**
 * What the releases since have made of a pinned baseline, in a sentence or two; null where none of them has its time.
 * The pinned target stays, whatever they say.
 */
export function revisionInWords(target: Revised): string | null {
  const said = inTurn(target.revisions);
  const newest = said.at(-1);
  if (!newest) return null;
  const { changePercent, baselineRelease } = target;
  const pinned = `The target for ${yearOf(target)} is ${metByWords(target, pinnedMetBy(target))}, from the ${formatCount(target.baseline)} that were pinned (${baselineRelease}).`;
  const others = said.filter(({ baseline }) => !baseline.eq(target.baseline));
  if (others.length === 0) return `${pinned} Every release since says the same.`;
  const share = `${new Decimal(changePercent).toFixed()}% ${target.kind === 'percentage-reduction' ? 'fewer' : 'more'}`;
  const sentences = others.map(
    ({ releasedOn, baseline, metBy }, index) =>
      `${index === 0 ? 'The release' : 'that'} of ${releaseInWords(releasedOn)} says ${formatCount(baseline.toFixed())}${index === 0 ? ` for the same time, and ${share} would be` : ', which makes it'} ${formatCount(metBy.toFixed())}`,
  );
  return `${pinned} ${sentences.join('; ')}. What was pinned stays.`;
}

function yearOf({ appliesFrom }: PinnedTarget): string {
  return financialYearName(FinancialQuarter.containing(appliesFrom).financialYear);
}

/** Releases that say something other than the one before them. */
function inTurn(revisions: readonly RevisedTarget[]): readonly RevisedTarget[] {
  return revisions.filter(({ baseline }, index) => !revisions[index - 1]?.baseline.eq(baseline));
}

export function pinnedMetBy({ atMost, atLeast }: PinnedTarget): string {
  return (atMost ?? atLeast)!;
}

function metByWords({ kind }: PinnedTarget, metBy: string): string {
  return `${kind === 'percentage-reduction' ? 'at most' : 'at least'} ${formatCount(metBy)}`;
}
