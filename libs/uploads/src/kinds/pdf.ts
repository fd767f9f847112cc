import { refused } from '../refusals.js';
import { beginsOtherwiseThan, type FileKind } from './file-kind.js';
import { refuseHiddenArchive } from './hidden-archive.js';

/** ISO 32000-1, 7.5.2 and 7.5.5: the first and the last line. */
export const PDF: FileKind = {
  name: 'a PDF',
  mediaType: 'application/pdf',
  wrongBeginning: beginsOtherwiseThan(Buffer.from('%PDF-')),
  check(bytes) {
    refuseHiddenArchive(bytes);
    const end = bytes.subarray(-1024).toString('latin1');
    if (/startxref\s+\d+\s+%%EOF[\s\0]*$/.test(end)) return;
    throw refused(bytes.includes('%%EOF') ? 'file.two-in-one' : 'file.damaged');
  },
};
