import type { CalendarDate } from '@lib/kernel';

/** One thing that a source counts, whatever it calls it this year. */
export interface SeriesDefinition {
  /** What the rest of the product calls it: `burglary-residential`. */
  readonly key: string;
  readonly name: string;
  /**
   * What the source has called it. From and until are days of release, where one name has meant two things; compared
   * without regard to capitals and spaces.
   */
  readonly labels: readonly (string | DatedLabel)[];
  /** False for what is no part of the whole: a subtotal, or what overlaps with another one. */
  readonly addsUp?: false;
  /** Whether every area has a row for it in every file: where one is missing, something was lost. */
  readonly everywhere?: true;
}

export interface DatedLabel {
  readonly label: string;
  readonly releasedFrom?: CalendarDate;
  /** Exclusive. */
  readonly releasedUntil?: CalendarDate;
}

export interface CodeList {
  readonly series: readonly SeriesDefinition[];
  /** The key of all that adds up, worked out as the sum; null where the source gives no such thing. */
  readonly whole: { readonly key: string; readonly name: string } | null;
}

/** Meanings that no series of a code list has, but a person can give a label. */
export const OTHER = 'other';
export const LEFT_OUT = 'left-out';

/**
 * What a label meant in a release. The keys of the list mean themselves, for figures that are copied by hand.
 * @returns the key of its series; null where the list has never heard of it
 */
export function meaningOf(list: CodeList, label: string, releasedOn: CalendarDate): string | null {
  const wanted = labelKey(label);
  const means = ({ labels }: SeriesDefinition) =>
    labels.some((known) => labelKey(textOf(known)) === wanted && isUsed(known, releasedOn));
  if (list.whole?.key === wanted) return wanted;
  return list.series.find((series) => series.key === wanted || means(series))?.key ?? null;
}

/** Keys of what every area has a row for, in a file of this release. */
export function seriesEverywhere({ series }: CodeList, releasedOn: CalendarDate): string[] {
  return series
    .filter(({ everywhere, labels }) => everywhere && labels.some((label) => isUsed(label, releasedOn)))
    .map(({ key }) => key);
}

function textOf(known: string | DatedLabel): string {
  return typeof known === 'string' ? known : known.label;
}

function isUsed(known: string | DatedLabel, releasedOn: CalendarDate): boolean {
  if (typeof known === 'string') return true;
  const { releasedFrom, releasedUntil } = known;
  return (!releasedFrom || releasedFrom <= releasedOn) && (!releasedUntil || releasedOn < releasedUntil);
}

/** A label without what varies from file to file and means nothing. */
export function labelKey(label: string): string {
  return label.replace(/\s+/g, ' ').trim().toLowerCase();
}
