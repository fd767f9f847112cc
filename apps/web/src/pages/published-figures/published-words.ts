import { lastDayToDecide } from '@lib/importing';
import { addDays, type CalendarDate } from '@lib/kernel';
import {
  codeListOf,
  isSource,
  LEFT_OUT,
  OTHER,
  ownTableOf,
  type Source,
  sourceNamed,
} from '@lib/published-data';
import type { ShownPublishedFile } from '@lib/reporting';
import { formatCount, formatDate } from '@lib/ui';

/** What of a file is said in a word or two. */
export const STATE_WORDS: Record<ShownPublishedFile['state'], string> = {
  waiting: 'Waiting to be read',
  reading: 'Being read',
  asking: 'Questions to answer',
  read: 'To be looked at and applied',
  applied: 'Applied',
  refused: 'Refused',
  abandoned: 'Abandoned',
};

/** Null where nobody knows yet what the file is. */
export function sourceOf({
  source,
  tableName,
}: Pick<ShownPublishedFile, 'source' | 'tableName'>): Source | null {
  return source !== null && isSource(source) ? sourceNamed(source, tableName) : null;
}

/** @param until exclusive */
export function coversWords(from: CalendarDate, until: CalendarDate): string {
  const isOfMonths = from.endsWith('-01') && until.endsWith('-01');
  const [first, last] = [formatDate(from), formatDate(addDays(until, -1))];
  if (!isOfMonths) return first === last ? first : `${first} to ${last}`;
  const [firstMonth, lastMonth] = [first, last].map((day) => day.replace(/^\d+ /, ''));
  return firstMonth === lastMonth ? firstMonth! : `${firstMonth} to ${lastMonth}`;
}

/** What a series of a source is called, where a file says its key. */
export function seriesWords(source: string | null, means: string): string {
  if (means === OTHER) return 'Something else';
  if (means === LEFT_OUT) return 'Left out';
  if (source === null || !isSource(source)) return means;
  // A table of one’s own is told apart without capitals.
  if (ownTableOf(source) !== null) return means.charAt(0).toUpperCase() + means.slice(1);
  const { series, whole } = codeListOf(source);
  if (whole?.key === means) return whole.name;
  return series.find(({ key }) => key === means)?.name ?? means;
}

/** The last day of a file that is not decided on. */
export function keptUntilWords({ receivedAt }: ShownPublishedFile): string {
  return formatDate(lastDayToDecide(receivedAt));
}

/** “1 figure”, “12,345 figures”. */
export function figuresWords(figures: number): string {
  return figures === 1 ? '1 figure' : `${formatCount(figures)} figures`;
}

export function loadedByWords({ isForEverybody, receivedBy }: ShownPublishedFile): string {
  return isForEverybody ? 'whoever runs the service, for every partnership' : (receivedBy ?? '');
}

export function sizeWords(bytes: string): string {
  const size = Number(bytes);
  if (size < 1_000_000) return `${Math.ceil(size / 1_000)} kB`;
  return `${(size / 1_000_000).toFixed(1)} MB`;
}
