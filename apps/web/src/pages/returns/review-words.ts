import type { Id } from '@lib/kernel';
import type { SheetLine } from '@lib/reporting';
import type { OpenReview, ReturnReview } from '@lib/returns';
import type { PageError } from '@lib/ui';
import type { LineErrors } from './figure-line.form.js';

/** What is unusual on each line, in words. */
export function unusualByLine({ lines }: ReturnReview): ReadonlyMap<Id, readonly string[]> {
  return new Map(lines.map(({ lineId, unusual }) => [lineId, unusual]));
}

/** What is left to look at, as errors of the figures page: what must be changed, and what needs a reason. */
export function whatToLookAt(
  { wrong, unanswered }: Pick<OpenReview, 'wrong' | 'unanswered'>,
  lines: readonly SheetLine[],
): {
  lineErrors: ReadonlyMap<Id, LineErrors>;
  errors: readonly PageError[];
} {
  const labelOf = (lineId: Id) => lines.find(({ id }) => id === lineId)?.label ?? 'a measure';
  const lineErrors = new Map<Id, LineErrors>();
  const errors: PageError[] = [];
  for (const { lineId, wrong: words } of wrong) {
    const text = `Fix ${labelOf(lineId)}: ${words.join('. ')}`;
    lineErrors.set(lineId, { value: text });
    errors.push({ text, href: `#figure-${lineId}` });
  }
  for (const { lineId, unusual } of unanswered) {
    const text = `Check ${labelOf(lineId)}: ${unusual.join('. ')}`;
    lineErrors.set(lineId, {
      ...lineErrors.get(lineId),
      rightBecause: 'Say why it is right, or change the figure',
    });
    errors.push({ text, href: `#right-${lineId}` });
  }
  return { lineErrors, errors };
}
