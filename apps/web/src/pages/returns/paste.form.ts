import { IsIn, Matches, MaxLength } from 'class-validator';

const LONGEST = 50_000;

export class PasteForm {
  @MaxLength(LONGEST, {
    message: 'This is more than a return holds: paste the measures and their figures only',
  })
  @Matches(/\S/, { message: 'Paste the figures from your spreadsheet' })
  pasted = '';

  @IsIn(['look', 'save'], { message: 'Load the page again and choose once more' })
  action: 'look' | 'save' = 'look';

  @Matches(/^\d{1,9}$/, { message: 'Load the page again and paste once more' })
  version: string;
}
