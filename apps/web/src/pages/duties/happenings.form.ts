import { LONGEST_WORDS } from '@lib/assurance';
import { Matches, MaxLength } from 'class-validator';
import { FreeText } from '../../http/free-text.js';

export class HappeningForm {
  @MaxLength(60, { message: 'Select what happened' })
  @Matches(/\S/, { message: 'Select what happened' })
  trigger = '';

  @MaxLength(20, { message: 'The day it happened must be a real date, like 31 3 2027' })
  on = '';

  /** A seat; empty for everybody on whom such a duty falls. */
  @Matches(/^(council|police|fire|probation|health)?$/, { message: 'Select whom it concerns' })
  bearer: '' | 'council' | 'police' | 'fire' | 'probation' | 'health' = '';

  @MaxLength(20, { message: 'The day that was set must be a real date, like 31 3 2027' })
  dueOn = '';

  @FreeText('What happened')
  @MaxLength(LONGEST_WORDS, { message: `The words must be ${LONGEST_WORDS} characters or fewer` })
  @Matches(/\S/, { message: 'Say what happened' })
  words = '';
}
