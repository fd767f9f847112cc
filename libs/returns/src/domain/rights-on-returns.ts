import { authoriseOnRecord, type Permission } from '@lib/access';
import type { Actor } from '@lib/kernel';
import type { QuarterlyReturn } from './quarterly-return.js';

/** Asks for a right on a return. To who may not see it, another authority's return does not exist. */
export function authoriseOnReturn(actor: Actor, permission: Permission, scope: QuarterlyReturn): void {
  authoriseOnRecord(actor, permission, { seenWith: 'returns.view', what: 'return', scope });
}
