import { type Restatement, RESTATEMENT_KINDS } from '@lib/returns';
import { IsIn } from 'class-validator';
import { ReasonForm } from '../../http/reason.form.js';

export class RestatementForm extends ReasonForm {
  @IsIn(RESTATEMENT_KINDS, { message: 'Select why the figures are corrected' })
  kind: Restatement['kind'];
}
