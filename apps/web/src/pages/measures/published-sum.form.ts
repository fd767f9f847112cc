import { SOURCES } from '@lib/published-data';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, IsString, Matches, MaxLength } from 'class-validator';

/** Stands for all that adds up to the whole. */
export const WHOLE = 'whole';

/** A source that is published, or a table of one's own by its id. */
const SOURCE = new RegExp(`^(?:${Object.keys(SOURCES).join('|')}|own-table:[0-9a-f-]{36})$`);

export class PublishedSumForm {
  /** Said by the address that the page was asked for with. */
  @Matches(SOURCE, { message: 'Load the page again and select where the measure is published' })
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
