import { LONGEST_BREAKDOWN } from '@lib/plans';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsUUID, Matches, MaxLength } from 'class-validator';
import { FreeText } from '../../http/free-text.js';

export class BreakdownForm {
  @FreeText('What it is broken down by')
  @MaxLength(LONGEST_BREAKDOWN, {
    message: `What it is broken down by must be ${LONGEST_BREAKDOWN} characters or fewer`,
  })
  @Matches(/\S/, { message: 'Say what it is broken down by' })
  by = '';

  /** The ids of the measures that are its categories. */
  @Transform(({ value }) => (Array.isArray(value) ? (value as unknown[]) : [value]))
  @ArrayMaxSize(60, { message: 'Select 60 categories or fewer' })
  @IsUUID('all', { each: true, message: 'Select its categories' })
  categories: string[] = [];
}
