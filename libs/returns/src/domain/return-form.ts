import type { CalendarDate, FinancialQuarter, Id } from '@lib/kernel';

/** A return form: what is asked together. Put to an authority for a quarter, it is a return. */
export interface ReturnForm {
  readonly id: Id;
  readonly name: string;
}

/** One measure, asked of one authority. */
export interface FormLine {
  readonly measureId: Id;
  readonly authorityId: Id;
}

/**
 * What a form asks, from a quarter on until a newer version applies. It is never rewritten: a newer version that
 * applies from the same quarter, or from an earlier one, takes its place there before anything is asked.
 */
export interface FormVersion {
  readonly id: Id;
  readonly formId: Id;
  /** 1 for the first. */
  readonly number: number;
  /** The first day of the first quarter that is asked by it. */
  readonly appliesFrom: CalendarDate;
  /** None for a form that asks nothing any more. */
  readonly lines: readonly FormLine[];
}

/** What decides which version applies. */
type Dated = Pick<FormVersion, 'number' | 'appliesFrom'>;

/** The version by which a form asks in a quarter: the newest of those that apply by then; null before the first. */
export function versionFor<Version extends Dated>(
  versions: readonly Version[],
  { firstDay }: FinancialQuarter,
): Version | null {
  return newestOn(versions, firstDay);
}

/** The versions by which a form asks in a quarter and in those after it, in the order they take over. */
export function versionsFrom(
  versions: readonly FormVersion[],
  { firstDay }: FinancialQuarter,
): FormVersion[] {
  const starts = versions.map(({ appliesFrom }) => appliesFrom).filter((day) => day > firstDay);
  const applying = [firstDay, ...starts.toSorted()].flatMap((day) => newestOn(versions, day) ?? []);
  return [...new Set(applying)];
}

function newestOn<Version extends Dated>(versions: readonly Version[], day: CalendarDate): Version | null {
  return versions
    .filter(({ appliesFrom }) => appliesFrom <= day)
    .reduce<Version | null>((newest, one) => (newest && newest.number > one.number ? newest : one), null);
}

/** What a new version asks otherwise than the one before it; by measure. */
export function changesOfForm(
  before: readonly FormLine[],
  after: readonly FormLine[],
): { readonly measureId: Id; readonly before: Id | null; readonly after: Id | null }[] {
  const askedBefore = new Map(before.map(({ measureId, authorityId }) => [measureId, authorityId]));
  const askedAfter = new Map(after.map(({ measureId, authorityId }) => [measureId, authorityId]));
  return [...new Set([...askedBefore.keys(), ...askedAfter.keys()])]
    .map((measureId) => ({
      measureId,
      before: askedBefore.get(measureId) ?? null,
      after: askedAfter.get(measureId) ?? null,
    }))
    .filter(({ before: was, after: is }) => was !== is);
}
