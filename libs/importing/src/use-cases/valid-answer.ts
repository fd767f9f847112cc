import { type CalendarDate, DomainError, readCalendarDate } from '@lib/kernel';
import { requireTableName } from '../domain/own-table.js';
import type { Question } from '../domain/published-file.js';
import { readMonth } from '../table/months.js';

/**
 * An answer as it is kept: a release is a day, which can be said as a month.
 * @throws DomainError `published-files.answer`; `published-tables.name`
 */
export function validAnswer(
  { kind, choices, sentence }: Pick<Question, 'kind' | 'choices' | 'sentence'>,
  answer: string,
): string {
  const bare = answer.trim();
  if (kind === 'name') return requireTableName(answer);
  if (kind === 'release') {
    const day: CalendarDate | null = readMonth(bare) ?? readCalendarDate(bare);
    if (day) return day;
  } else if (choices.some(({ value }) => value === bare)) return bare;
  else if (kind === 'columns' && readMonth(bare)) return bare;
  else if (kind === 'area' && /^[EWK]\d{8}$/.test(bare)) return bare;
  throw new DomainError(
    'invalid',
    'published-files.answer',
    kind === 'release'
      ? 'Say the release as a month or a day, such as 2026-03 or 2026-03-14.'
      : `“${bare.slice(0, 60)}” is no answer to: ${sentence}`,
  );
}
