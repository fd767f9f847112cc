import { DomainError } from '@lib/kernel';

/**
 * Refuses a file that no scanner has found clean: it is held, neither opened nor reviewed.
 *
 * @throws DomainError `assurance.evidence-held`
 */
export function requireClean({ kind, scan }: { readonly kind: string; readonly scan: string | null }): void {
  if (kind !== 'file' || scan === 'clean') return;
  throw new DomainError(
    'conflict',
    'assurance.evidence-held',
    'This file is held: it is not known to be free of viruses. Try again once it is scanned, or ask whoever runs the service to set up the scanner.',
  );
}
