import { LONGEST_NOMINEE } from '@lib/partnerships';
import { IsIn, Matches, MaxLength } from 'class-validator';
import { FreeText } from '../../http/free-text.js';

export class NominationForm {
  @FreeText('The name')
  @MaxLength(LONGEST_NOMINEE, { message: `The name must be ${LONGEST_NOMINEE} characters or fewer` })
  name = '';

  @FreeText('The post')
  @MaxLength(LONGEST_NOMINEE, { message: `The post must be ${LONGEST_NOMINEE} characters or fewer` })
  post = '';

  /** Ticked where nobody is nominated from the day on. */
  @IsIn(['', 'yes'], { message: 'Tick that nobody is nominated, or leave it' })
  nobody = '';

  @MaxLength(30, { message: 'The first day must be a real date, like 31 3 2027' })
  fromOn = '';

  /** The newest nomination of the authority that was looked at; empty for none. */
  @Matches(/^([0-9a-f-]{36})?$/, { message: 'Load the page again and send it once more' })
  seen = '';
}
