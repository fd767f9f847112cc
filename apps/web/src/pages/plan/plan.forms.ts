import { LONGEST_FORMS } from '@lib/plans';
import { Transform } from 'class-transformer';
import { IsIn, IsUUID, Matches, MaxLength } from 'class-validator';
import { ReasonForm } from '../../http/reason.form.js';
import { FreeText } from '../../http/free-text.js';

const SOMETHING = /\S/;
const PUBLICATION = { message: 'Select whether it may be published' };
/** Which row, or which edit, a form was made from. */
const AGAIN = { message: 'Load the page again and send it once more' };

/** Boxes that are ticked come as one text or several; none of them as nothing. */
const Ticked = () =>
  Transform(({ value }: { value: unknown }) =>
    [value].flat().filter((one) => one !== '' && one !== undefined),
  );

const day = (name: string) => ({ message: `${name} must be a real date, like 31 3 2027` });

export class NewPlanForm {
  @FreeText('The title')
  @MaxLength(200, { message: 'The title must be 200 characters or fewer' })
  @Matches(SOMETHING, { message: 'Enter the title of the plan' })
  title = '';
}

export class DecisionForm {
  @MaxLength(30, day('The day of the decision'))
  decidedOn = '';

  @FreeText('The meeting')
  @MaxLength(200, { message: 'The meeting must be 200 characters or fewer' })
  @Matches(SOMETHING, { message: 'Say which meeting decided' })
  meeting = '';

  @FreeText('The decision')
  @MaxLength(2000, { message: 'The decision must be 2,000 characters or fewer' })
  @Matches(SOMETHING, { message: 'Enter what was decided, as the minutes have it' })
  wording = '';
}

/** The edit of the draft that was looked at. */
export class SeenEditForm {
  @Matches(/^\d{1,6}$/, AGAIN)
  edits = '';
}

export class DiscardForm extends ReasonForm {
  @Matches(/^\d{1,6}$/, AGAIN)
  edits = '';
}

export class AdoptionForm extends SeenEditForm {
  @IsUUID('all', { message: 'Select the board’s decision' })
  decision = '';

  @MaxLength(30, day('The day of adoption'))
  adoptedOn = '';

  @MaxLength(30, day('The day it comes into force'))
  inForceFrom = '';
}

export class PriorityForm {
  @FreeText('The priority')
  @MaxLength(200, { message: 'The priority must be 200 characters or fewer' })
  @Matches(SOMETHING, { message: 'Enter the priority, as the plan says it' })
  title = '';

  @FreeText('What is meant to happen')
  @MaxLength(4000, { message: 'What is meant to happen must be 4,000 characters or fewer' })
  narrative = '';

  @IsUUID('all', { message: 'Select the authority that leads' })
  lead = '';

  @Ticked()
  @IsUUID('all', { each: true, message: 'Select the authorities that contribute from the list' })
  contributors: string[] = [];

  @IsIn(['public', 'restricted'], PUBLICATION)
  publication = '';

  @Matches(/^([0-9a-f-]{36})?$/, AGAIN)
  seen = '';
}

export class MeasuresForm {
  @Ticked()
  @IsUUID('all', { each: true, message: 'Select measures from the list' })
  measures: string[] = [];

  @Matches(/^(none|[0-9a-f-]{36}( [0-9a-f-]{36})*)$/, AGAIN)
  seen = '';
}

export class ActionForm {
  @FreeText('The action')
  @MaxLength(1000, { message: 'The action must be 1,000 characters or fewer' })
  @Matches(SOMETHING, { message: 'Say what is to be done' })
  wording = '';

  @IsUUID('all', { message: 'Select the authority that does it' })
  owner = '';

  @MaxLength(30, day('The day by which it is done'))
  dueOn = '';

  @IsIn(['primary', 'secondary', 'tertiary'], { message: 'Select what kind of prevention it is' })
  tier = '';

  @IsIn(['public', 'restricted'], PUBLICATION)
  publication = '';

  @Matches(/^([0-9a-f-]{36})?$/, AGAIN)
  seen = '';
}

export class FindingForm {
  @IsIn(['strategic-assessment', 'needs-assessment', 'consultation'], {
    message: 'Select where the finding comes from',
  })
  source = '';

  @FreeText('The document')
  @MaxLength(200, { message: 'The document must be 200 characters or fewer' })
  @Matches(SOMETHING, { message: 'Say in which document it is' })
  document = '';

  @MaxLength(30, day('The day of the finding'))
  foundOn = '';

  @FreeText('The finding')
  @MaxLength(2000, { message: 'The finding must be 2,000 characters or fewer' })
  @Matches(SOMETHING, { message: 'Enter what was found' })
  wording = '';

  @Ticked()
  @IsUUID('all', { each: true, message: 'Select priorities from the list' })
  priorities: string[] = [];

  @IsIn(['public', 'restricted'], PUBLICATION)
  publication = '';

  @Matches(/^([0-9a-f-]{36})?$/, AGAIN)
  seen = '';
}

export class SeniorPersonForm {
  @FreeText('The name')
  @MaxLength(200, { message: 'The name must be 200 characters or fewer' })
  @Matches(SOMETHING, { message: 'Enter the name of the person' })
  name = '';

  @FreeText('The post')
  @MaxLength(200, { message: 'The post must be 200 characters or fewer' })
  @Matches(SOMETHING, { message: 'Enter the post that the person holds' })
  post = '';

  @MaxLength(30, day('The first day'))
  fromOn = '';
}

export class UpperPlanForm {
  @FreeText('The title')
  @MaxLength(200, { message: 'The title must be 200 characters or fewer' })
  @Matches(SOMETHING, { message: 'Enter the title of the plan' })
  title = '';

  @FreeText('Whose plan it is')
  @MaxLength(200, { message: 'Whose plan it is must be 200 characters or fewer' })
  @Matches(SOMETHING, { message: 'Say whose plan it is' })
  owner = '';

  @MaxLength(30, day('The first day'))
  from = '';

  @MaxLength(30, day('The day after the last'))
  until = '';

  @Matches(/^([0-9a-f-]{36})?$/, { message: 'Select the plan whose place it takes, or none' })
  succeeds = '';

  @FreeText('Where the days come from')
  @MaxLength(500, { message: 'Where the days come from must be 500 characters or fewer' })
  @Matches(SOMETHING, { message: 'Say where the days come from' })
  source = '';
}

export class RegardForm {
  @MaxLength(30, day('The day on which regard was had'))
  regardedOn = '';

  @FreeText('Who had regard')
  @MaxLength(200, { message: 'Who had regard must be 200 characters or fewer' })
  @Matches(SOMETHING, { message: 'Say who had regard' })
  regardedBy = '';

  @FreeText('The note')
  @MaxLength(2000, { message: 'The note must be 2,000 characters or fewer' })
  @Matches(SOMETHING, { message: 'Say how the plan was regarded' })
  wording = '';
}

export class PublishedSummaryForm {
  @IsUUID('all', { message: 'Select the version of the plan' })
  version = '';

  @MaxLength(30, day('The day it was published'))
  publishedOn = '';

  @MaxLength(500, { message: 'The address must be 500 characters or fewer' })
  @Matches(SOMETHING, { message: 'Enter the address of the summary' })
  publicAt = '';

  @FreeText('The forms')
  @MaxLength(LONGEST_FORMS, { message: `The forms must be ${LONGEST_FORMS} characters or fewer` })
  @Matches(SOMETHING, { message: 'Say in which forms it was published' })
  forms = '';
}
