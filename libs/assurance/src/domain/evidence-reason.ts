import { DomainError } from '@lib/kernel';
import { LONGEST_EVIDENCE_WORDS } from './evidence.js';

/** @throws DomainError `assurance.evidence-reason` */
export function requireReason(words: string | null): void {
  if (words !== null && words !== '' && words.length <= LONGEST_EVIDENCE_WORDS) return;
  throw new DomainError(
    'invalid',
    'assurance.evidence-reason',
    `Say why, in ${LONGEST_EVIDENCE_WORDS} characters or fewer.`,
  );
}
