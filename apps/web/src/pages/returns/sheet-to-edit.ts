import { authorise, type Permission } from '@lib/access';
import type { Actor, CalendarDate, Id } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import type { ReturnSheet, ReturnSheetQuery } from '@lib/reporting';
import { SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { lockOfSheet } from './sheet-lock.js';

/** The return that a page is about to change; or, where it is locked, the way to where it can be read and why. */
export async function sheetToEdit(
  sheets: ReturnSheetQuery,
  actor: Actor,
  { id: partnershipId, slug }: Partnership,
  { returnId, permission, today }: { returnId: Id; permission: Permission; today: CalendarDate },
): Promise<ReturnSheet | SeeOther> {
  const sheet = await sheets.run(actor, partnershipId, returnId);
  authorise(actor, permission, { partnershipId, authorityId: sheet.authorityId });
  const lock = lockOfSheet(sheet, today);
  return lock ? new SeeOther(pathsOf(slug).return(returnId), lock.words) : sheet;
}
