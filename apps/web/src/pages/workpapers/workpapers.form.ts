import { LARGEST_SAMPLE, LONGEST_WORKPAPER_WORDS } from '@lib/assurance';
import { IsIn, Matches, MaxLength } from 'class-validator';
import { FreeText } from '../../http/free-text.js';

const LONGEST = `must be ${LONGEST_WORKPAPER_WORDS} characters or fewer`;

export class NewWorkpaperForm {
  @FreeText('The objective')
  @MaxLength(LONGEST_WORKPAPER_WORDS, { message: `The objective ${LONGEST}` })
  @Matches(/\S/, { message: 'Say what the work is to show' })
  objective = '';

  @Matches(/^\d{4}-\d{2}-q[1-4]$/, { message: 'Select the first quarter' })
  firstQuarter = '';

  @Matches(/^\d{4}-\d{2}-q[1-4]$/, { message: 'Select the last quarter' })
  lastQuarter = '';

  @Matches(/^\s*\d{1,3}\s*$/, {
    message: `The number of figures must be a whole number from 1 to ${LARGEST_SAMPLE}`,
  })
  sampleSize = '';

  @Matches(/^\s*[A-Za-z0-9-]{0,40}\s*$/, {
    message: 'The seed must be letters, digits and hyphens, 40 or fewer',
  })
  seed = '';
}

/** What came of one figure. */
export class TestForm {
  @IsIn(['re-performed', 'not-tested'], { message: 'Select whether you could re-perform it' })
  outcome: 're-performed' | 'not-tested';

  @MaxLength(40, { message: 'What you got must be a whole number, like 126 or 1,754' })
  obtained = '';

  @FreeText('The words')
  @MaxLength(LONGEST_WORKPAPER_WORDS, { message: `The words ${LONGEST}` })
  @Matches(/\S/, { message: 'Say which rows and cells you took it from, or why it could not be tested' })
  words = '';
}

export class ConclusionForm {
  @FreeText('The conclusion')
  @MaxLength(LONGEST_WORKPAPER_WORDS, { message: `The conclusion ${LONGEST}` })
  @Matches(/\S/, { message: 'Say what the work showed' })
  reason = '';
}
