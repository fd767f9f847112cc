import { COUNTS_BEHIND } from '@lib/performance';
import type { DefinitionSheet } from '@lib/plans';
import type { ShownDefinition } from '@lib/reporting';
import type { PageError } from '@lib/ui';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsOptional, Matches, MaxLength } from 'class-validator';
import { FreeText } from '../../http/free-text.js';

const AT_MOST = (name: string, longest: number) => ({
  message: `${name} must be ${longest} characters or fewer`,
});

/** The boxes of a definition sheet, exactly as they were filled in. */
export class SheetForm {
  @FreeText('The name')
  @MaxLength(120, AT_MOST('The name', 120))
  @Matches(/\S/, { message: 'Enter a name' })
  name = '';

  @FreeText('The unit')
  @MaxLength(60, AT_MOST('The unit', 60))
  @Matches(/\S/, { message: 'Enter what is counted, in the plural' })
  unit = '';

  @FreeText('What is counted')
  @MaxLength(1000, AT_MOST('What is counted', 1000))
  @Matches(/\S/, { message: 'Say what is counted' })
  wording = '';

  @FreeText('The numerator')
  @MaxLength(300, AT_MOST('The numerator', 300))
  numerator = '';

  @FreeText('The denominator')
  @MaxLength(300, AT_MOST('The denominator', 300))
  denominator = '';

  @FreeText('What is included')
  @MaxLength(1000, AT_MOST('What is included', 1000))
  inclusions = '';

  @FreeText('What is not included')
  @MaxLength(1000, AT_MOST('What is not included', 1000))
  exclusions = '';

  /** The ids of the counts it is worked out from; of a percentage and a gap in their order, empty where none is chosen. */
  @Transform(({ value }) => (Array.isArray(value) ? (value as unknown[]) : [value]))
  @ArrayMaxSize(60, { message: 'Select 60 parts or fewer' })
  @Matches(/^([0-9a-f-]{36})?$/, { each: true, message: 'Select its parts' })
  parts: string[] = [];

  @IsIn(['lower', 'higher', 'range', 'reporting', 'context'], { message: 'Select which way is good' })
  direction: DefinitionSheet['direction'];

  @IsOptional()
  @IsIn(['yes'], { message: 'Load the page again and choose once more' })
  rolling?: 'yes';

  @IsIn(['quarter', 'month'], { message: 'Select how it is reported' })
  countedBy: DefinitionSheet['countedBy'] = 'quarter';

  @IsIn(['ordinary', 'sensitive', 'restricted'], { message: 'Select how it is published' })
  sensitivity: DefinitionSheet['sensitivity'] = 'ordinary';

  @FreeText('The source')
  @MaxLength(300, AT_MOST('The source', 300))
  @Matches(/\S/, { message: 'Say where its figures come from' })
  source = '';

  @FreeText('When it is known')
  @MaxLength(300, AT_MOST('When it is known', 300))
  publicationLag = '';

  @FreeText('What to bear in mind')
  @MaxLength(1000, AT_MOST('What to bear in mind', 1000))
  caveats = '';

  @FreeText('The post')
  @MaxLength(120, AT_MOST('The post', 120))
  ownerPost = '';
}

/** Puts what a definition says into the boxes. */
export function fillSheet(
  form: SheetForm,
  shown: Omit<ShownDefinition, 'change' | 'recordedBy' | 'recordedAt'>,
): void {
  const { name, unit, wording, direction, sensitivity, countedBy, source } = shown;
  Object.assign(form, { name, unit, wording, direction, sensitivity, countedBy, source });
  form.numerator = shown.numerator ?? '';
  form.denominator = shown.denominator ?? '';
  form.inclusions = shown.inclusions ?? '';
  form.exclusions = shown.exclusions ?? '';
  form.parts = shown.parts.map(({ id }) => id);
  if (shown.rollingTwelveMonths) form.rolling = 'yes';
  form.publicationLag = shown.publicationLag ?? '';
  form.caveats = shown.caveats ?? '';
  form.ownerPost = shown.ownerPost ?? '';
}

/** Reads the boxes as a sheet. A problem of two boxes together leads to one of them. */
export function readSheet(
  form: SheetForm,
  kind: DefinitionSheet['kind'],
): { sheet: DefinitionSheet; errors: readonly PageError[] } {
  const said = (text: string) => text.trim() || null;
  const sheet: DefinitionSheet = {
    kind,
    name: form.name.trim(),
    unit: form.unit.trim(),
    wording: form.wording.trim(),
    numerator: said(form.numerator),
    denominator: said(form.denominator),
    inclusions: said(form.inclusions),
    exclusions: said(form.exclusions),
    componentIds: partsOf(form, kind),
    direction: form.direction,
    rollingTwelveMonths: form.rolling === 'yes',
    countedBy: form.countedBy,
    sensitivity: form.sensitivity,
    source: form.source.trim(),
    publicationLag: said(form.publicationLag),
    caveats: said(form.caveats),
    ownerPost: said(form.ownerPost),
  };
  const errors: PageError[] = [];
  if (sheet.numerator !== null && sheet.denominator === null)
    errors.push({ text: 'A rate needs its denominator too', href: '#denominator' });
  if (sheet.numerator === null && sheet.denominator !== null)
    errors.push({ text: 'A rate needs its numerator too', href: '#numerator' });
  if (kind === 'composite' && sheet.componentIds.length === 0)
    errors.push({ text: 'Select what it adds up', href: '#parts' });
  const needed = kind === 'count' ? null : COUNTS_BEHIND[kind];
  if (needed !== null && sheet.componentIds.length < needed)
    errors.push({ text: `Select each of the ${needed} counts that it is worked out from`, href: '#parts' });
  return { sheet, errors };
}

/** A sum has each part once; a percentage and a gap have theirs in order, and one may stand in two places. */
function partsOf({ parts }: SheetForm, kind: DefinitionSheet['kind']): string[] {
  const chosen = parts.filter((id) => id !== '');
  if (kind === 'count') return [];
  return kind === 'composite' ? [...new Set(chosen)] : chosen;
}
