import { LONGEST_MARK } from '@lib/plans';
import { IsIn, Matches, MaxLength } from 'class-validator';
import { FreeText } from '../../http/free-text.js';

export class MarkForm {
  @IsIn(['series-break', 'event', 'new-limits'], { message: 'Select what kind of mark it is' })
  kind: 'series-break' | 'event' | 'new-limits';

  @Matches(/^\d{4}-\d{2}-q[1-4]$/, { message: 'Select the quarter from which it holds' })
  quarter = '';

  @FreeText('The words')
  @MaxLength(LONGEST_MARK, { message: `The words must be ${LONGEST_MARK} characters or fewer` })
  @Matches(/\S/, { message: 'Say what happened, in a few words' })
  words = '';

  @FreeText('Who decided')
  @MaxLength(200, { message: 'Who decided must be 200 characters or fewer' })
  approvedBy = '';
}
