import { Matches, MaxLength } from 'class-validator';

export class AuditBundleForm {
  @MaxLength(20, { message: 'The first day must be a real date, like 31 3 2027' })
  @Matches(/\S/, { message: 'Enter the first day' })
  from = '';

  @MaxLength(20, { message: 'The last day must be a real date, like 31 3 2027' })
  @Matches(/\S/, { message: 'Enter the last day' })
  until = '';
}
