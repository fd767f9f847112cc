import { Matches, MaxLength } from 'class-validator';

const LONGEST = 50_000;

export class PasteForm {
  @MaxLength(LONGEST, {
    message: 'This is more than a return holds: paste the measures and their figures only',
  })
  @Matches(/\S/, { message: 'Paste the figures from your spreadsheet' })
  pasted = '';
}
