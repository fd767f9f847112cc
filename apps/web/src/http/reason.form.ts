import { Matches, MaxLength } from 'class-validator';
import { FreeText } from './free-text.js';

/** Why something is done; kept in the audit trail. */
export class ReasonForm {
  @FreeText('The reason')
  @Matches(/\S/, { message: 'Say why, in a few words' })
  @MaxLength(500, { message: 'The reason must be 500 characters or fewer' })
  reason: string;
}
