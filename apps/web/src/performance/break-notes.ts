import { breaksOf } from '@lib/published-data';
import type { PublishedAs } from '@lib/reporting';
import { releaseInWords } from './release-words.js';

/** Notes under a chart of what is published: when its source began to count another way, and what that means for it. */
export function breakNotes({ source, means }: PublishedAs): string[] {
  return breaksOf(source, means).map(
    ({ from, words, isComparable }) =>
      `${words} Figures before and after ${isComparable ? 'can be compared with care' : 'cannot be compared'}; the first month of the new way is ${releaseInWords(from)}.`,
  );
}
