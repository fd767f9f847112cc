import { LONGEST_ACTION, LONGEST_FINDING_TITLE, LONGEST_FINDING_WORDS, LONGEST_OWNER } from '@lib/assurance';
import { IsIn, Matches, MaxLength } from 'class-validator';
import { FreeText } from '../../http/free-text.js';

const AGAIN = { message: 'Load the page again and send it once more' };
const LONGEST = `must be ${LONGEST_FINDING_WORDS} characters or fewer`;

export class NewFindingForm {
  /** What it is on, as in the address of the page. */
  @MaxLength(200, AGAIN)
  on = '';

  @FreeText('The title')
  @MaxLength(LONGEST_FINDING_TITLE, {
    message: `The title must be ${LONGEST_FINDING_TITLE} characters or fewer`,
  })
  @Matches(/\S/, { message: 'Give the finding a title' })
  title = '';

  @FreeText('What you found')
  @MaxLength(LONGEST_FINDING_WORDS, { message: `What you found ${LONGEST}` })
  @Matches(/\S/, { message: 'Say what you found' })
  found = '';

  @FreeText('What should have been')
  @MaxLength(LONGEST_FINDING_WORDS, { message: `What should have been ${LONGEST}` })
  @Matches(/\S/, { message: 'Say what should have been' })
  expected = '';

  @FreeText('The recommendation')
  @MaxLength(LONGEST_FINDING_WORDS, { message: `The recommendation ${LONGEST}` })
  @Matches(/\S/, { message: 'Say what you recommend' })
  recommendation = '';

  @IsIn(['low', 'medium', 'high'], { message: 'Select how serious it is' })
  rating: 'low' | 'medium' | 'high';

  /** Who answers; empty for the partnership. */
  @Matches(/^[0-9a-f-]{0,36}$/, { message: 'Select who answers' })
  authority = '';

  @MaxLength(20, { message: 'The day must be a real date, like 31 3 2027' })
  @Matches(/\S/, { message: 'Enter the day by which you want the answer' })
  answerBy = '';
}

export class ResponseForm {
  /** The number of the last entry that the page showed. */
  @Matches(/^\d{1,4}$/, AGAIN)
  seen = '';

  @IsIn(['agreed', 'partly-agreed', 'not-agreed'], { message: 'Select whether you agree' })
  response: 'agreed' | 'partly-agreed' | 'not-agreed';

  @FreeText('The answer')
  @MaxLength(LONGEST_FINDING_WORDS, { message: `The answer ${LONGEST}` })
  @Matches(/\S/, { message: 'Say why, in a few words' })
  words = '';

  @FreeText('The action')
  @MaxLength(LONGEST_ACTION, { message: `The action must be ${LONGEST_ACTION} characters or fewer` })
  action = '';

  @FreeText('Who does it')
  @MaxLength(LONGEST_OWNER, { message: `Who does it must be ${LONGEST_OWNER} characters or fewer` })
  owner = '';

  @MaxLength(20, { message: 'The last day must be a real date, like 31 3 2027' })
  dueOn = '';
}

/** Words on a finding: why it is closed, sent back or withdrawn, what was done. */
export class FindingMoveForm {
  @Matches(/^\d{1,4}$/, AGAIN)
  seen = '';

  @FreeText('The words')
  @MaxLength(LONGEST_FINDING_WORDS, { message: `The words ${LONGEST}` })
  @Matches(/\S/, { message: 'Say it in a few words' })
  reason = '';
}

export class ReopeningForm extends FindingMoveForm {
  @MaxLength(20, { message: 'The day must be a real date, like 31 3 2027' })
  @Matches(/\S/, { message: 'Enter the day by which you want the answer' })
  answerBy = '';
}
