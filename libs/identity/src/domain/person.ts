import type { Id } from '@lib/kernel';

export interface Person {
  readonly id: Id;
  readonly email: string;
  readonly name: string;
  readonly suspendedAt: Date | null;
}

/** Addresses are compared in lower case, without the spaces a paste brings along. */
export function normaliseEmail(text: string): string {
  return text.trim().toLowerCase();
}
