import { IsUUID, MaxLength } from 'class-validator';
import { ReasonForm } from '../../http/reason.form.js';

export class DelegationForm extends ReasonForm {
  @IsUUID('all', { message: 'Select the role you lend' })
  lent = '';

  @IsUUID('all', { message: 'Select the colleague who takes it on' })
  colleague = '';

  @MaxLength(30, { message: 'The first day must be a real date, like 31 3 2027' })
  from = '';

  @MaxLength(30, { message: 'The last day must be a real date, like 31 3 2027' })
  until = '';
}
