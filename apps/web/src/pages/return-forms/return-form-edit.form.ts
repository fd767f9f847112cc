import { isId } from '@lib/kernel';
import type { FormLine } from '@lib/returns';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, Matches, MaxLength } from 'class-validator';
import { ReasonForm } from '../../http/reason.form.js';
import { FreeText } from '../../http/free-text.js';

/** What a form asks from a quarter on. */
export class ReturnFormEditForm extends ReasonForm {
  /** Of a new form; one that there is keeps its name. */
  @FreeText('The name')
  @MaxLength(80, { message: 'The name must be 80 characters or fewer' })
  name = '';

  @Matches(/^\d{4}-\d{2}-q[1-4]$/, { message: 'Select the quarter from which this is asked' })
  quarter = '';

  /** A box for each measure: the measure and the authority that is asked, with a blank between; empty for nobody. */
  @Transform(({ value }) => (Array.isArray(value) ? (value as unknown[]) : [value]))
  @IsArray({ message: 'Select of whom each measure is asked' })
  @ArrayMaxSize(1000, { message: 'Select of whom each measure is asked' })
  @Matches(/^(|[0-9a-f-]{36} [0-9a-f-]{36})$/, {
    each: true,
    message: 'Select of whom each measure is asked from the lists',
  })
  asked: string[] = [];

  /** The number of the newest version that was on the page; 0 for a new form. */
  @Matches(/^\d{1,6}$/, { message: 'Load the page again and send it once more' })
  version = '';
}

/** What the boxes say; one left at nobody asks nothing. */
export function linesOf({ asked }: ReturnFormEditForm): FormLine[] {
  return asked
    .map((choice) => choice.split(' '))
    .filter((ids): ids is [string, string] => ids.length === 2 && ids.every(isId))
    .map(([measureId, authorityId]) => ({ measureId, authorityId }));
}

/** How a choice is written in its box. */
export function choiceOf({ measureId, authorityId }: FormLine): string {
  return `${measureId} ${authorityId}`;
}
