import type { ArchiveLimits } from '@lib/archives';

const MEGABYTE = 1024 * 1024;

/** Bytes of a file of evidence. */
export const LARGEST_FILE = 20 * MEGABYTE;

/** Times its size that a document may unpack to; long tables of the same words come to about 50. */
const LARGEST_RATIO = 100;

/**
 * What a document may unpack to: 200 MB, and no more than its size explains.
 * @param size bytes of the document
 */
export function mostOfADocument(size: number): ArchiveLimits {
  return { parts: 5000, unpackedBytes: Math.min(200 * MEGABYTE, MEGABYTE + LARGEST_RATIO * size) };
}
