/**
 * Why a file is not read, and what its owner can do about it. The first words are those of the GOV.UK Design System.
 * @refusals
 */
export const FILE_REFUSALS = {
  'file.none': 'Select a file',
  'file.several': 'You can only select one file at a time',
  'file.empty': 'The selected file is empty',
  'file.type': 'The selected file must be a CSV or XLSX',
  'file.too-big': 'The selected file must be smaller than 2MB',
  'file.password': 'The selected file is password protected: save it without a password',
  'file.macros': 'The selected file holds macros: save it as an Excel Workbook (.xlsx), which has none',
  'file.old-excel':
    'The selected file must be a CSV or XLSX: open this old Excel file and save it as an Excel Workbook (.xlsx)',
  'file.not-xlsx':
    'The selected file is not a workbook, although its name ends in .xlsx: open it in your spreadsheet and save it as an Excel Workbook (.xlsx)',
  'file.not-csv':
    'The selected file is a workbook, although its name does not end in .xlsx: open it in your spreadsheet and save it again',
  'file.archive':
    'The selected file is an archive (ZIP) without a workbook in it: unpack it, and select the file that you need',
  'file.damaged':
    'The selected file is damaged or incomplete: open it in your spreadsheet, save it again and upload that',
  'file.unpacks':
    'The selected file unpacks to more than a return can hold: copy your figures into a fresh template',
  'file.rows': 'The selected file has more than 1,000 rows: keep the rows of the template only',
} as const;

/** Thrown where a file turns out not to be readable, and caught at the front door of this room. */
export class FileRefused extends Error {
  /** @param sentence for whoever sent the file */
  constructor(readonly sentence: string) {
    super(sentence);
  }
}

export function refused(code: keyof typeof FILE_REFUSALS): FileRefused {
  return new FileRefused(FILE_REFUSALS[code]);
}
