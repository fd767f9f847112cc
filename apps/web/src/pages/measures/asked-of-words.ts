import type { AskedOf } from '@lib/reporting';
import { formatDate } from '@lib/ui';

/** Who returns a count: whom the forms ask, which may be another authority than the one that answers for it. */
export function askedOfWords(asked: AskedOf | null, owner: string): string {
  if (!asked) return `Nobody is asked for it yet. ${owner} answers for it`;
  const from = asked.from ? `, from ${formatDate(asked.from)}` : '';
  const answers = asked.authority === owner ? '' : `. ${owner} answers for it`;
  return `${asked.authority}${from}${answers}`;
}
