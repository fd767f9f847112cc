import type { Id } from '@lib/kernel';
import type { ReturnSheet } from '@lib/reporting';
import { LONGEST_COMMENTARY } from '@lib/returns';
import type { PageError } from '@lib/ui';
import { isRecord, unknownField } from '../../http/form.js';
import { screen } from '../../http/screening.js';
import { readSeenVersion } from './seen-version.js';

export interface CommentaryForm {
  readonly version: number;
  /** By line, and with null on the return as a whole, as typed. */
  readonly texts: ReadonlyMap<Id | null, string>;
  readonly errors: readonly PageError[];
}

/** Reads the commentary. Boxes are named by line, or `whole`; one that the return does not have is refused with 400. */
export function readCommentary(body: unknown, { lines }: ReturnSheet): CommentaryForm {
  const { version, commentary, ...rest } = isRecord(body) ? body : {};
  for (const name of Object.keys(rest)) throw unknownField(name);
  if (commentary !== undefined && !isRecord(commentary)) throw unknownField('commentary');
  const texts = new Map<Id | null, string>();
  const errors: PageError[] = [];
  for (const [name, text] of Object.entries(commentary ?? {})) {
    const line = lines.find(({ id }) => id === name);
    if ((!line && name !== 'whole') || typeof text !== 'string') throw unknownField(`commentary[${name}]`);
    // Browsers send line breaks as two characters.
    const typed = text.replaceAll('\r\n', '\n');
    texts.set(line?.id ?? null, typed);
    if (typed.trim().length > LONGEST_COMMENTARY)
      errors.push({
        text: `The commentary on ${line?.label ?? 'the return as a whole'} must be ${LONGEST_COMMENTARY} characters or fewer`,
        href: `#commentary-${name}`,
      });
    const flagged = screen(line?.label ?? 'The return as a whole', typed);
    if (flagged) errors.push({ text: flagged, href: `#commentary-${name}` });
  }
  return { version: readSeenVersion(version), texts, errors };
}
