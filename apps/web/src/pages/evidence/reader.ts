import type { Actor, Id } from '@lib/kernel';

/** Who reads a page, and in which partnership. */
export interface Reader {
  readonly actor: Actor;
  readonly partnershipId: Id;
}
