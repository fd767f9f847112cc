import type { CalendarDate, Id } from '@lib/kernel';
import type { PlanChange } from '@lib/plans';
import type { PlanVersionInTime } from '@lib/reporting';
import type { Paths } from '../../http/paths.js';
import { nameOfVersion } from '../../performance/plan-version-name.js';
import { STATE_WORDS } from './plan-words.js';

const WHAT: Readonly<Record<PlanChange['what'], string>> = {
  added: 'Added',
  changed: 'Changed',
  removed: 'Taken out',
};

/** What makes a version out of another one, which the reader chooses. */
export function changesView(given: {
  readonly version: PlanVersionInTime;
  readonly other: Id;
  readonly versions: readonly PlanVersionInTime[];
  readonly changes: readonly PlanChange[];
  readonly paths: Paths;
  /** Where the form leads, and the day that it keeps. */
  readonly formAction: string;
  readonly asAt: CalendarDate | null;
}) {
  const { version, other, versions, changes, paths, formAction, asAt } = given;
  const compared = versions.find(({ id }) => id === other)!;
  return {
    pageTitle: `What changed in ${nameOfVersion(version)}`,
    caption: `${nameOfVersion(version)}, compared with ${nameOfVersion(compared)}`,
    backLink: { href: paths.planVersion(version.id), text: 'Back to this version' },
    ...{ formAction, asAt },
    others: versions.map((one) => ({
      value: one.id,
      text: `${nameOfVersion(one)} (${STATE_WORDS[one.state].toLowerCase()})`,
      selected: one.id === other,
    })),
    changes: changes.map(({ what, heading, kind, lines }) => ({
      what: `${WHAT[what]} ${kind}`,
      heading,
      lines: lines.map((line) => ({
        ...{ label: line.label, before: line.before ?? 'Nothing', after: line.after ?? 'Nothing' },
      })),
    })),
  };
}
