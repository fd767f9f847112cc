import { refused } from '../refusals.js';
import type { FileKind } from './file-kind.js';
import { refuseHiddenArchive } from './hidden-archive.js';

export const CSV: FileKind = text('a CSV', 'text/csv');
export const PLAIN_TEXT: FileKind = text('a plain text', 'text/plain');

/**
 * What begins so is shown or run as something else than text, if not by a browser then by whoever saves it: mark-up,
 * PDF, PostScript, RTF, and scripts that say so.
 */
const SOMETHING_ELSE = /^\s*(<[a-z!?/%]|#!|%pdf-|%!ps|\{\\rtf|javascript:|vbscript:|@echo\b)/i;

function text(name: string, mediaType: string): FileKind {
  return {
    name,
    mediaType,
    wrongBeginning(head) {
      if (head.includes(0)) return 'file.not-text';
      return SOMETHING_ELSE.test(withoutMark(head).toString('latin1')) ? 'file.not-its-kind' : null;
    },
    check(bytes) {
      if (!isText(bytes)) throw refused('file.not-text');
      refuseHiddenArchive(bytes);
    },
  };
}

function withoutMark(head: Buffer): Buffer {
  return head.subarray(0, 3).toString('hex') === 'efbbbf' ? head.subarray(3) : head;
}

/** UTF-8, or Windows-1252, which is what Excel on Windows saves as "CSV"; with no byte that no text has. */
function isText(bytes: Buffer): boolean {
  try {
    // oxlint-disable-next-line no-control-regex -- that is what is looked for
    return !/[\u0000-\u0008\u000e-\u001f]/.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // oxlint-disable-next-line no-control-regex -- the five bytes that Windows-1252 leaves free are read as controls
    return !/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/.test(new TextDecoder('windows-1252').decode(bytes));
  }
}
