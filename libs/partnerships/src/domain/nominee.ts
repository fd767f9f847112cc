import { type CalendarDate, contains, DomainError } from '@lib/kernel';
import type { Authority } from './partnership.js';

export const LONGEST_NOMINEE = 200;

/** Whom an authority nominated to help information to be shared (SI 2007/1830, regulation 4(3)), by name and post. */
export interface Nominee {
  readonly name: string;
  readonly post: string;
}

/**
 * Refuses a nomination that cannot be.
 *
 * @param nominee null for nobody from that day on
 * @throws DomainError `partnerships.nominee-words`, `partnerships.nominee-day`
 */
export function requireNominee(
  nominee: Nominee | null,
  fromOn: CalendarDate,
  { membership }: Pick<Authority, 'membership'>,
): void {
  for (const words of nominee ? [nominee.name, nominee.post] : [])
    if (words === '' || words.length > LONGEST_NOMINEE)
      throw new DomainError(
        'invalid',
        'partnerships.nominee-words',
        `Enter the name and the post of the person, each in ${LONGEST_NOMINEE} characters or fewer.`,
      );
  if (!contains(membership, fromOn))
    throw new DomainError(
      'invalid',
      'partnerships.nominee-day',
      'It is no responsible authority of the partnership on that day. Enter a day on which it is one.',
    );
}
