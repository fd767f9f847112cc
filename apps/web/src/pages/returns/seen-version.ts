import { DomainError } from '@lib/kernel';

/** The version of the return that a page was made from, as its hidden field says it; a page without one is refused. */
export function readSeenVersion(version: unknown): number {
  if (typeof version === 'string' && /^\d{1,9}$/.test(version)) return Number(version);
  throw new DomainError('invalid', 'forms.no-version', 'Load the page again and send it once more.');
}
