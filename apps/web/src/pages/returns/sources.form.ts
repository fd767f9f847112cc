import { Transform } from 'class-transformer';
import { ArrayNotEmpty, IsIn, IsOptional, Matches, MaxLength } from 'class-validator';
import { FreeText } from '../../http/free-text.js';

/** Where figures were taken from. */
export class SourcesForm {
  @Matches(/^\d{1,9}$/, { message: 'Load the page again and send it once more' })
  version: string;

  /** The lines it is about. */
  @Transform(({ value }: { value: unknown }) => [value ?? []].flat())
  @ArrayNotEmpty({ message: 'Select the measures it is about' })
  lines: string[] = [];

  @FreeText('The source')
  @MaxLength(200, { message: 'The source must be 200 characters or fewer' })
  @Matches(/\S/, { message: 'Enter where the figures come from' })
  source = '';

  @FreeText('The release')
  @MaxLength(200, { message: 'The release must be 200 characters or fewer' })
  release = '';

  @MaxLength(30, { message: 'The day must be a date, like 3 7 2026' })
  extractedOn = '';

  @IsOptional()
  @IsIn(['provisional', 'final'], { message: 'Select whether the figures can still change' })
  finality?: 'provisional' | 'final';

  @IsOptional()
  @IsIn(['official', 'management-information'], { message: 'Select what kind of figures they are' })
  standing?: 'official' | 'management-information';

  /** The box of the file, which some senders name among the texts where none was chosen. */
  @IsOptional()
  @IsIn([''], { message: 'Select the file again' })
  file?: string;
}
