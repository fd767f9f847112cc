import type { Rag } from '@lib/performance';
import { IsIn, Matches, MaxLength } from 'class-validator';
import { ReasonForm } from '../../http/reason.form.js';

export class StatusRulesForm extends ReasonForm {
  @IsIn(['none', 'police-authority-2010', 'tolerance', 'against-comparators'], {
    message: 'Select the rules to colour by',
  })
  rules: 'none' | 'police-authority-2010' | 'tolerance' | 'against-comparators';

  @MaxLength(6, { message: 'The tolerance must be a percentage, like 5' })
  tolerance = '5';
}

export class DeclaredStatusForm extends ReasonForm {
  @IsIn(['red', 'amber', 'green', 'grey'], { message: 'Select the status you declare' })
  rag: Rag;

  @Matches(/^\d{4}-\d{2}$/, { message: 'Select the year it is for' })
  year: string;

  @MaxLength(30, { message: 'Enter the last day on which it holds, like 31 3 2027' })
  expiresOn = '';
}
