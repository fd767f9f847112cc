import { addDays, type CalendarDate, DomainError, type Id, londonDateOf } from '@lib/kernel';

/** Where the making of a bundle is. The database refuses other moves: waiting → working → ready, or failed. */
export type BundleState = 'waiting' | 'working' | 'ready' | 'failed';

/** The days a bundle is about, both of them in it. */
export interface Period {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

/** What a bundle is about: handed to every section. */
export interface BundleScope {
  readonly partnership: { readonly id: Id; readonly slug: string; readonly name: string };
  readonly period: Period;
  /** The moment of which everything in it is. */
  readonly at: Date;
}

/** A bundle that a worker makes, under the number of its attempt. */
export interface ClaimedBundle {
  readonly id: Id;
  readonly attempt: number;
  readonly period: Period;
  readonly requestedBy: Id;
}

/** What was made. */
export interface MadeBundle {
  readonly lastEvent: string;
  readonly checkpointSeq: string | null;
  readonly keyId: string | null;
  readonly size: number;
  /** Of the whole file. */
  readonly sha256: string;
}

/** A bundle as it is on record. */
export interface StoredBundle {
  readonly id: Id;
  readonly period: Period;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly state: BundleState;
  readonly attempt: number;
  readonly sectionsDone: number;
  readonly sections: number;
  readonly endedAt: Date | null;
  /** Null until it is ready. */
  readonly made: MadeBundle | null;
  readonly failure: string | null;
}

/** How long the file is kept. It can always be made again; what was made and its SHA-256 stay on record. */
export const KEPT_DAYS = 30;

/** A worker that has said nothing for so long is taken for dead, and its bundle is made anew. */
export const SILENT_AFTER_MS = 2 * 60_000;

/** How often a bundle is begun before it is given up: one that kills its worker must not kill the next one for ever. */
export const MOST_ATTEMPTS = 5;

/** How many of a partnership can wait at a time. */
export const MOST_WAITING = 5;

/**
 * Refuses a period that no bundle can be about.
 *
 * @throws DomainError `audit-bundles.period`, `audit-bundles.to-come`
 */
export function requirePeriod({ from, until }: Period, today: CalendarDate): void {
  if (until < from)
    throw new DomainError(
      'invalid',
      'audit-bundles.period',
      'The last day must be the first day or a later one.',
    );
  if (until > today)
    throw new DomainError(
      'invalid',
      'audit-bundles.to-come',
      'The last day has not come yet. Enter today or an earlier day.',
    );
}

/** The last day on which the file of a bundle can be downloaded. */
export function lastDayKept(endedAt: Date): CalendarDate {
  return addDays(londonDateOf(endedAt), KEPT_DAYS);
}

/** `audit-bundle-kingston-2010-04-01-to-2010-06-30.zip` */
export function fileNameOf(slug: string, { from, until }: Period): string {
  return `audit-bundle-${slug}-${from}-to-${until}.zip`;
}
