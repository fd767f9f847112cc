import { IsIn, Matches, MaxLength, ValidateIf } from 'class-validator';
import { FreeText } from '../../http/free-text.js';

const SHA256 = /^[0-9a-f]{64}$/;

export class DecisionForm {
  @IsIn(['approve', 'send-back'], { message: 'Select whether you approve the return or send it back' })
  decision: 'approve' | 'send-back';

  @FreeText('What has to be put right')
  @ValidateIf((form: DecisionForm) => form.decision === 'send-back')
  @Matches(/\S/, { message: 'Say what has to be put right' })
  @MaxLength(2000, { message: 'What has to be put right must be 2,000 characters or fewer' })
  comment: string;

  /** The content the page showed. */
  @Matches(SHA256, { message: 'Load the page again before you decide' })
  contentSha256: string;
}

export class AcceptanceForm {
  @IsIn(['accept', 'hand-back'], { message: 'Select whether you accept the return or hand it back' })
  decision: 'accept' | 'hand-back';

  @FreeText('What has to be put right')
  @ValidateIf((form: AcceptanceForm) => form.decision === 'hand-back')
  @Matches(/\S/, { message: 'Say what has to be put right' })
  @MaxLength(2000, { message: 'What has to be put right must be 2,000 characters or fewer' })
  comment: string;

  @Matches(SHA256, { message: 'Load the page again before you accept' })
  contentSha256: string;
}
