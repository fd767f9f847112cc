import { SOURCES } from '@lib/published-data';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, IsIn, IsString, Matches, MaxLength } from 'class-validator';

/** Stands for all that adds up to the whole. */
export const WHOLE = 'whole';

export class PublishedSumForm {
  /** Said by the address that the page was asked for with. */
  @IsIn(Object.keys(SOURCES), { message: 'Load the page again and select where the measure is published' })
  source = '';

  @Transform(({ value }) => (Array.isArray(value) ? (value as unknown[]) : [value]))
  @ArrayNotEmpty({ message: 'Select which of the figures are added up to the measure' })
  @ArrayMaxSize(60, { message: 'Select 60 figures or fewer' })
  @IsString({ each: true, message: 'Select which of the figures are added up to the measure' })
  series: string[] = [];

  @Matches(/\S/, { message: 'Select the area whose figures they are' })
  @MaxLength(60)
  area = '';
}
