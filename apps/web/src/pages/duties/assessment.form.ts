import { LONGEST_FINDING } from '@lib/assurance';
import { IsIn, IsOptional, Matches, MaxLength } from 'class-validator';
import { FreeText } from '../../http/free-text.js';

/** What was found of an occurrence. */
export class AssessmentForm {
  /** The assessment that the page showed; empty where it showed none. */
  @Matches(/^[0-9a-f-]{0,36}$/, { message: 'Load the page again and send it once more' })
  seen = '';

  @IsOptional()
  @IsIn(['yes', 'no'], { message: 'Select whether it applies' })
  applies: 'yes' | 'no' = 'yes';

  @IsIn(['not-assessed', 'met', 'partly-met', 'not-met'], { message: 'Select a result' })
  result: 'not-assessed' | 'met' | 'partly-met' | 'not-met';

  @FreeText('The reason')
  @MaxLength(LONGEST_FINDING, { message: `The reason must be ${LONGEST_FINDING} characters or fewer` })
  @Matches(/\S/, { message: 'Say why' })
  words = '';
}
