import { DomainError, type FinancialQuarter, type Id } from '@lib/kernel';
import { type FormLine, type FormVersion, type ReturnForm, versionsFrom } from './return-form.js';

/** A measure as it is defined on a day. */
export interface DefinedMeasure {
  readonly id: Id;
  readonly name: string;
  readonly isReported: boolean;
}

/** A measure is asked as it is defined on the first day, of an authority that there is then. */
export function requireAnswerable(
  lines: readonly FormLine[],
  measures: readonly DefinedMeasure[],
  authorities: readonly { readonly id: Id }[],
  from: FinancialQuarter,
): void {
  for (const { measureId, authorityId } of lines) {
    const measure = measures.find(({ id }) => id === measureId);
    if (!measure)
      throw new DomainError(
        'invalid',
        'returns.form-measure-not-defined',
        `One of these measures has no definition on the first day of ${from.name}. Select a later quarter, or do not ask it yet.`,
      );
    if (!measure.isReported)
      throw new DomainError(
        'invalid',
        'returns.form-measure-worked-out',
        `${measure.name} is worked out from other measures and is asked of nobody.`,
      );
    if (!authorities.some(({ id }) => id === authorityId))
      throw new DomainError(
        'invalid',
        'returns.form-authority-not-member',
        `The authority that is asked for ${measure.name} is not a responsible authority in ${from.name}. Select another one.`,
      );
  }
}

/** One figure for a measure in a quarter: neither twice on this form nor on another one too. */
export function requireAskedOnce(
  forms: readonly (ReturnForm & { readonly versions: readonly FormVersion[] })[],
  formId: Id,
  from: FinancialQuarter,
  lines: readonly FormLine[],
  measures: readonly DefinedMeasure[],
): void {
  const nameOf = (measureId: Id) => measures.find(({ id }) => id === measureId)!.name;
  const twice = lines.find(
    (line, index) => lines.findIndex(({ measureId }) => measureId === line.measureId) !== index,
  );
  if (twice)
    throw new DomainError(
      'invalid',
      'returns.form-asks-twice',
      `${nameOf(twice.measureId)} is asked twice. Ask one authority for it.`,
    );
  for (const other of forms.filter(({ id }) => id !== formId))
    for (const version of versionsFrom(other.versions, from)) {
      const shared = lines.find(({ measureId }) => version.lines.some((one) => one.measureId === measureId));
      if (shared)
        throw new DomainError(
          'conflict',
          'returns.form-asked-elsewhere',
          `${nameOf(shared.measureId)} is asked on the form “${other.name}” already. Take it off that form first.`,
        );
    }
}
