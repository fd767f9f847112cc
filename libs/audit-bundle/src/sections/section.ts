import type { Tx } from '@lib/persistence';
import type { BundleScope } from '../domain/audit-bundle.js';
import type { BundleFile } from '../domain/bundle-file.js';

/**
 * A part of the record in a bundle: one file that says what belongs to the period and how it reads. A new one is listed
 * in `sections.ts`, and is in every bundle from then on.
 */
export interface Section {
  /** In words, as in the README. */
  readonly name: string;
  readonly folder: string;
  /** What is in it, and what of it belongs to the period: Markdown for a stranger. */
  readonly holds: string;
  /** Its files, their paths within the folder. All sections of a bundle read the same snapshot. */
  files(tx: Tx, scope: BundleScope): AsyncIterable<BundleFile>;
}
