import { IsIn, Matches, MaxLength } from 'class-validator';

export class ReasonForm {
  @Matches(/\S/, { message: 'Say why, in a few words' })
  @MaxLength(500, { message: 'The reason must be 500 characters or fewer' })
  reason: string;
}

export class SuspensionForm extends ReasonForm {
  @IsIn(['suspend', 'reinstate'], { message: 'Load the page again and choose once more' })
  action: 'suspend' | 'reinstate';
}
