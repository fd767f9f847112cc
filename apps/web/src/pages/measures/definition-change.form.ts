import { contentHash, FinancialQuarter } from '@lib/kernel';
import type { DefinitionSheet } from '@lib/plans';
import { IsIn, Matches, MaxLength } from 'class-validator';
import { SheetForm } from './sheet.form.js';
import { FreeText } from '../../http/free-text.js';

/** The boxes of a sheet, and those of its new version. */
export class DefinitionChangeForm extends SheetForm {
  @Matches(/^\d{4}-\d{2}-q[1-4]$/, { message: 'Select the quarter from which it is in force' })
  quarter = '';

  @IsIn(['comparable', 'not-comparable'], {
    message: 'Select whether figures before and after can be compared',
  })
  effect: 'comparable' | 'not-comparable';

  @FreeText('The reason')
  @MaxLength(500, { message: 'The reason must be 500 characters or fewer' })
  @Matches(/\S/, { message: 'Say why the definition changes' })
  reason = '';

  @FreeText('Who approved it')
  @MaxLength(200, { message: 'Who approved it must be 200 characters or fewer' })
  @Matches(/\S/, { message: 'Say who approved it, and when' })
  approvedBy = '';

  /** The version that was on the page. */
  @Matches(/^\d{1,6}$/, { message: 'Load the page again and send it once more' })
  version = '';

  @IsIn(['look', 'set'], { message: 'Load the page again and choose once more' })
  action: 'look' | 'set' = 'look';

  /** Which change was looked at. */
  @MaxLength(64, { message: 'Load the page again and choose once more' })
  seen = '';
}

/** Says whether a change is the one that was looked at. */
export function changeHash(sheet: DefinitionSheet, from: FinancialQuarter, effect: string): string {
  return contentHash({ ...sheet, from: from.slug, effect });
}
