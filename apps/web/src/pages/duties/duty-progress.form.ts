import { type DutyProgress, LONGEST_WORDS, PROGRESS } from '@lib/assurance';
import { IsIn, Matches, MaxLength } from 'class-validator';
import { FreeText } from '../../http/free-text.js';

export class DutyProgressForm {
  @IsIn(PROGRESS, { message: 'Select how far it has come' })
  progress: DutyProgress;

  @MaxLength(20, { message: 'The day it was done must be a real date, like 31 3 2027' })
  doneOn = '';

  @FreeText('The words')
  @MaxLength(LONGEST_WORDS, { message: `The words must be ${LONGEST_WORDS} characters or fewer` })
  @Matches(/\S/, { message: 'Say what was done and where it can be seen' })
  words = '';
}
