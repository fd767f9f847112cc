import type { MeasureKind } from '@lib/performance';
import type { ReadyMeasure } from '@lib/plans';
import type { MeasureChoices } from '@lib/reporting';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsUUID, Matches } from 'class-validator';
import { SheetForm } from './sheet.form.js';

const KINDS: readonly MeasureKind[] = ['count', 'composite', 'proportion', 'gap'];

/** Whether something that was sent or stands in an address is a kind of measure. */
export function isMeasureKind(sent: unknown): sent is MeasureKind {
  return KINDS.includes(sent as MeasureKind);
}

/** The boxes of a sheet, and those of a measure that is new. */
export class NewMeasureForm extends SheetForm {
  @IsIn(KINDS, { message: 'Load the page again and choose once more' })
  kind: MeasureKind = 'count';

  /** The key of the ready measure that filled the boxes; empty for none. */
  @Matches(/^([A-Z]\d{1,2}[a-z]?%?)?$/, { message: 'Load the page again and choose once more' })
  from = '';

  @IsUUID('all', { message: 'Select who returns it' })
  authority = '';

  @Matches(/^\d{4}-\d{2}-q[1-4]$/, { message: 'Select the quarter from which it is in force' })
  quarter = '';

  /** The priorities of the draft plan under which it stands. */
  @Transform(({ value }) => (Array.isArray(value) ? (value as unknown[]) : [value]))
  @ArrayMaxSize(60, { message: 'Select priorities from the list' })
  @IsUUID('all', { each: true, message: 'Select priorities from the list' })
  priorities: string[] = [];
}

/** Puts everything that the catalogue knows into the boxes. */
export function fillFromCatalogue(
  form: NewMeasureForm,
  { key, sheet, partKeys, returnedBy }: ReadyMeasure,
  { authorities, counts }: MeasureChoices,
): void {
  const { name, unit, wording, kind, direction, sensitivity, countedBy, source } = sheet;
  Object.assign(form, { name, unit, wording, kind, direction, sensitivity, countedBy, source });
  form.numerator = sheet.numerator ?? '';
  form.denominator = sheet.denominator ?? '';
  form.inclusions = sheet.inclusions ?? '';
  form.exclusions = sheet.exclusions ?? '';
  form.publicationLag = sheet.publicationLag ?? '';
  form.caveats = sheet.caveats ?? '';
  if (sheet.rollingTwelveMonths) form.rolling = 'yes';
  form.from = key;
  form.authority = authorities.find((one) => one.kind === returnedBy)?.id ?? '';
  // In the order of the ready measure; of a part that the partnership has not, the box stays empty.
  form.parts = partKeys.map((part) => counts.find(({ catalogueKey }) => catalogueKey === part)?.id ?? '');
}
