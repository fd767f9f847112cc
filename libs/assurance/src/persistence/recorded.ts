import type { Id } from '@lib/kernel';

/** By whom and when. */
export interface Recorded {
  readonly by: Id;
  readonly at: Date;
}
