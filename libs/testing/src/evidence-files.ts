import { sheetRows, type Parts, workbookParts, zipOf } from './workbooks.js';

const OOXML = 'application/vnd.openxmlformats-officedocument';
const RELATIONS = 'http://schemas.openxmlformats.org';

/** A small sound file of each kind that evidence may be, by its extension. */
export async function evidenceFiles(): Promise<Readonly<Record<string, Buffer>>> {
  const picture = Buffer.from(SMALLEST_JPEG, 'hex');
  return {
    pdf: pdfFile('Minutes of the strategy group'),
    docx: await zipOf(documentParts('docx')),
    xlsx: await zipOf(documentParts('xlsx')),
    pptx: await zipOf(documentParts('pptx')),
    odt: await zipOf(openDocumentParts('text')),
    ods: await zipOf(openDocumentParts('spreadsheet')),
    odp: await zipOf(openDocumentParts('presentation')),
    csv: Buffer.from('Month,Offences\r\nApril,12\r\n'),
    txt: Buffer.from('The group met on 3 June and took note of the audit.\r\n'),
    png: Buffer.from(SMALLEST_PNG, 'hex'),
    jpg: picture,
    jpeg: picture,
  };
}

/** One pixel each. */
const SMALLEST_PNG =
  '89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c63f80f0001010100b138f6140000000049454e44ae426082';
const SMALLEST_JPEG =
  'ffd8ffdb004300030202020202030202020303030304060404040404080606050609080a0a090809090a0c0f0c0a0b0e0b09090d110d0e0f101011100a0c12131210130f101010ffc9000b080001000101011100ffcc000600101005ffda0008010100003f00d2cf20ffd9';

/** A PDF of one page with a line of text on it. */
export function pdfFile(words: string): Buffer {
  const page = `BT /F1 12 Tf 72 720 Td (${words}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${page.length} >>\nstream\n${page}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const at = String(text.length).padStart(10, '0');
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${at} 00000 n \n`;
  });
  const size = objects.length + 1;
  return Buffer.from(
    `${text}xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`,
  );
}

const MAIN_PARTS = {
  docx: { part: 'word/document.xml', type: 'wordprocessingml.document' },
  xlsx: { part: 'xl/workbook.xml', type: 'spreadsheetml.sheet' },
  pptx: { part: 'ppt/presentation.xml', type: 'presentationml.presentation' },
} as const;

/** The parts of an Office document, to be changed and zipped. @param content of its main part, but for a workbook */
export function documentParts(
  extension: keyof typeof MAIN_PARTS,
  content = '<document/>',
): Record<string, string | Buffer> {
  const { part, type } = MAIN_PARTS[extension];
  const types = `<Types xmlns="${RELATIONS}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/${part}" ContentType="${OOXML}.${type}.main+xml"/></Types>`;
  const relation = `<Relationship Id="r1" Type="${RELATIONS}/officeDocument/2006/relationships/officeDocument" Target="${part}"/>`;
  const parts: Parts =
    extension === 'xlsx'
      ? workbookParts({ Figures: sheetRows([['Month', 'Offences']]) })
      : { '_rels/.rels': `<Relationships>${relation}</Relationships>`, [part]: content };
  return { '[Content_Types].xml': `<?xml version="1.0" encoding="UTF-8"?>${types}`, ...parts };
}

export function openDocumentParts(
  kind: 'text' | 'spreadsheet' | 'presentation',
): Record<string, string | Buffer> {
  return {
    mimetype: `application/vnd.oasis.opendocument.${kind}`,
    'content.xml': '<?xml version="1.0" encoding="UTF-8"?><office:document-content/>',
    'META-INF/manifest.xml': '<manifest:manifest/>',
  };
}
