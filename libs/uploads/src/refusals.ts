import type { ArchiveFault } from '@lib/archives';
import { DomainError } from '@lib/kernel';

/**
 * Why a file does not come in, and what its owner can do about it. The first words are those of the GOV.UK Design System.
 * @refusals
 */
export const UPLOAD_REFUSALS = {
  'file.none': 'Select a file',
  'file.several': 'You can only select one file at a time',
  'file.empty': 'The selected file is empty',
  'file.too-big':
    'The selected file must be smaller than 20MB: save it with smaller pictures, or upload the part of it that is the evidence',
  'file.type':
    'The selected file must be a PDF, a document, spreadsheet or presentation (.docx, .xlsx, .pptx, .odt, .ods, .odp), a CSV, a text (.txt) or a picture (.png, .jpg): save it as one of these and upload that',
  'file.macros':
    'The selected file holds macros: save it as a document, spreadsheet or presentation without macros, or as a PDF, and upload that',
  'file.password':
    'The selected file has a password, or is an old Office file: save it without a password as .docx, .xlsx, .pptx or PDF and upload that',
  'file.damaged':
    'The selected file is damaged, incomplete or has a password: open it in the program it was made with, save it again without a password and upload that',
  'file.two-in-one':
    'The selected file has something hidden before, in or behind it: open it in the program it was made with, save it as a new file and upload that',
  'file.unpacks':
    'The selected file unpacks to far more than a document holds, or holds archives in archives: save it as a PDF and upload that',
  'file.entities':
    'The selected file holds a document type, which can lead to other files: save it as a PDF and upload that',
  'file.not-text':
    'The selected file is not a plain text, although its name ends like one: save it as “CSV UTF-8” or as plain text in UTF-8 and upload that',
} as const;

export type UploadRefusal = keyof typeof UPLOAD_REFUSALS | 'file.not-its-kind';

export function refused(code: keyof typeof UPLOAD_REFUSALS): DomainError {
  return new DomainError('invalid', code, UPLOAD_REFUSALS[code]);
}

/** @param kind such as "a PDF" */
export function notItsKind(kind: string, extension: string): DomainError {
  return new DomainError(
    'invalid',
    'file.not-its-kind',
    `The selected file is not ${kind}, although its name ends in .${extension}: open it in the program it was made with, save it as ${kind} and upload that`,
  );
}

export function refusedArchive(fault: ArchiveFault): DomainError {
  return refused(`file.${fault}`);
}
