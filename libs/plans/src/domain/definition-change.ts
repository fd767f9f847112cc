import { DomainError, type FinancialQuarter } from '@lib/kernel';
import { COUNTS_BEHIND } from '@lib/performance';
import type { DefinitionChange, DefinitionSheet, MeasureDefinition } from './measure.js';

/** What can differ between two versions. The kind cannot: a count that became a sum would be another measure. */
export const SHEET_FIELDS = [
  'name',
  'wording',
  'unit',
  'numerator',
  'denominator',
  'inclusions',
  'exclusions',
  'componentIds',
  'direction',
  'rollingTwelveMonths',
  'countedBy',
  'sensitivity',
  'source',
  'publicationLag',
  'caveats',
  'ownerPost',
] as const satisfies readonly (keyof DefinitionSheet)[];

export type SheetField = (typeof SHEET_FIELDS)[number];

/** Where these differ, a figure before says something else than one after, whatever it is called. */
const DECIDES_WHAT_COMPARES: readonly SheetField[] = ['unit', 'rollingTwelveMonths', 'componentIds'];

/** The fields in which two sheets differ, in the order of the page. */
export function changedFields(before: DefinitionSheet, after: DefinitionSheet): SheetField[] {
  const written = (sheet: DefinitionSheet, field: SheetField) =>
    field === 'componentIds' ? partsAsWritten(sheet) : sheet[field];
  return SHEET_FIELDS.filter((field) => written(before, field) !== written(after, field));
}

/** A sum is the same in any order; a percentage the other way round is another one. */
function partsAsWritten({ kind, componentIds }: DefinitionSheet): string {
  return (kind === 'composite' ? [...componentIds].sort() : componentIds).join();
}

/** Refuses a sheet that does not hold together. */
export function requireSheet({ kind, componentIds, numerator, denominator }: DefinitionSheet): void {
  const needed = kind === 'count' ? 0 : COUNTS_BEHIND[kind];
  if (needed === null ? componentIds.length === 0 : componentIds.length !== needed)
    throw new DomainError(
      'invalid',
      'plans.components',
      'A count is returned and has no parts. A composite adds up other measures, a percentage is worked out from two and a gap from four. Choose its parts again.',
    );
  if (kind === 'composite' && new Set(componentIds).size < componentIds.length)
    throw new DomainError(
      'invalid',
      'plans.components-twice',
      'A composite adds up each measure once. Take out what is in it twice.',
    );
  if ((numerator === null) !== (denominator === null))
    throw new DomainError(
      'invalid',
      'plans.rate',
      'A rate has a numerator and a denominator in words; a count has neither.',
    );
}

/**
 * Refuses a new version that would come before or under what stands.
 *
 * @param newest the version that it follows
 * @param asked the newest quarter whose returns were asked by what stands; null before the first
 */
export function requireChange(
  newest: DefinitionSheet & Pick<MeasureDefinition, 'inForceFrom'>,
  wanted: { readonly sheet: DefinitionSheet; readonly from: FinancialQuarter } & DefinitionChange,
  asked: FinancialQuarter | null,
): void {
  const { sheet, from, comparable, reason, approvedBy } = wanted;
  requireSheet(sheet);
  if (reason.trim() === '' || approvedBy.trim() === '')
    throw new DomainError(
      'invalid',
      'plans.definition-reason',
      'Say why the definition changes, and who approved it and when.',
    );
  if (from.firstDay <= newest.inForceFrom)
    throw new DomainError(
      'invalid',
      'plans.definition-order',
      'The version before starts then or later. Choose a quarter after it; what is in force is not changed backwards.',
    );
  if (asked && from.firstDay <= asked.firstDay)
    throw new DomainError(
      'invalid',
      'plans.definition-asked',
      `The returns for ${asked.name} are open and ask by the definition of before. The analyst can start a new one with ${asked.next.name} or later.`,
    );
  const changed = changedFields(newest, sheet);
  if (changed.length === 0)
    throw new DomainError(
      'invalid',
      'plans.definition-same',
      'Nothing differs from the definition of before. Change what has changed, or leave it as it is.',
    );
  if (comparable && changed.some((field) => DECIDES_WHAT_COMPARES.includes(field)))
    throw new DomainError(
      'invalid',
      'plans.definition-not-comparable',
      'With another unit, other parts or another period, figures before and after cannot be compared. Choose that they cannot.',
    );
}
