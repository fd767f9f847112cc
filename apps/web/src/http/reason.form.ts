import { Matches, MaxLength } from 'class-validator';

/** Why something is done; kept in the audit trail. */
export class ReasonForm {
  @Matches(/\S/, { message: 'Say why, in a few words' })
  @MaxLength(500, { message: 'The reason must be 500 characters or fewer' })
  reason: string;
}
