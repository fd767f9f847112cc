import { refused } from '../refusals.js';

const LISTED_PART = Buffer.from('PK\u0001\u0002', 'latin1');
const END_RECORD = Buffer.from('PK\u0005\u0006', 'latin1');

/**
 * Refuses a file of another kind that is a ZIP archive as well: an archive is read from its end, so it can stand behind
 * or within a PDF or a picture. Both of its marks are asked for, since four bytes come about by chance in a large one.
 */
export function refuseHiddenArchive(bytes: Buffer): void {
  if (bytes.includes(END_RECORD) && bytes.includes(LISTED_PART)) throw refused('file.two-in-one');
}
