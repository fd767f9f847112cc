import { Matches, MaxLength } from 'class-validator';
import { ReasonForm } from '../../http/reason.form.js';

const DAY = (name: string) => ({ message: `${name} must be a date, like 31 10 2026` }) as const;

/** The dates of a quarter, as they were typed; empty for none. */
export class PeriodDatesForm {
  @MaxLength(30, DAY('The day it opens'))
  opensOn = '';

  @MaxLength(30, DAY('The day returns fall due'))
  dueOn = '';

  @MaxLength(30, DAY('The last day for first figures'))
  lastNewOn = '';

  @MaxLength(30, DAY('The last day for corrections'))
  lastEditOn = '';
}

export class ReopeningForm extends ReasonForm {
  @Matches(/\S/, { message: 'Select the authority' })
  @MaxLength(40, { message: 'Select the authority' })
  authority = '';

  @MaxLength(30, DAY('The last day'))
  expiresOn = '';
}
