import type { FileKind } from './kinds/file-kind.js';
import { JPEG } from './kinds/jpeg.js';
import { DOCX, ODP, ODS, ODT, PPTX, XLSX } from './kinds/office.js';
import { PDF } from './kinds/pdf.js';
import { PNG } from './kinds/png.js';
import { CSV, PLAIN_TEXT } from './kinds/text.js';

/** What evidence may be, by extension; nothing else comes in. */
export const FILE_KINDS: ReadonlyMap<string, FileKind> = new Map(
  Object.entries({
    ...{ pdf: PDF, docx: DOCX, xlsx: XLSX, pptx: PPTX, odt: ODT, ods: ODS, odp: ODP },
    ...{ csv: CSV, txt: PLAIN_TEXT, png: PNG, jpg: JPEG, jpeg: JPEG },
  }),
);

/** For the box in which a file is chosen: `.pdf,.docx,…`. */
export const ACCEPTED_EXTENSIONS: string = [...FILE_KINDS.keys()]
  .map((extension) => `.${extension}`)
  .join(',');
