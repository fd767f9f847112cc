import { financialYearName } from '@lib/kernel';
import { targetSize } from '@lib/performance';
import { isCounted } from '@lib/plans';
import type { MeasureFigures, MeasureYear } from '@lib/reporting';
import { formatCount } from '@lib/ui';
import { metByWords } from '../../performance/fact-words.js';
import { targetSizeRows } from '../../performance/target-size-words.js';

/** A target with what it was pinned to and what chance makes of it, as rows of a summary list. */
export function targetRows({ target, financialYear }: MeasureYear, { unit, kind }: MeasureFigures) {
  if (!target) return [];
  const facts = [{ key: `Target for ${financialYearName(financialYear)}`, value: target.wording }];
  const metBy = metByWords(target, kind, unit);
  if (target.baseline === null) {
    if (metBy === null) facts.push({ key: 'Baseline', value: 'Not known, so the target cannot be judged' });
    else facts.push({ key: 'Met by', value: `${metBy} in the year` });
    return facts;
  }
  const isRange = target.baselineLowest !== target.baselineHighest;
  const exactness =
    target.baselineExactness === 'back-calculated'
      ? ` (back-calculated${isRange ? `; between ${formatCount(target.baselineLowest!)} and ${formatCount(target.baselineHighest!)}` : ''})`
      : '';
  return [
    ...facts,
    {
      key: `Baseline, ${baselineYear(target.baselineFrom)}`,
      value: `${formatCount(target.baseline)}${exactness}`,
    },
    { key: 'Baseline from', value: `${target.baselineSource}, ${target.baselineRelease}` },
    ...(metBy ? [{ key: 'Met by', value: `${metBy} in the year` }] : []),
    ...(isCounted(kind) ? chanceRows(target) : []),
    ...(target.reason ? [{ key: 'Took the place of another target', value: target.reason }] : []),
  ];
}

function baselineYear(from: string | null): string {
  return from ? financialYearName(Number(from.slice(0, 4))) : '';
}

/** What chance makes of the target, as it was when the target was set. */
function chanceRows({ baseline, atLeast, atMost }: NonNullable<MeasureYear['target']>) {
  const size = targetSize(Number(baseline), {
    atLeast: atLeast === null ? null : Number(atLeast),
    atMost: atMost === null ? null : Number(atMost),
  });
  return size ? targetSizeRows(size) : [];
}
