/** How far a row was checked against the law. What is not verified says what is to be checked. */
export type Verification =
  /** The operative text was read in an archived copy. */
  | { readonly mark: 'verified' }
  /** Part of the text was read. */
  | { readonly mark: 'partly'; readonly toCheck: string }
  /** From general knowledge: not to be relied on before it is checked. */
  | { readonly mark: 'unverified'; readonly toCheck: string };

export const verified: Verification = { mark: 'verified' };

export const partly = (toCheck: string): Verification => ({ mark: 'partly', toCheck });

export const unverified = (toCheck: string): Verification => ({ mark: 'unverified', toCheck });
