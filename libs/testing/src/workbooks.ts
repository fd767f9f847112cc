import { fromBufferPromise } from 'yauzl';
import { ZipFile } from 'yazl';

/** The parts of an archive by name, in the order they are written. */
export type Parts = Readonly<Record<string, string | Buffer>>;

/** An archive as a file, made anew: tests change its bytes or its parts to what nobody should send. */
export async function zipOf(parts: Parts): Promise<Buffer> {
  const zip = new ZipFile();
  // Thousands of empty parts would take as long as thousands of full ones, if each were packed.
  for (const [name, content] of Object.entries(parts))
    zip.addBuffer(Buffer.from(content), name, { compress: content.length > 0 });
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Cells of a row: a text, a number, or the XML of a cell as it stands. */
type WrittenCell = string | number | { readonly xml: string };

/** `<row>` elements from row 1 on. */
export function sheetRows(rows: readonly (readonly WrittenCell[])[]): string {
  return rows
    .map((cells, index) => {
      const written = cells.map((cell, column) => cellXml(cell, `${lettersOf(column)}${index + 1}`));
      return `<row r="${index + 1}">${written.join('')}</row>`;
    })
    .join('');
}

/** “AF” for 31. */
function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last;
}

function cellXml(cell: WrittenCell, reference: string): string {
  if (typeof cell === 'object') return cell.xml;
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  const text = cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/**
 * The parts of a workbook with these sheets, each given as its rows or as the XML after `<worksheet>`.
 * Style 1 is a date, style 2 a percentage, style 3 a date in a format of its own.
 */
export function workbookParts(
  sheets: Readonly<Record<string, string>>,
  states: Readonly<Record<string, string>> = {},
): Record<string, string | Buffer> {
  const names = Object.keys(sheets);
  const list = names.map(
    (name, index) =>
      `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"${states[name] ? ` state="${states[name]}"` : ''}/>`,
  );
  const relations = names.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  return {
    '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}">${relations.join('')}<Relationship Id="rIdS" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="[$-809]dd\\ mmm\\ yyyy"/></numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(
      Object.values(sheets).map((content, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `${XML}<worksheet xmlns="${MAIN}">${content.startsWith('<row') ? `<sheetData>${content}</sheetData>` : content}</worksheet>`,
      ]),
    ),
  };
}

/** The parts of an archive, to be changed and zipped again. */
export async function partsOf(bytes: Buffer): Promise<Record<string, Buffer>> {
  const zip = await fromBufferPromise(bytes);
  const parts: Record<string, Buffer> = {};
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    parts[entry.fileName] = Buffer.concat(chunks);
  }
  return parts;
}
