import { type CalendarDate, financialYearName } from '@lib/kernel';
import { yearOf } from '@lib/plans';
import type { ListedMeasure, MeasuresOfPriority } from '@lib/reporting';
import { formatDate } from '@lib/ui';
import type { Paths } from '../../http/paths.js';
import { askedOfWords } from './asked-of-words.js';
import { DIRECTION_IN_SHORT, kindInWords } from '../../performance/definition-words.js';

/** Every measure under its priority of the plan in force, and what the plan does not name. */
export function measuresListView(
  all: readonly MeasuresOfPriority[],
  paths: Paths,
  { today, mayAdd }: { today: CalendarDate; mayAdd: boolean },
) {
  const hasPlan = all.some(({ priority }) => priority !== null);
  return {
    pageTitle: 'Measures',
    hasPlan,
    hasMeasures: all.some(({ measures }) => measures.length > 0),
    planHref: paths.plan(),
    addHref: mayAdd ? paths.newMeasure() : null,
    catalogueHref: paths.catalogue(),
    comparatorsHref: paths.comparatorGroups(),
    tables: all.map(({ priority, measures }) => ({
      caption: priority ? `${priority.number}. ${priority.title}` : hasPlan ? 'Not in the plan' : 'Measures',
      rows: measures.map((measure) => row(measure, paths, today)),
    })),
  };
}

function row(measure: ListedMeasure, paths: Paths, today: CalendarDate) {
  const { slug, name, kind, authority, askedOf, version, inForceFrom, target } = measure;
  return {
    ...{ name, href: paths.measure(slug), kind: kindInWords(measure) },
    direction: DIRECTION_IN_SHORT[measure.direction],
    returnedBy:
      kind === 'count'
        ? askedOfWords(askedOf, authority)
        : `Nobody: it is worked out. ${authority} answers for it`,
    target: target ? `${target.wording} (for ${financialYearName(yearOf(target.from))})` : 'None',
    definition:
      inForceFrom > today ? `Version ${version}, from ${formatDate(inForceFrom)}` : `Version ${version}`,
  };
}
