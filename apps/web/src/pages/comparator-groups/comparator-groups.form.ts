import { LONGEST_GROUP_NAME, LONGEST_GROUP_WORDS } from '@lib/comparators';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, Matches, MaxLength } from 'class-validator';
import { FreeText } from '../../http/free-text.js';

const SELECT_MEMBERS = { message: 'Select two areas or more' };
const asList = ({ value }: { value: unknown }) => (Array.isArray(value) ? (value as unknown[]) : [value]);

/** Who is in a group from a day on, and why. */
export class GroupMembersForm {
  @MaxLength(30, { message: 'The first day must be a real date, like 31 3 2027' })
  fromOn = '';

  @FreeText('The reason')
  @Matches(/\S/, { message: 'Say why, in a few words' })
  @MaxLength(LONGEST_GROUP_WORDS, {
    message: `The reason must be ${LONGEST_GROUP_WORDS} characters or fewer`,
  })
  reason = '';

  /** Codes of areas. */
  @Transform(asList)
  @ArrayMinSize(2, SELECT_MEMBERS)
  @ArrayMaxSize(400, { message: 'Select 400 areas or fewer' })
  @Matches(/^[A-Z]\d{8}$/, { each: true, ...SELECT_MEMBERS })
  members: string[] = [];
}

export class NewGroupForm extends GroupMembersForm {
  @FreeText('The name')
  @Matches(/\S/, { message: 'Give the group a name' })
  @MaxLength(LONGEST_GROUP_NAME, { message: `The name must be ${LONGEST_GROUP_NAME} characters or fewer` })
  name = '';

  @FreeText('What it is for')
  @Matches(/\S/, { message: 'Say what the group is for' })
  @MaxLength(LONGEST_GROUP_WORDS, {
    message: `What it is for must be ${LONGEST_GROUP_WORDS} characters or fewer`,
  })
  purpose = '';
}

export class GroupEndForm {
  @MaxLength(30, { message: 'The first day without it must be a real date, like 31 3 2027' })
  fromOn = '';

  @FreeText('The reason')
  @Matches(/\S/, { message: 'Say why, in a few words' })
  @MaxLength(LONGEST_GROUP_WORDS, {
    message: `The reason must be ${LONGEST_GROUP_WORDS} characters or fewer`,
  })
  reason = '';
}

export class UsualGroupForm {
  @Matches(/^(london|[0-9a-f-]{36})$/, { message: 'Select the group' })
  group = '';
}
