import { londonDateOf } from '@lib/kernel';
import { changedFields } from '@lib/plans';
import type { AdoptedPlan, ChangedDefinition } from '@lib/reporting';
import { formatDate } from '@lib/ui';
import type { Paths } from '../../http/paths.js';
import { changeRows, sheetOf } from '../../performance/definition-words.js';
import { nameOfVersion } from '../../performance/plan-version-name.js';
import { because, type ChangeRow } from './change-row.js';

/** A definition, with the fields that read otherwise. */
export function definitionRow({ before, after }: ChangedDefinition, paths: Paths): ChangeRow {
  const changes = before ? changeRows(before, after, changedFields(sheetOf(before), sheetOf(after))) : [];
  const words = (side: 'before' | 'after') => changes.map((one) => `${one.what}: ${one[side]}`).join('; ');
  return {
    what: `${before?.name ?? after.name}, version ${after.version}, from ${formatDate(after.inForceFrom)}`,
    href: paths.definition(after.measureSlug),
    ...{
      before: before ? words('before') : 'No such measure',
      after: before ? words('after') : after.wording,
    },
    why: after.change && `${after.change.reason} (approved by: ${after.change.approvedBy})`,
    ...{ by: after.recordedBy, on: londonDateOf(after.recordedAt) },
  };
}

/** A version of the plan that was adopted, leading to what it changed. */
export function planRow(
  { before, after, inForceFrom, by, at, decision }: AdoptedPlan,
  paths: Paths,
): ChangeRow {
  return {
    what: nameOfVersion(after),
    href: before ? paths.planChanges(after.id, before.id) : paths.planVersion(after.id),
    before: before ? nameOfVersion(before) : 'No plan',
    after: `In force from ${formatDate(inForceFrom)}`,
    ...{ why: because(null, decision), by, on: londonDateOf(at) },
  };
}
