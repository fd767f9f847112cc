import { Archive, ArchiveRefused, readXml } from '@lib/archives';
import { mostOfADocument } from '../limits.js';
import { notItsKind, refused, refusedArchive } from '../refusals.js';
import { beginsOtherwiseThan, type FileKind } from './file-kind.js';
import { refuseEntities } from './xml-in-archives.js';

const OOXML = 'application/vnd.openxmlformats-officedocument.';
const ODF = 'application/vnd.oasis.opendocument.';
const CONTENT_TYPES = '[content_types].xml';

export const DOCX = officeOpenXml('a Word document', 'wordprocessingml.document');
export const XLSX = officeOpenXml('an Excel workbook', 'spreadsheetml.sheet');
export const PPTX = officeOpenXml('a PowerPoint presentation', 'presentationml.presentation');
export const ODT = openDocument('an OpenDocument text', 'text');
export const ODS = openDocument('an OpenDocument spreadsheet', 'spreadsheet');
export const ODP = openDocument('an OpenDocument presentation', 'presentation');

const isNoArchive = beginsOtherwiseThan(Buffer.from('PK\u0003\u0004', 'latin1'));

/** The container of old Office files, and of new ones that have a password. */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const isNoCompound = beginsOtherwiseThan(COMPOUND);

function wrongBeginning(head: Buffer) {
  if (isNoCompound(head)) return isNoArchive(head);
  return head.length < COMPOUND.length ? null : 'file.password';
}

/** ECMA-376, part 2: the archive lists the type of its main part, which names the kind. */
function officeOpenXml(name: string, kind: string): FileKind {
  return archived(name, `${OOXML}${kind}`, async (archive) => {
    const types = await contentTypes(archive);
    return types.some(
      ({ part, type }) => type === `${OOXML}${kind}.main+xml` && archive.names.includes(part),
    );
  });
}

/** OpenDocument 1.3, part 2, 3.3: the archive says its kind in a part of its own. */
function openDocument(name: string, kind: string): FileKind {
  return archived(name, `${ODF}${kind}`, async (archive) => {
    let said = '';
    for await (const chunk of archive.unpack('mimetype')) said += chunk.toString('latin1');
    return said === `${ODF}${kind}` && archive.names.includes('content.xml');
  });
}

function archived(
  name: string,
  mediaType: string,
  isOfKind: (archive: Archive) => Promise<boolean>,
): FileKind {
  return {
    name,
    mediaType,
    wrongBeginning,
    async check(bytes, extension) {
      try {
        const archive = await Archive.open(bytes, mostOfADocument(bytes.length));
        if (!archive.fillsItsFile()) throw refused('file.two-in-one');
        await refuseHarm(archive, mostOfADocument(bytes.length).unpackedBytes);
        if (!(await isOfKind(archive))) throw notItsKind(name, extension);
      } catch (error) {
        throw error instanceof ArchiveRefused ? refusedArchive(error.fault) : error;
      }
    },
  };
}

/**
 * Unpacks every part once. A document may hold others, such as the workbook behind a chart, which are looked at in the
 * same way; an archive within those is refused.
 *
 * @param allowance bytes that the archives within may unpack to together; 0 within one
 */
async function refuseHarm(archive: Archive, allowance: number): Promise<void> {
  if (archive.names.some(isMacro)) throw refused('file.macros');
  let left = allowance;
  for (const name of archive.names) {
    const within = await refuseEntities(name, archive.unpack(name));
    if (!within) continue;
    if (left <= 0) throw refused('file.unpacks');
    const inner = await Archive.open(within, { ...mostOfADocument(0), unpackedBytes: left });
    await refuseHarm(inner, 0);
    left -= inner.unpacked;
  }
  if ((await contentTypes(archive)).some(({ type }) => /macro|vba/i.test(type))) throw refused('file.macros');
}

/** Where Office and LibreOffice keep them. */
function isMacro(name: string): boolean {
  return /(^|\/)vba(project|data)[^/]*$|(^|\/)macrosheets\/|^(basic|scripts)\//.test(name);
}

/** What the archive says of its parts; nothing for an OpenDocument. Parts that go by their extension have no name here. */
async function contentTypes(archive: Archive): Promise<{ part: string; type: string }[]> {
  const types: { part: string; type: string }[] = [];
  await readXml(archive.unpack(CONTENT_TYPES), archive.names.length * 2 + 1000, {
    open(_, attribute) {
      const part = attribute('PartName')?.replace(/^\//, '').toLowerCase() ?? '';
      types.push({ part, type: attribute('ContentType') ?? '' });
    },
  });
  return types;
}
