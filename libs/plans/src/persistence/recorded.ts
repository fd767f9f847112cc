import type { Id } from '@lib/kernel';

/** Who writes a row, and when. */
export interface Recorded {
  readonly by: Id;
  readonly at: Date;
}
