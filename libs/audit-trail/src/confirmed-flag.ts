import { AsyncLocalStorage } from 'node:async_hooks';

/** That somebody was asked about what looked like personal data in their words, and sent them all the same. */
export interface ConfirmedFlag {
  /** What the words looked like, such as `a phone number`. Never the words. */
  readonly kinds: readonly string[];
  /** The form that they were sent with. */
  readonly path: string;
}

/**
 * What was confirmed of the request that is carried out, for the trail to keep beside what the request leads to. No use
 * case knows of it: it is about the words as they were sent, whichever record they become.
 */
export const confirmedFlag = new AsyncLocalStorage<() => ConfirmedFlag | null>();
