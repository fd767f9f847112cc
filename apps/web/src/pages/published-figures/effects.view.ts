import { financialYearName } from '@lib/kernel';
import type { PublishedEffect } from '@lib/reporting';
import { formatCount } from '@lib/ui';
import type { Paths } from '../../http/paths.js';

/** What a release does to the measures of a partnership: a row each, those first of which a figure changes. */
export function effectRows(effects: readonly PublishedEffect[], paths: Paths) {
  const changedFirst = effects.toSorted(
    (a, b) => Number(b.quartersChanged > 0) - Number(a.quartersChanged > 0),
  );
  return changedFirst.map(
    ({ slug, name, quartersCompared, quartersChanged, newestChange, target, year }) => ({
      ...{ name, href: paths.publishedMeasure(slug) },
      figures:
        quartersCompared === 0
          ? 'No quarter to compare'
          : `${quartersChanged} of ${quartersCompared} quarters changed${
              newestChange
                ? `; ${newestChange.quarter.name}: ${formatCount(newestChange.before.toFixed())} before, ${formatCount(newestChange.after.toFixed())} now`
                : ''
            }`,
      target: target
        ? `Pinned ${formatCount(target.pinned.baseline)}, met by ${formatCount(target.pinned.metBy)}${
            target.before
              ? `; before ${formatCount(target.before.baseline.toFixed())}, met by ${formatCount(target.before.metBy.toFixed())}`
              : ''
          }; now ${formatCount(target.after.baseline.toFixed())}, met by ${formatCount(target.after.metBy.toFixed())}`
        : 'No target with a baseline that it covers',
      year: year &&
        year.frozen !== 'no-target' && {
          name: financialYearName(year.financialYear),
          ...{ frozen: year.frozen, before: year.before, after: year.after },
        },
    }),
  );
}
