/** What kind of refusal it is; the web app turns it into a status, the command line into an exit code. */
export type RefusalKind = 'invalid' | 'forbidden' | 'not-found' | 'conflict' | 'too-many';

/**
 * A refusal of ours. `code` is stable (`returns.already-submitted`); the message is a sentence for the person who
 * asked, and says who can do what about it.
 */
export class DomainError extends Error {
  constructor(
    readonly kind: RefusalKind,
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'DomainError';
  }
}

/** Another partnership's record, or none at all: the two must not be told apart. */
export function notFound(what: string): DomainError {
  return new DomainError('not-found', 'not-found', `There is no such ${what}, or it is not yours to see.`);
}
