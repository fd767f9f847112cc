import { londonDateOf } from '@lib/kernel';
import { changedFields } from '@lib/plans';
import type { DefinitionSheets, ShownDefinition } from '@lib/reporting';
import { formatDate } from '@lib/ui';
import type { Paths } from '../../http/paths.js';
import { changeRows, sheetOf, sheetRows } from '../../performance/definition-words.js';

/** How a measure is counted now, and every version of that with what it changed and why. */
export function definitionView(
  { slug, owner, versions, current }: DefinitionSheets,
  paths: Paths,
  { mayEdit }: { mayEdit: boolean },
) {
  const newest = versions[0]!;
  return {
    pageTitle: `How it is counted: ${current.name}`,
    backLink: { href: paths.measure(slug), text: 'Back to the measure' },
    name: current.name,
    version: current.version,
    since: formatDate(current.inForceFrom),
    until: current.inForceUntil && formatDate(current.inForceUntil),
    sheet: [...sheetRows(current), { key: 'Authority', value: owner }],
    comes:
      newest.version > current.version
        ? { version: newest.version, on: formatDate(newest.inForceFrom) }
        : null,
    changeHref: mayEdit ? paths.definitionChange(slug) : null,
    history: versions.map((one, index) => ({
      ...historyRow(one),
      changes: changesFrom(versions[index + 1], one),
    })),
  };
}

function historyRow({ version, inForceFrom, change, recordedBy, recordedAt }: ShownDefinition) {
  return {
    version: String(version),
    from: formatDate(inForceFrom),
    reason: change ? change.reason : 'The first definition',
    approvedBy: change ? change.approvedBy : 'Not recorded',
    recorded: `${recordedBy ?? 'Not recorded'}, ${formatDate(londonDateOf(recordedAt))}`,
    comparable: change && COMPARABLE[change.comparable ? 'yes' : 'no'],
  };
}

export const COMPARABLE = {
  yes: 'Figures before and after can be compared.',
  no: 'Figures before and after cannot be compared: the series breaks here.',
} as const;

function changesFrom(before: ShownDefinition | undefined, after: ShownDefinition) {
  return before ? changeRows(before, after, changedFields(sheetOf(before), sheetOf(after))) : [];
}
