import { IsIn } from 'class-validator';
import { ReasonForm } from '../../http/reason.form.js';

export class SuspensionForm extends ReasonForm {
  @IsIn(['suspend', 'reinstate'], { message: 'Load the page again and choose once more' })
  action: 'suspend' | 'reinstate';
}
