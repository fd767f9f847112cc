import { posix } from 'node:path';
import { Archive, readXml } from '@lib/archives';
import { MOST_ELEMENTS, MOST_OF_A_WORKBOOK } from '../limits.js';
import { FileRefused, refused } from '../refusals.js';
import type { Sheet } from '../sheet.js';
import { readFormats } from './formats.js';
import { readSheetRows } from './read-sheet.js';
import { readSharedStrings } from './shared-strings.js';

/** Reads one sheet of a workbook (ECMA-376), and of the other parts only what that needs. */
export async function readWorkbook(bytes: Buffer, wantedSheet: string): Promise<Sheet> {
  const archive = await Archive.open(bytes, MOST_OF_A_WORKBOOK);
  if (archive.names.some((name) => /vbaproject\.bin$|\/macrosheets\//.test(name)))
    throw refused('file.macros');
  const [workbook] = (await relationsOf(archive, '')).filter(({ type }) => type === 'officeDocument');
  if (!workbook || !archive.names.includes(workbook.part.toLowerCase())) throw refused('file.type');

  const relations = await relationsOf(archive, workbook.part);
  const partOf = (type: string) => relations.find((one) => one.type === type)?.part ?? '';
  const sheets = await sheetsOf(archive, workbook.part);
  const shown = sheets.filter(({ hidden }) => !hidden);
  const chosen = shown.find(({ name }) => sameName(name, wantedSheet)) ?? shown[0];
  const relation = relations.find(({ id, type }) => id === chosen?.relation && type === 'worksheet');
  // A text document or a workbook of charts only.
  if (!chosen || !relation) throw refused('file.type');
  refuseCopies(shown, wantedSheet);

  const formats = await readFormats(archive.unpack(partOf('styles')));
  const strings = await readSharedStrings(archive.unpack(partOf('sharedStrings')));
  const rows = await readSheetRows(archive.unpack(relation.part), { formats, strings });
  if (rows.length === 0) throw refused('file.empty');
  return { name: chosen.name, decimalMark: 'point', rows };
}

interface Relation {
  readonly id: string;
  /** The last word of its type. */
  readonly type: string;
  readonly part: string;
}

/** What a part refers to; the part of no name is the archive itself. */
async function relationsOf(archive: Archive, part: string): Promise<Relation[]> {
  const relations: Relation[] = [];
  const folder = posix.dirname(part);
  await readPart(archive, posix.join(folder, '_rels', `${posix.basename(part)}.rels`), (name, attribute) => {
    const target = attribute('Target');
    if (name !== 'Relationship' || !target || attribute('TargetMode') === 'External') return;
    relations.push({
      id: attribute('Id') ?? '',
      type: attribute('Type')?.split('/').at(-1) ?? '',
      part: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
    });
  });
  return relations;
}

interface SheetEntry {
  readonly name: string;
  readonly relation: string | undefined;
  readonly hidden: boolean;
}

async function sheetsOf(archive: Archive, workbook: string): Promise<SheetEntry[]> {
  const sheets: SheetEntry[] = [];
  await readPart(archive, workbook, (name, attribute) => {
    if (name !== 'sheet') return;
    const hidden = (attribute('state') ?? 'visible') !== 'visible';
    sheets.push({ name: attribute('name') ?? '', relation: attribute('id'), hidden });
  });
  return sheets;
}

/** A spreadsheet that is asked to copy a sheet calls it "Figures (2)": which of the two is meant, it does not say. */
function refuseCopies(sheets: readonly SheetEntry[], wantedSheet: string): void {
  const copy = sheets.find(
    ({ name }) => name.toLowerCase().startsWith(`${wantedSheet.toLowerCase()} (`) && name.endsWith(')'),
  );
  if (copy && sheets.some(({ name }) => sameName(name, wantedSheet)))
    throw new FileRefused(
      `The selected file has two sheets of figures, “${wantedSheet}” and “${copy.name.slice(0, 40)}”: keep the one you mean`,
    );
}

async function readPart(
  archive: Archive,
  part: string,
  open: (name: string, attribute: (name: string) => string | undefined) => void,
): Promise<void> {
  await readXml(archive.unpack(part), MOST_ELEMENTS, { open });
}

function sameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.toLowerCase();
}
