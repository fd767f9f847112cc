import type { Id } from './ids.js';

/** A role held in a partnership, for one of its authorities or (authorityId null) for the partnership as a whole. */
export interface Grant {
  readonly role: string;
  readonly partnershipId: Id;
  readonly authorityId: Id | null;
}

/** Who asks. Read anew for every request, so that a right taken away is gone on the next one. */
export interface Actor {
  readonly personId: Id;
  readonly name: string;
  readonly grants: readonly Grant[];
}
