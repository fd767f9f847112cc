import { IsIn, IsUUID, Matches, MaxLength } from 'class-validator';
import { FreeText } from '../../http/free-text.js';

export class CrossCheckForm {
  @IsUUID('all', { message: 'Select the measure that is a part' })
  part = '';

  @IsUUID('all', { message: 'Select the measure it is a part of' })
  whole = '';

  @IsIn(['hard', 'soft'], { message: 'Select what happens when it does not hold' })
  severity: 'hard' | 'soft';

  @IsIn(['skip', 'ask'], { message: 'Select what happens when one has no figure' })
  whenMissing: 'skip' | 'ask';

  @FreeText('Why it is right')
  @MaxLength(300, { message: 'Why it is right must be 300 characters or fewer' })
  @Matches(/\S/, { message: 'Say why it is right' })
  reason = '';
}
